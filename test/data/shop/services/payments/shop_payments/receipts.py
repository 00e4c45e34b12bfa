"""Receipts: what the customer gets to keep."""

from .ledger import Movement
from .money import Money

VAT_PERCENT = 20


def number_for(movement: Movement) -> str:
    return f"R-{movement.id[1:]}"


def vat_in(total: Money) -> Money:
    """The tax contained in a price, rounded to the nearest cent, halves up."""
    contained = total.cents * VAT_PERCENT
    divisor = 100 + VAT_PERCENT
    return Money((2 * contained + divisor) // (2 * divisor), total.currency)


def lines(movement: Movement, email: str) -> list[str]:
    return [
        f"Receipt {number_for(movement)}",
        f"Total {movement.amount}, VAT included {vat_in(movement.amount)}",
        f"Sent to {email}",
    ]
