import assert from 'node:assert/strict';
import { loadOwnership } from '../../../src/core';
import { peopleOf } from '../../../src/core/review/identity';
import { memorySource } from '../memorySource';

const text = `version: 1
people:
  ana: { name: Ana Ruiz, email: Ana@Shop.example, handles: { github: AnaRuiz, git.shop.example: ana.ruiz } }
  ben: { name: Ben Okri, email: [ben@shop.example, ben@home.example], handles: { gitlab: "@ben-okri", codeberg: ben } }
  seven: { name: Seven, handles: { github: 7-of-9 } }
  bot: { name: Helper, handles: { github: "helper[bot]" }, bot: true }
`;

const rows: readonly (readonly [email: string, ids: string])[] = [
  ['ana@shop.example', 'ana'],
  ['ANA@SHOP.EXAMPLE', 'ana'],
  ['ben@home.example', 'ben'],
  ['123+anaruiz@users.noreply.github.com', 'ana'],
  ['AnaRuiz@users.noreply.github.com', 'ana'],
  ['anaruiz@users.noreply.gitlab.com', ''],
  ['42-ben-okri@users.noreply.gitlab.com', 'ben'],
  ['ben@noreply.codeberg.org', 'ben'],
  ['9+ana.ruiz@noreply.git.shop.example', 'ana'],
  ['ana.ruiz@users.noreply.git.shop.example', 'ana'],
  ['7-of-9@users.noreply.github.com', 'seven'],
  ['12+7-of-9@users.noreply.github.com', 'seven'],
  ['49699333+helper[bot]@users.noreply.github.com', 'bot'],
  ['anaruiz@github.com', ''],
  ['anaruiz@evil.example', ''],
  ['x@users.noreply.github.com', ''],
  ['', ''],
];

describe('the people who made a change', () => {
  const found = async (...emails: readonly string[]): Promise<string> => {
    const loaded = await loadOwnership(memorySource({ 'aor.yaml': text }), null);
    assert.ok(loaded.kind === 'loaded');
    return peopleOf(
      loaded.file,
      emails.map((email) => ({ name: 'Ana Ruiz', email })),
    ).join();
  };

  for (const [email, ids] of rows) {
    it(`${email === '' ? 'nobody' : email} is ${ids === '' ? 'not known' : ids}`, async () =>
      assert.equal(await found(email), ids));
  }

  it('are each told once, in order', async () => {
    assert.equal(await found('ben@home.example', 'ana@shop.example', 'ben@shop.example', 'who@x'), 'ben,ana');
  });
});
