"""The HTTP front of payments: one function for each thing a caller can ask for."""

from fastapi import FastAPI, HTTPException

import shop_payments.receipts as receipts
from shop_payments.charges import CardDeclined, charge
from shop_payments.disputes import open_dispute
from shop_payments.generated.api import ChargeRequest, DisputeRequest, RefundRequest
from shop_payments.money import Money
from shop_payments.refunds import refund

app = FastAPI(title="payments")


@app.post("/charges")
def post_charge(request: ChargeRequest) -> dict[str, str]:
    amount = Money(request.cents, request.currency)
    try:
        movement = charge(request.order_id, amount, request.card_token)
    except CardDeclined as declined:
        raise HTTPException(status_code=402, detail=str(declined)) from declined
    return {"movement": movement.id, "receipt": receipts.number_for(movement)}


@app.post("/refunds")
def post_refund(request: RefundRequest) -> dict[str, str]:
    return {"movement": refund(request.movement_id, request.cents).id}


@app.post("/disputes")
def post_dispute(request: DisputeRequest) -> dict[str, str]:
    return {"dispute": open_dispute(request.movement_id, request.reason)}
