import assert from 'node:assert/strict';
import { lensTitle } from '../../../src/features/codeLens/lensTitle';
import type { Repository } from '../../../src/host/store';
import { answerFor, today } from './answerFor';

const text = `
version: 1
people: { ana: Ana Ruiz <ana@acme.dev> }
aors:
  payments: { title: Payments, owner: ana, paths: [pay] }
  search: { title: Search, owner: , paths: [search] }
exempt: [vendor]
`;

describe('The line above a file', () => {
  it('names AOR and owner, or says vacant, unowned, exempt', async () => {
    const titles = {
      'pay/a.ts': 'Payments · Ana Ruiz',
      'search/a.go': 'Search · vacant',
      x: 'unowned',
      'vendor/v': 'exempt',
    };
    for (const [path, title] of Object.entries(titles))
      assert.equal(lensTitle(await answerFor(text, path), today), title);
  });

  it('says when the ownership file has errors, and nothing without one', async () => {
    const stale = 'Payments · Ana Ruiz · ownership file has errors';
    assert.equal(lensTitle(await answerFor(text, 'pay/a.ts', 'stale'), today), stale);
    const repository = {} as Repository;
    assert.equal(lensTitle({ kind: 'unreadable', repository }, today), 'ownership file has errors');
    assert.equal(lensTitle({ kind: 'no-file', repository }, today), undefined);
    assert.equal(lensTitle({ kind: 'elsewhere' }, today), undefined);
  });
});
