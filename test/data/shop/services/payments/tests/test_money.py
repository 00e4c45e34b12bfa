import unittest

from shop_payments.money import Money
from shop_payments.receipts import vat_in


class MoneyTest(unittest.TestCase):
    def test_shares_add_up_to_the_whole(self):
        self.assertEqual(sum(share.cents for share in Money(1000).share(3)), 1000)

    def test_tax_is_rounded_halves_up(self):
        self.assertEqual(vat_in(Money(1203)), Money(201))


if __name__ == "__main__":
    unittest.main()
