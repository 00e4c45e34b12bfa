"""A customer asks their bank for the money back."""

from datetime import date, timedelta

from shop_payments import ledger
from shop_payments.refunds import refundable

DAYS_TO_ANSWER = 14


def open_dispute(charge_id: str, reason: str) -> str:
    """Sets the disputed amount aside. Returns the number of the dispute."""
    charge = ledger.get(charge_id)
    hold = ledger.record(charge.order_id, refundable(charge), kind="hold", follows=charge)
    return f"{hold.id}-{reason[:3].upper()}"


def answer_by(opened: date) -> date:
    return opened + timedelta(days=DAYS_TO_ANSWER)
