"""Every movement of money, written before it happens. Nothing is ever deleted."""

from dataclasses import dataclass, replace
from itertools import count

from .money import Money


@dataclass(frozen=True)
class Movement:
    id: str
    order_id: str
    amount: Money
    kind: str
    follows: str | None = None
    settled: bool = False
    void: bool = False


_movements: dict[str, Movement] = {}
_numbers = count(1)


def record(order_id: str, amount: Money, kind: str, follows: Movement | None = None) -> Movement:
    movement = Movement(f"m{next(_numbers):08d}", order_id, amount, kind, follows.id if follows else None)
    _movements[movement.id] = movement
    return movement


def get(movement_id: str) -> Movement:
    return _movements[movement_id]


def find(order_id: str, kind: str) -> Movement | None:
    """The movement of this kind for an order that was not voided."""
    return next((m for m in _movements.values() if m.order_id == order_id and m.kind == kind and not m.void), None)


def following(movement: Movement, kind: str) -> list[Movement]:
    return [m for m in _movements.values() if m.follows == movement.id and m.kind == kind and not m.void]


def settle(movement: Movement) -> Movement:
    return _put(replace(movement, settled=True))


def void(movement: Movement) -> Movement:
    return _put(replace(movement, void=True))


def _put(movement: Movement) -> Movement:
    _movements[movement.id] = movement
    return movement
