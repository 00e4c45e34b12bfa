import assert from 'node:assert/strict';
import { compileRules, filesByArea, filesOfReview, loadOwnership, type TreeAnalysis } from '../../../src/core';
import { filesBeneath } from '../../../src/features/tree/folders';
import type { FilesNode, Grouping, TreeNode } from '../../../src/features/tree/nodes';
import { childNodes, nodeOf, topNodes, vacantNode, type Look } from '../../../src/features/tree/outline';
import type { Model, Repository } from '../../../src/host/store';
import { memorySource } from '../memorySource';

const text = `
version: 1
people: { ana: Ana Ruiz <ana@acme.dev>, ben: Ben Okri <ben@acme.dev> }
aors:
  platform: { title: Platform, owner: ben, paths: ["**"] }
  payments: { title: Payments, owner: ana, parent: platform, paths: [pay] }
  refunds: { title: Refunds, owner: ana, parent: payments, paths: [pay/refunds] }
  search: { title: Search, owner: , paths: [search] }
  empty: { title: Empty, owner: ana, paths: [nothing] }
  security: { title: Security, kind: review, owner: ben, parent: platform, paths: ["**/*.ts"] }
  mentoring: { title: Mentoring, kind: duty, owner: ana }
  interns: { title: Interns, kind: duty, owner: ben, parent: mentoring }
`;
const filesOf = new Map([
  ['platform', 2],
  ['payments', 1],
  ['refunds', 3],
  ['search', 1],
]);

async function repository(name = 'shop', yaml = text): Promise<Repository> {
  const loaded = await loadOwnership(memorySource({ 'aor.yaml': yaml }), null);
  assert.ok(loaded.kind === 'loaded');
  const model: Model = { file: loaded.file, index: compileRules(loaded.file) };
  const place: unknown = { toString: () => `file:///${name}` };
  const base = place as Repository['base'];
  const tree = { filesOf } as unknown as TreeAnalysis;
  return { base, entry: base, state: 'ok', model, sources: loaded.sources, problems: [], failure: null, tree };
}

function label(node: TreeNode): string {
  switch (node.kind) {
    case 'repository':
      return String(node.repository.base);
    case 'section':
      return `[${node.section}]`;
    case 'person':
      return node.person.name;
    case 'aor':
      return node.definition.title;
    case 'files':
      return `${String(node.count)} files`;
    case 'folder':
      return `${node.label}/`;
    case 'file':
      return node.path.split('/').at(-1) ?? '';
    case 'rest':
      return `${String(node.count)} more`;
    case 'stopped':
      return 'stopped';
  }
}

function outline(repositories: readonly Repository[], look: Look): string[] {
  const show = (nodes: readonly TreeNode[], depth: number): string[] =>
    nodes.flatMap((node) => [`${'  '.repeat(depth)}${label(node)}`, ...show(childNodes(node, look), depth + 1)]);
  return show(topNodes(repositories, look), 0);
}

const looking = (grouping: Grouping): Look => ({ grouping, today: { day: '2026-10-10' } });

