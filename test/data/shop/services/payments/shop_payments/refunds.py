"""Giving money back, in full or in part."""

from . import ledger
from .charges import provider
from .ledger import Movement
from .money import Money


class RefundTooLarge(ValueError):
    """More was asked back than is left of the charge."""


def refundable(charge: Movement) -> Money:
    """What is left of a charge after earlier refunds."""
    returned = sum(movement.amount.cents for movement in ledger.following(charge, kind="refund"))
    return Money(charge.amount.cents - returned, charge.amount.currency)


def refund(charge_id: str, cents: int) -> Movement:
    charge = ledger.get(charge_id)
    amount = Money(cents, charge.amount.currency)
    if amount > refundable(charge):
        raise RefundTooLarge(f"Only {refundable(charge)} of this charge can be refunded.")
    movement = ledger.record(charge.order_id, amount, kind="refund", follows=charge)
    provider.give_back(movement.id, amount)
    return ledger.settle(movement)
