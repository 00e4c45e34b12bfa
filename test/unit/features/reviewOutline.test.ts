import { strict as assert } from 'node:assert';
import { loadOwnership, type OwnershipFile } from '../../../src/core';
import { childNodes, topNodes } from '../../../src/features/review/outline';
import type { ReviewNode } from '../../../src/features/review/nodes';
import type { ReadyReview, Review } from '../../../src/host/review/review';
import { stateText } from '../../../src/host/review/stateText';
import { memorySource } from '../memorySource';
import type { WrittenChange } from '../review/changes';
import { changedFile } from '../review/changes';
import { suggestFor, today } from '../review/written';

const text = `version: 1
people:
  ana: { name: Ana Ruiz, email: ana@acme.dev, away: [{ from: 2026-06-01, until: 2026-12-04 }] }
  ben: { name: Ben Okri, email: ben@acme.dev }
  mei: { name: Mei Tan, email: mei@acme.dev }
aors:
  pay: { title: Payments, owner: ana, backup: ben, paths: [pay], checklist: [In the ledger first?], guide: docs/pay.md }
  search: { title: Search, owner: , paths: [search] }
  style: { title: Style, kind: review, owner: mei, level: must, paths: ["**/*.css"] }
  fyi: { title: News, kind: review, owner: mei, level: note, paths: [pay] }
  odd: { title: Odd, kind: review, owner: mei, level: offer, paths: [] }
`;

async function fileOf(): Promise<OwnershipFile> {
  const loaded = await loadOwnership(memorySource({ 'aor.yaml': text }), null);
  assert.ok(loaded.kind === 'loaded');
  return loaded.file;
}

const repository = (path: string) => ({ base: { path, toString: () => `file://${path}` }, state: 'current' });

async function reviewOf(change: readonly WrittenChange[], more: Partial<ReadyReview> = {}): Promise<ReadyReview> {
  const file = await fileOf();
  const evidence = {
    scoreOf: () => 0,
    knowersOf: () => [
      { person: null, name: 'Kim', reviewed: 2, of: 3, where: 'here', reviewedOfAuthors: 0, ofAuthors: 0 } as const,
    ],
  };
  return {
    kind: 'ready',
    repository: repository('/shop'),
    scope: 'branch',
    file,
    baseFile: 'decides',
    moves: [],
    suggestion: await suggestFor(file, change, [], { evidence }),
    change: {
      base: { ref: 'origin/main', commit: 'c'.repeat(40) },
      head: { branch: 'work', commit: 'd'.repeat(40), dirty: false },
      files: change.map(changedFile),
      notes: [],
    },
    ...more,
  } as unknown as ReadyReview;
}

const modified = (...paths: readonly string[]): WrittenChange[] => paths.map((path) => ({ status: 'M', path }));

/** One line for a row, and its children below, indented. */
function drawn(nodes: readonly ReviewNode[], depth = 0): readonly string[] {
  return nodes.flatMap((node) => [`${'  '.repeat(depth)}${label(node)}`, ...drawn(childNodes(node, today), depth + 1)]);
}

function label(node: ReviewNode): string {
  switch (node.kind) {
    case 'repository':
      return node.review.repository.base.path;
    case 'part':
      return node.part;
    case 'person':
      return node.ask.person.name;
    case 'requirement':
      return node.requirement.aor.title;
    case 'fact':
      return `${node.label}${node.description === '' ? '' : `: ${node.description}`}`;
    case 'file':
      return `${node.path}${node.description === '' ? '' : ` (${node.description})`}`;
    case 'checklist':
      return node.aor.title;
    case 'tick':
      return `[ ] ${node.text}`;
    case 'guide':
      return node.target;
    case 'request':
      return node.sight.kind;
    case 'request-row':
      return node.row.label;
    case 'rest':
      return `${node.count} more`;
  }
}

const idsOf = (nodes: readonly ReviewNode[]): readonly string[] =>
  nodes.flatMap((node) => [node.id, ...idsOf(childNodes(node, today))]);

