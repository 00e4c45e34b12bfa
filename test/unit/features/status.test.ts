import { strict as assert } from 'node:assert';
import { statusText } from '../../../src/features/status/statusText';
import type { Repository } from '../../../src/host/store';
import { answerFor, today } from './answerFor';

const file = `version: 1
people:
  ana: { name: Ana Ruiz }
aors:
  payments: { title: Payments, owner: ana, paths: [src] }
  search: { title: Search, owner: , paths: [lib] }
exempt: [vendor]
`;
const repository = {} as Repository;

describe('the status bar', () => {
  const states = {
    'src/a.ts': 'Payments · Ana Ruiz',
    'lib/a.ts': 'Search · vacant',
    'vendor/a.ts': 'exempt',
    'tools/a.ts': 'unowned',
  };
  for (const [path, words] of Object.entries(states)) {
    it(`says ${words}`, async () => {
      assert.equal(statusText(await answerFor(file, path), false, today)?.text, words);
    });
  }

  it('says that the ownership file has errors, beside the last good answer', async () => {
    const status = statusText(await answerFor(file, 'src/a.ts', 'stale'), false, today);
    assert.deepEqual(status, {
      icon: 'warning',
      text: 'Payments · Ana Ruiz · ownership file has errors',
      spoken: 'Responsibility: Payments, Ana Ruiz, ownership file has errors',
    });
    assert.equal(statusText({ kind: 'unreadable', repository }, false, today)?.text, 'ownership file has errors');
  });

  it('is silent without an ownership file, unless another folder of the window has one', () => {
    assert.equal(statusText({ kind: 'no-file', repository }, false, today), undefined);
    assert.equal(statusText({ kind: 'no-file', repository }, true, today)?.text, 'no ownership file');
  });

  it('is silent for what is no file of the workspace', () => {
    assert.equal(statusText({ kind: 'elsewhere' }, true, today), undefined);
  });
});
