"""Amounts of money: whole cents and a currency, never floats."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Money:
    cents: int
    currency: str = "EUR"

    def share(self, parts: int) -> list["Money"]:
        """Splits without losing a cent: the first shares are the larger ones."""
        each, rest = divmod(self.cents, parts)
        return [Money(each + (1 if part < rest else 0), self.currency) for part in range(parts)]

    def __str__(self) -> str:
        return f"{self.cents // 100}.{self.cents % 100:02d} {self.currency}"
