import { strict as assert } from 'node:assert';
import { loadOwnership } from '../../../src/core';
import { descriptionOf } from '../../../src/features/describeRequest/description';
import { memorySource } from '../memorySource';
import { suggestFor } from '../review/written';

const text = `version: 1
people:
  ana: { name: Ana Ruiz, handles: { github: ana } }
aors:
  pay: { title: Payments, owner: ana, paths: [pay], checklist: [In the ledger first?] }
`;

describe('the description of a new pull request', () => {
  async function describedAs(
    commitMessages: readonly string[],
    template?: string,
    branch: string | null = 'fix/one-click',
  ) {
    const loaded = await loadOwnership(memorySource({ 'aor.yaml': text }), null);
    assert.ok(loaded.kind === 'loaded');
    const suggestion = await suggestFor(loaded.file, [{ status: 'M', path: 'pay/a.ts' }], []);
    return descriptionOf(
      { commitMessages, patches: [], ...(template === undefined ? {} : { template }) },
      suggestion,
      branch,
    );
  }

  it('begins with the one commit, and ends with people, reasons and checklists', async () => {
    const { title, description } = await describedAs(['Charge once\n\nTwice was too often.\n']);
    assert.equal(title, 'Charge once');
    assert.equal(
      description,
      [
        'Twice was too often.',
        '**Reviewers**\n\n- Ana Ruiz: owner of Payments: 1 file',
        '**Checklist: Payments**\n\n- [ ] In the ledger first?',
      ].join('\n\n'),
    );
  });

  it('takes the title from the branch where there are several commits, and mentions nobody', async () => {
    const { title, description } = await describedAs(['One', 'Two']);
    assert.equal(title, 'Fix/one click');
    assert.ok(description.startsWith('**Reviewers**'));
    assert.doesNotMatch(description, /@/);
    assert.equal((await describedAs([], undefined, null)).title, '');
  });

  it("keeps the repository's template, also below one commit", async () => {
    const { title, description } = await describedAs(['Charge once\n\nWhy.'], '## What\n\n## Why\n');
    assert.equal(title, 'Charge once');
    assert.ok(description.startsWith('## What\n\n## Why\n\n**Reviewers**'), description);
  });
});
