"""CardBank: cards. The movement's id is sent along, so that CardBank drops what it has seen before."""

import json
import os
from urllib.request import Request, urlopen

from ..money import Money
from .base import ProviderRefused

ENDPOINT = os.environ.get("CARDBANK_URL", "http://localhost:9090")


class CardBank:
    def take(self, movement_id: str, amount: Money, card_token: str) -> None:
        self._send("take", {"id": movement_id, "cents": amount.cents, "card": card_token})

    def give_back(self, movement_id: str, amount: Money) -> None:
        self._send("give-back", {"id": movement_id, "cents": amount.cents})

    def _send(self, action: str, body: dict[str, object]) -> None:
        request = Request(f"{ENDPOINT}/{action}", data=json.dumps(body).encode(), method="POST")
        with urlopen(request, timeout=5) as response:
            if response.status == 402:
                raise ProviderRefused(action)
