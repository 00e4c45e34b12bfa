# Generated from the API description. Do not edit.

from dataclasses import dataclass


@dataclass
class ChargeRequest:
    order_id: str
    cents: int
    currency: str
    card_token: str


@dataclass
class RefundRequest:
    movement_id: str
    cents: int


@dataclass
class DisputeRequest:
    movement_id: str
    reason: str
