#!/usr/bin/env python3
"""Fills an empty database with enough to look at. Run from the root of the repository."""

import pathlib
import sqlite3

MIGRATIONS = ["services/payments/migrations/0001_ledger.sql", "services/payments/migrations/0002_refunds.sql"]


def main() -> None:
    database = sqlite3.connect("shop.db")
    for migration in MIGRATIONS:
        database.executescript(pathlib.Path(migration).read_text())
    database.execute("insert into movement (id, order_id, cents, currency, kind) values ('m1', 'o1', 1999, 'EUR', 'charge')")
    database.commit()


if __name__ == "__main__":
    main()
