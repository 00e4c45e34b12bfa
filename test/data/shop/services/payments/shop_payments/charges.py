"""Charging a card, exactly once."""

from . import ledger
from .ledger import Movement
from .money import Money
from .providers.base import Provider, ProviderRefused
from .providers.cardbank import CardBank

provider: Provider = CardBank()


class CardDeclined(Exception):
    """The bank said no. The text is fit for customers."""


def charge(order_id: str, amount: Money, card_token: str) -> Movement:
    """Charges a card for an order. Called twice for one order, it charges once."""
    known = ledger.find(order_id, kind="charge")
    if known is not None and known.settled:
        return known
    movement = known or ledger.record(order_id, amount, kind="charge")
    try:
        provider.take(movement.id, amount, card_token)
    except ProviderRefused as refused:
        ledger.void(movement)
        raise CardDeclined("Your bank declined the payment.") from refused
    return ledger.settle(movement)
