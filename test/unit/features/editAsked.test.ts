import assert from 'node:assert/strict';
import { askedOf } from '../../../src/features/editOwnership/asked';

describe('What an editing command is asked', () => {
  it('is what the argument says, and nothing that has another shape', () => {
    const said = { root: 'file:///a', aor: 'pay', uris: ['file:///a/b', 7], how: 'preview' };
    assert.deepEqual(askedOf({ ...said, title: 3, globs: 'x', node: {} }), { ...said, uris: ['file:///a/b'] });
  });

  it('is done at once only where that is said', () => {
    assert.deepEqual(askedOf({ how: 'now' }), {});
    assert.deepEqual(askedOf({ how: 'apply', owner: '' }), { how: 'apply', owner: '' });
  });

  it('is nothing where there is no argument', () => {
    for (const argument of [undefined, null, 'pay', 7]) assert.deepEqual(askedOf(argument), {});
  });
});
