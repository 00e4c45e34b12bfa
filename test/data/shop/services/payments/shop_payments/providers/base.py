"""What a bank has to be able to do for us."""

from typing import Protocol

from ..money import Money


class ProviderRefused(Exception):
    """The bank understood, and refused."""


class Provider(Protocol):
    def take(self, movement_id: str, amount: Money, card_token: str) -> None: ...

    def give_back(self, movement_id: str, amount: Money) -> None: ...