describe('The tree of responsibilities', () => {
  it('has areas beneath each other, and vacant, reviews and duties on their own', async () => {
    assert.deepEqual(outline([await repository()], looking('area')), [
      '[vacant]',
      '  Search',
      '    1 files',
      'Platform',
      '  Payments',
      '    Refunds',
      '      3 files',
      '    1 files',
      '  2 files',
      'Search',
      '  1 files',
      'Empty',
      '[review]',
      '  Security',
      '    null files',
      '[duty]',
      '  Mentoring',
      '    Interns',
    ]);
  });

  it('has people with all they hold', async () => {
    const lines = outline([await repository()], looking('person')).filter((line) => !line.includes('files'));
    assert.deepEqual(lines, [
      ...['[vacant]', '  Search', 'Ana Ruiz', '  Payments', '  Refunds', '  Empty', '  Mentoring'],
      ...['Ben Okri', '  Platform', '  Security', '  Interns'],
    ]);
  });

  it('has a node for each of several ownership files, and none where there is no file', async () => {
    const none: Repository = { ...(await repository('none')), state: 'none', model: null, entry: null };
    const tops = (repositories: readonly Repository[]) => topNodes(repositories, looking('area')).map(label);
    assert.deepEqual(tops([none]), []);
    assert.equal(tops([none, await repository()])[0], '[vacant]');
    assert.deepEqual(tops([await repository('a'), none, await repository('b')]), ['file:///a', 'file:///b']);
  });

  it('gives every node an id of its own, and reveals an AOR by the ids on the way', async () => {
    const shop = await repository();
    const other = await repository('other');
    for (const repositories of [[shop], [shop, other]]) {
      for (const grouping of ['area', 'person'] as const) {
        const look = looking(grouping);
        const ids = new Map<string, TreeNode>();
        const walk = (nodes: readonly TreeNode[], parent: TreeNode | null): void => {
          for (const node of nodes) {
            assert.ok(!ids.has(node.id), node.id);
            assert.equal(node.parent?.id, parent?.id);
            ids.set(node.id, node);
            walk(childNodes(node, look), node);
          }
        };
        walk(topNodes(repositories, look), null);
        for (const aor of shop.model!.file.aors.values()) {
          const node = nodeOf(repositories, shop, aor, look);
          for (let at: TreeNode | null = node; at !== null; at = at.parent) assert.ok(ids.has(at.id), at.id);
        }
        assert.ok(ids.has(vacantNode(repositories, look)!.id));
      }
    }
  });

  it('has nothing vacant where everything is held', async () => {
    const held = await repository('held', text.replace('owner: ,', 'owner: ana,'));
    assert.equal(vacantNode([held], looking('area')), undefined);
  });
});

describe('The files of an AOR', () => {
  const paths = ['a.ts', 'pay/b.md', 'pay/refunds/x.ts', 'pay/refunds/y.ts', 'search/c.go'];

  it('are those it owns, or those a review applies to', async () => {
    const { index, file } = (await repository()).model!;
    const result = <T>(work: Generator<void, T>): T => {
      for (;;) {
        const { done, value } = work.next();
        if (done === true) return value;
      }
    };
    const areas = result(filesByArea(index, paths));
    assert.deepEqual(areas.get('refunds'), ['pay/refunds/x.ts', 'pay/refunds/y.ts']);
    assert.deepEqual(areas.get('platform'), ['a.ts']);
    assert.equal(areas.has('empty'), false);
    const security = file.aors.get('security')!;
    assert.deepEqual(result(filesOfReview(index, security, paths)), ['a.ts', 'pay/refunds/x.ts', 'pay/refunds/y.ts']);
  });

  it('are shown by folder, with folders that have one folder alone in one row', async () => {
    const shop = await repository();
    const top: FilesNode = {
      kind: 'files',
      id: 'f',
      parent: null,
      repository: shop,
      definition: shop.model!.file.aors.get('platform')!,
      count: 4,
    };
    const rows = filesBeneath(top, ['a/b/c/x.ts', 'a/b/d/y.ts', 'e/z.ts', 'w.ts']);
    assert.deepEqual(rows.map(label), ['a/b/', 'e/', 'w.ts']);
    const [first] = rows;
    assert.ok(first?.kind === 'folder');
    assert.deepEqual(filesBeneath(first, first.files).map(label), ['c/', 'd/']);
  });

  it('are cut where a folder has more than anybody reads', async () => {
    const shop = await repository();
    const top: FilesNode = {
      kind: 'files',
      id: 'f',
      parent: null,
      repository: shop,
      definition: shop.model!.file.aors.get('platform')!,
      count: null,
    };
    const rows = filesBeneath(
      top,
      Array.from({ length: 1_234 }, (_, index) => `${String(index)}.ts`),
    );
    assert.equal(rows.length, 1_001);
    assert.equal(label(rows.at(-1)!), '234 more');
  });
});