describe('the rows of the view Review', () => {
  it('are people, what needs attention, areas, reviews, checklists, what else is touched, and who is not asked', async () => {
    const review = await reviewOf(modified('pay/a.css', 'search/b.ts', 'tools/c.sh'));
    assert.deepEqual(drawn(topNodes([review], today)), [
      'ask',
      '  Mei Tan',
      '    owner of Style: 1 file',
      '  Ben Okri',
      '    backup of Payments (Ana Ruiz is away until 2026-12-04): 1 file',
      'attention',
      '  Odd: undecided: "paths" is there but empty, so this review applies to nothing. Remove the key to drop the condition.',
      '  tools/c.sh (unowned)',
      '  Search: nobody can be asked: nobody holds it',
      '  Kim knows what is unowned: reviewed 2 of the last 3 changes here, not in the ownership file',
      'areas',
      '  Payments',
      '    Ben Okri: backup of Payments (Ana Ruiz is away until 2026-12-04): 1 file',
      '    Kim also knows this: reviewed 2 of the last 3 changes here, not in the ownership file',
      '    pay/a.css',
      '  Search',
      '    Kim also knows this: reviewed 2 of the last 3 changes here, not in the ownership file',
      '    search/b.ts',
      'reviews',
      '  News',
      '    Applies to 1 file in pay',
      '    pay/a.css',
      '  Style',
      '    Applies to 1 file in **/*.css',
      '    Mei Tan: owner of Style: 1 file',
      '    pay/a.css',
      'checklists',
      '  Payments',
      '    docs/pay.md',
      '    [ ] In the ledger first?',
      'also',
      '  News: to be known; nobody is asked',
      'not-asked',
      '  Ana Ruiz: Payments: away until 2026-12-04',
      '  Nobody: Search: nobody holds it',
    ]);
  });

  it('say of a file that was moved whose it was and whose it becomes', async () => {
    const file = await fileOf();
    const pay = { state: 'owned', aor: file.aors.get('pay')!, owner: file.people.get('ana')! } as const;
    const search = { state: 'vacant', aor: file.aors.get('search')!, owner: null } as const;
    const moves = [{ path: 'search/a.ts', from: 'pay/a.ts', before: pay, after: search }];
    const review = await reviewOf([{ status: 'R', path: 'search/a.ts', from: 'pay/a.ts' }], { moves });
    const also = topNodes([review], today).filter((node) => label(node) === 'also');
    assert.deepEqual(drawn(also).slice(-1), ['  search/a.ts (moved from Payments · Ana Ruiz to Search · vacant)']);
  });

  it('have ids of their own, the same each time', async () => {
    const change = modified('pay/a.css', 'search/b.ts', 'tools/c.sh');
    const ids = idsOf(topNodes([await reviewOf(change)], today));
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(idsOf(topNodes([await reviewOf(change)], today)), ids);
  });

  it('are repositories where there are several, each with its own', async () => {
    const [one, other] = [await reviewOf(modified('pay/a.ts')), await reviewOf([])];
    const none = { kind: 'no-file', repository: repository('/bare') } as unknown as Review;
    const nodes = topNodes([one, { ...other, repository: repository('/lib') } as unknown as Review, none], today);
    assert.deepEqual(
      nodes.map((node) => [label(node), childNodes(node, today).map(label).join()]),
      [
        ['/shop', 'ask,attention,areas,reviews,checklists,also,not-asked'],
        ['/lib', 'attention'],
        ['/bare', ''],
      ],
    );
    const ids = idsOf(nodes);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('end in how many more there are, where nobody would read them all', async () => {
    const paths = Array.from({ length: 730 }, (_, at) => `pay/${at}.ts`);
    const areas = childNodes(topNodes([await reviewOf(modified(...paths))], today)[2]!, today);
    const rows = childNodes(areas[0]!, today);
    assert.equal(rows.length, 501);
    assert.equal(label(rows.at(-1)!), '232 more');
  });
});

describe('what the view Review says besides its rows', () => {
  const stateOf = (kind: string, more: object = {}): string =>
    stateText({ kind, repository: repository('/shop'), ...more } as unknown as Review);

  it('is why there is nothing to show', () => {
    assert.match(stateOf('reading'), /^Looking at the change…$/);
    assert.match(stateOf('untrusted'), /^Git is not run here, because this workspace is not trusted/);
    assert.match(stateOf('virtual'), /^Without a local disk/);
    assert.match(stateOf('no-work-tree'), /not in a git repository/);
    assert.match(stateOf('no-file'), /^There is no ownership file/);
    assert.match(stateOf('unreadable'), /has errors and cannot be read/);
    assert.equal(stateOf('failed', { message: 'Git\u202e failed.' }), 'Git\\u{202E} failed.');
  });

  it('is nothing where the rows say it all', async () => {
    assert.equal(stateText(await reviewOf(modified('pay/a.ts'))), '');
  });

  it('is that nothing is changed, in the part that is looked at', async () => {
    const nothing = await reviewOf([]);
    assert.equal(stateText(nothing), 'Nothing is changed against origin/main.');
    assert.equal(stateText({ ...nothing, scope: 'staged' }), 'Nothing is staged.');
    assert.equal(stateText({ ...nothing, scope: 'workingTree' }), 'Nothing is changed in the working tree.');
    const change = { ...nothing.change, base: null };
    assert.equal(stateText({ ...nothing, change }), 'Nothing is changed.');
  });

  it('is which ownership file decides, where it is not the one people expect, and what git had to say', async () => {
    const review = await reviewOf(modified('pay/a.ts'));
    assert.equal(
      stateText({ ...review, baseFile: 'none' }),
      'origin/main has no ownership file, so the working tree’s decides.',
    );
    assert.equal(
      stateText({ ...review, baseFile: 'has-errors' }),
      'The ownership file of origin/main cannot be read, so the working tree’s decides.',
    );
    assert.equal(
      stateText({ ...review, suggestion: { ...review.suggestion, isFileChanged: true } }),
      'The change edits the ownership file: that of origin/main decides who is asked.',
    );
    const notes = [{ code: 'no-base', message: 'There is no branch to compare with.' }] as never;
    assert.equal(stateText({ ...review, change: { ...review.change, notes } }), 'There is no branch to compare with.');
  });
});
