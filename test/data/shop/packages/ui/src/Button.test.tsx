import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Button } from './Button.js';

test('a busy button cannot be pressed', () => {
  const button = Button({ children: 'Pay', busy: true, onPress: () => assert.fail('pressed') });
  assert.equal(button.props.onClick, undefined);
});
