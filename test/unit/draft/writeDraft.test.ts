import assert from 'node:assert/strict';
import fc from 'fast-check';
import { emptyAor, loadOwnership, writeDraft, type Draft, type LoadedOwnership } from '../../../src/core';
import { memorySource } from '../memorySource';

const nothing: Draft = { comment: [], people: [], teams: [], aors: [], exempt: [] };

async function readBack(text: string): Promise<Extract<LoadedOwnership, { kind: 'loaded' }>> {
  const loaded = await loadOwnership(memorySource({ 'aor.yaml': text }), null);
  assert.ok(loaded.kind === 'loaded', text);
  return loaded;
}

describe('A draft of an ownership file', () => {
  it('is written as a person would write it', () => {
    const text = writeDraft({
      comment: ['From the history.'],
      people: [
        { id: 'ana', name: 'Ana Ruiz', emails: ['ana@shop.example'], handles: new Map([['github', 'anaruiz']]) },
        { id: 'ben', name: 'Ben Okri', emails: ['ben@shop.example'], handles: new Map() },
      ],
      teams: [{ id: 'checkout', name: 'Checkout', members: ['ana'], handles: new Map([['github', 'shop/checkout']]) }],
      aors: [
        { ...emptyAor, id: 'payments', title: 'Payments', owner: 'ana', paths: [{ glob: 'pay', priority: 0 }] },
        {
          ...emptyAor,
          id: 'kconfig',
          title: 'Kconfig',
          backups: ['ana', 'ben'],
          comment: ['Two lines\nin one.'],
          paths: [
            { glob: '**/Kconfig', priority: 2 },
            { glob: '!a #b', priority: 0 },
          ],
        },
      ],
      exempt: ['vendor'],
    });
    assert.equal(
      text,
      `# From the history.

version: 1

people:
  ana: { name: Ana Ruiz, email: ana@shop.example, handles: { github: anaruiz } }
  ben: Ben Okri <ben@shop.example>

teams:
  checkout: { name: Checkout, members: ana, handles: { github: shop/checkout } }

aors:
  payments:
    title: Payments
    owner: ana
    paths: [ pay ]

  # Two lines in one.
  kconfig:
    title: Kconfig
    backup: [ ana, ben ]
    paths:
      - { glob: "**/Kconfig", priority: 2 }
      - "!a #b"

exempt: [ vendor ]
`,
    );
  });

  it('reads back as what it says, whatever characters stand in it', async () => {
    const word = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 }).map((text) => `x${text}x`);
    const name = fc.stringMatching(/^[\w#&*!|>'"%@`,:[\]{}-]([\w #&*!|>'"%@`,:[\]{}-]{0,12}[\w#&:'"])?$/);
    await fc.assert(
      fc.asyncProperty(
        name,
        word,
        fc.stringMatching(/^[!]?[a-z0-9~%@#&][a-z0-9 #&'"`:|-]{0,8}[a-z0-9]$/),
        async (who, about, glob) => {
          const draft: Draft = {
            ...nothing,
            people: [{ id: 'ana', name: who, emails: ['a@b.example'], handles: new Map([['github', '007']]) }],
            aors: [{ ...emptyAor, id: 'area', title: who, about, owner: 'ana', paths: [{ glob, priority: 0 }] }],
          };
          const text = writeDraft(draft);
          const { file, problems } = await readBack(text);
          assert.deepEqual(
            problems.filter(({ severity }) => severity === 'error' || severity === 'warning'),
            [],
            text,
          );
          const area = file.aors.get('area');
          assert.ok(area !== undefined);
          assert.equal(area.title, who.trim(), text);
          assert.equal(area.about?.trim(), about.trim(), text);
          assert.deepEqual(
            area.paths.map((entry) => entry.glob.text),
            [glob],
            text,
          );
          assert.equal(file.people.get('ana')?.name, who.trim(), text);
          assert.equal(file.people.get('ana')?.handles.get('github'), '007');
        },
      ),
    );
  });

  it('leaves out what there is nothing of', async () => {
    assert.equal(writeDraft(nothing), 'version: 1\n');
    const { file } = await readBack(
      writeDraft({ ...nothing, aors: [{ ...emptyAor, id: 'a', title: 'A', level: 'must', kind: 'review' }] }),
    );
    assert.equal(file.aors.get('a')?.level, 'must');
    assert.equal(file.aors.get('a')?.owner, null);
  });
});
