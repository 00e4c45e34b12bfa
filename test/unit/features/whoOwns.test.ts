import { strict as assert } from 'node:assert';
import { whoOwnsList } from '../../../src/features/whoOwns/whoOwnsItems';
import { answerFor, today } from './answerFor';

const file = `version: 1
people:
  ana: { name: Ana Ruiz }
  ben: { name: Ben Okri }
aors:
  payments: { title: Payments, owner: ana, backup: ben, paths: [src] }
  access: { title: Accessibility, kind: review, owner: ben, level: must, paths: ["**/*.tsx"] }
`;

const shown = async (path: string, state: 'ok' | 'stale' = 'ok') => {
  const { title, facts } = whoOwnsList(await answerFor(file, path, state), 'file:///w', today);
  return [title, ...facts.map(({ label, description }) => `${label}: ${description}`)];
};

describe('who owns this file', () => {
  it('is answered with owner, backup, the deciding rule and the reviews on top', async () => {
    assert.deepEqual(await shown('src/a.tsx'), [
      'Payments · Ana Ruiz · backup Ben Okri',
      'Ana Ruiz: owner of Payments',
      'Ben Okri: backup',
      'src: deciding rule, aor.yaml:6',
      'Accessibility: review, must · Ben Okri',
    ]);
  });

  it('says when the answer is the last good one', async () => {
    assert.match((await shown('src/a.ts', 'stale'))[0]!, /ownership file has errors$/);
  });

  it('names no owner and no rule for an unowned file', async () => {
    assert.deepEqual(await shown('lib/a.ts'), ['unowned']);
  });
});
