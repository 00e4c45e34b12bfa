import assert from 'node:assert/strict';
import { test } from 'node:test';
import { totalOf } from './total.ts';

test('the total counts each item as often as it is in the cart', () => {
  assert.equal(totalOf([{ product: 'hat', cents: 1999, count: 2 }]), 3998);
});
