import unittest
from unittest.mock import patch

from shop_payments import ledger
from shop_payments.money import Money
from shop_payments.refunds import RefundTooLarge, refund


class RefundTest(unittest.TestCase):
    def test_no_more_is_returned_than_was_charged(self):
        charge = ledger.settle(ledger.record("order-1", Money(500), kind="charge"))
        with patch("shop_payments.refunds.provider"):
            refund(charge.id, 300)
            with self.assertRaises(RefundTooLarge):
                refund(charge.id, 201)


if __name__ == "__main__":
    unittest.main()
