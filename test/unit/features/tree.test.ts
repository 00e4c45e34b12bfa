import assert from 'node:assert/strict';
import {
  atOnce,
  compileRules,
  filesOfAreas,
  filesOfReview,
  healthProblems,
  loadOwnership,
  treeOfPaths,
  unownedFiles,
  type TreeAnalysis,
} from '../../../src/core';
import type { Look } from '../../../src/features/tree/arrangement';
import { factsOf } from '../../../src/features/tree/facts';
import { filterOf } from '../../../src/features/tree/filter';
import { filesBeneath } from '../../../src/features/tree/folders';
import { headOf } from '../../../src/features/tree/head';
import { personNamed } from '../../../src/host/personNamed';
import type { AorNode, FilesNode, TreeNode } from '../../../src/features/tree/nodes';
import { childNodes, filledSection, nodeOf, topNodes } from '../../../src/features/tree/outline';
import type { TreeGrouping } from '../../../src/host/settings';
import type { Model, Repository } from '../../../src/host/store';
import { memorySource } from '../memorySource';

const text = `
version: 1
people:
  ana: { name: Ana Ruiz, email: ana@acme.dev, handles: { github: anaruiz } }
  ben: Ben Okri <ben@acme.dev>
  tomas: { name: Tomáš Novák, email: tomas@acme.dev, left: 2026-06-30 }
teams:
  checkout: { name: Checkout, lead: ana, members: [ana] }
aors:
  platform: { title: Platform, owner: ben, backup: ana, paths: ["**"], status: green }
  payments: { title: Payments, owner: ana, parent: platform, paths: [pay], team: checkout, status: amber }
  refunds: { title: Refunds, owner: ben, parent: payments, paths: [pay/refunds], team: checkout }
  search: { title: Search, owner: , parent: platform, paths: [search] }
  empty: { title: Empty, owner: ana, paths: [nothing], confirmed: 2020-01-01 }
  security: { title: Security, kind: review, owner: ben, parent: platform, paths: ["**/*.ts"], backup: ana }
  mentoring: { title: Mentoring, kind: duty, owner: ana }
  interns: { title: Interns, kind: duty, owner: tomas, parent: mentoring }
`;
const filesOf = new Map([
  ['platform', 2],
  ['payments', 1],
  ['refunds', 3],
  ['search', 1],
]);

const today = { day: '2026-10-10' };

async function repository(name = 'shop', yaml = text, unowned = 0): Promise<Repository> {
  const loaded = await loadOwnership(memorySource({ 'aor.yaml': yaml }), null);
  assert.ok(loaded.kind === 'loaded');
  const model: Model = { file: loaded.file, index: compileRules(loaded.file) };
  const place: unknown = { toString: () => `file:///${name}`, path: `/${name}`, with: () => place };
  const base = place as Repository['base'];
  const tree = { filesOf, unowned } as unknown as TreeAnalysis;
  const problems = healthProblems(loaded.file, today);
  const nothing = { failure: null, uncounted: null };
  return { base, entry: base, state: 'ok', model, sources: loaded.sources, problems, tree, ...nothing };
}

function label(node: TreeNode): string {
  switch (node.kind) {
    case 'repository':
      return String(node.repository.base);
    case 'section':
      return `[${node.section}]`;
    case 'person':
      return node.person.name;
    case 'team':
      return `team ${node.team.name}`;
    case 'aor':
      return node.definition.title;
    case 'files':
      return `${String(node.count)} files`;
    case 'unowned':
      return `${String(node.count)} unowned`;
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

/** Every row but those of files. */
function outline(repositories: readonly Repository[], look: Look): string[] {
  const show = (nodes: readonly TreeNode[], depth: number): string[] =>
    nodes
      .filter(({ kind }) => kind !== 'files')
      .flatMap((node) => [`${'  '.repeat(depth)}${label(node)}`, ...show(childNodes(node, look), depth + 1)]);
  return show(topNodes(repositories, look), 0);
}

const looking = (grouping: TreeGrouping, more: Partial<Look> = {}): Look => ({
  ...{ grouping, today, filter: null, filterText: '', me: () => null },
  ...more,
});

const filtered = (words: string, grouping: TreeGrouping = 'area'): Look =>
  looking(grouping, { filter: filterOf(words), filterText: words });

const vacant = ['[vacant]', '  Search', '  Interns'];

describe('The tree of responsibilities', () => {
  it('has areas beneath each other, and vacant, reviews and duties on their own', async () => {
    assert.deepEqual(outline([await repository()], looking('area')), [
      ...vacant,
      ...['Platform', '  Payments', '    Refunds', '  Search', 'Empty'],
      ...['[review]', '  Security', '[duty]', '  Mentoring', '    Interns'],
    ]);
  });

  it('has people with all they hold', async () => {
    assert.deepEqual(outline([await repository()], looking('person')), [
      ...vacant,
      ...['Ana Ruiz', '  Payments', '  Empty', '  Mentoring'],
      ...['Ben Okri', '  Platform', '  Refunds', '  Security'],
    ]);
  });

  it('has teams, kinds and states, each AOR where it belongs', async () => {
    const shop = [await repository()];
    assert.deepEqual(outline(shop, looking('team')), [
      ...vacant,
      ...['team Checkout', '  Payments', '  Refunds'],
      ...['[teamless]', '  Platform', '  Search', '  Empty', '  Security', '  Mentoring', '  Interns'],
    ]);
    assert.deepEqual(outline(shop, looking('kind')), [
      ...vacant,
      ...['[area]', '  Platform', '    Payments', '      Refunds', '    Search', '  Empty'],
      ...['[review]', '  Security', '[duty]', '  Mentoring', '    Interns'],
    ]);
    assert.deepEqual(outline(shop, looking('status')).slice(3), [
      ...['[amber]', '  Payments', '[green]', '  Platform'],
      ...['[unrated]', '  Refunds', '  Search', '  Empty', '  Security', '  Mentoring', '  Interns'],
    ]);
  });

  it('has what is mine first: what I hold, then what I back up', async () => {
    const lines = outline([await repository()], looking('area', { me: () => 'ana' }));
    assert.deepEqual(lines.slice(0, 6), ['[mine]', '  Payments', '  Empty', '  Mentoring', '  Platform', '  Security']);
    assert.equal(outline([await repository()], looking('area', { me: () => 'tomas' }))[0], '[vacant]');
  });

  it('has the files nobody owns last, where there are some or nobody knows', async () => {
    assert.equal(outline([await repository('shop', text, 7)], looking('area')).at(-1), '7 unowned');
    assert.equal(outline([{ ...(await repository()), tree: null }], looking('area')).at(-1), 'null unowned');
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
    const looks = (['area', 'person', 'team', 'kind', 'status'] as const).flatMap((grouping) => [
      looking(grouping, { me: () => 'ana' }),
      filtered('e', grouping),
    ]);
    for (const repositories of [[shop], [shop, other]]) {
      for (const look of looks) {
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
          if (look.filter?.(shop.model!.file, aor) === false) continue;
          const node = nodeOf(repositories, shop, aor, look);
          for (let at: TreeNode | null = node; at !== null; at = at.parent) assert.ok(ids.has(at.id), at.id);
        }
        assert.ok(ids.has(filledSection(repositories, 'vacant', look)!.id));
      }
    }
  });

  it('has nothing vacant where everything is held', async () => {
    const held = await repository(
      'held',
      text.replace('owner: ,', 'owner: ana,').replace('owner: tomas', 'owner: ben'),
    );
    assert.equal(filledSection([held], 'vacant', looking('area')), undefined);
  });
});

describe('The tree of too many files', () => {
  it('has the responsibilities, and neither counts nor files', async () => {
    const shop = await repository('shop', text, 1);
    const large: Repository = { ...shop, tree: null, uncounted: 'Too many.' };
    const kinds = (nodes: readonly TreeNode[]): string[] => nodes.map(({ kind }) => kind);
    const top = topNodes([large], looking('area'));
    assert.equal(kinds(topNodes([shop], looking('area'))).includes('unowned'), true);
    assert.equal(kinds(top).includes('unowned'), false);
    const platform = top.find((node) => label(node) === 'Platform')!;
    assert.deepEqual(new Set(kinds(childNodes(platform, looking('area')))), new Set(['aor']));
  });
});

describe('The filter of the tree', () => {
  it('finds titles, ids, people and globs, whatever the case and accents, with what is above them', async () => {
    const shop = [await repository()];
    assert.deepEqual(outline(shop, filtered('REFUNDS')), ['Platform', '  Payments', '    Refunds']);
    assert.deepEqual(outline(shop, filtered('tomas')), [
      '[vacant]',
      '  Interns',
      '[duty]',
      '  Mentoring',
      '    Interns',
    ]);
    assert.deepEqual(outline(shop, filtered('ana', 'status')).slice(0, 4), [
      '[amber]',
      '  Payments',
      '[green]',
      '  Platform',
    ]);
    assert.deepEqual(outline(shop, filtered('**/*.ts')), ['[review]', '  Security']);
  });

  it('wants every word somewhere, and is none without a word', async () => {
    const shop = [await repository()];
    assert.deepEqual(outline(shop, filtered('pay ben')), ['Platform', '  Payments', '    Refunds']);
    assert.deepEqual(outline(shop, filtered('pay nobody')), []);
    assert.equal(filterOf('  '), null);
  });

  it('is told above the tree, with how many it found', async () => {
    const shop = [await repository()];
    assert.deepEqual(headOf(shop, looking('area')), { description: '', message: '' });
    assert.deepEqual(headOf(shop, filtered('refunds')), {
      description: '“refunds”',
      message: 'Shows 1 of 8: with “refunds” in title, id, people or globs.',
    });
    assert.equal(headOf(shop, filtered('x\u202Ey')).message, 'No title, id, person or glob has “x\\u{202E}y”.');
    const stale: Repository = { ...shop[0]!, state: 'stale' };
    assert.match(headOf([stale], looking('area')).message, /^The ownership file has errors\. /);
    const uncounted = 'There are more than 2,000,000 files here: they are not counted or listed.';
    const large: Repository = { ...shop[0]!, tree: null, uncounted };
    assert.equal(headOf([large, large], looking('area')).message, uncounted);
    const empty = await repository('empty', 'version: 1\naors: {}\n');
    assert.equal(headOf([empty], looking('area')).message, 'The ownership file has no AORs yet.');
  });
});

describe('A row of an AOR', () => {
  async function facts(path: readonly string[], look: Look): Promise<readonly string[]> {
    const shop = await repository();
    let nodes = topNodes([shop], look);
    for (const step of path.slice(0, -1))
      nodes = childNodes(
        nodes.find((node) => label(node) === step)!,
        look,
      );
    const node = nodes.find((one): one is AorNode => label(one) === path.at(-1))!;
    return factsOf(node, shop.model!.file, look).shown;
  }

  it('names the owner, or since when nobody holds it and who is asked', async () => {
    assert.deepEqual(await facts(['Platform', 'Payments'], looking('area')), ['Ana Ruiz']);
    assert.deepEqual(await facts(['[vacant]', 'Search'], looking('area')), ['ask Ben Okri']);
    assert.deepEqual(await facts(['[vacant]', 'Interns'], looking('area')), [
      'duty',
      'ask Ana Ruiz',
      'since 2026-06-30',
    ]);
  });

  it('says where somebody outside of the team holds it', async () => {
    const outside = 'held from outside Checkout';
    assert.deepEqual(await facts(['Platform', 'Payments', 'Refunds'], looking('area')), ['Ben Okri', outside]);
    assert.deepEqual(await facts(['team Checkout', 'Refunds'], looking('team')), ['Ben Okri', outside]);
    assert.deepEqual(await facts(['team Checkout', 'Payments'], looking('team')), ['Ana Ruiz']);
  });

  it('says what I am to it, and how it is doing', async () => {
    const look = looking('area', { me: () => 'ana' });
    assert.deepEqual(await facts(['[mine]', 'Security'], look), [
      'review',
      'offer',
      'backup of Ben Okri',
      'never confirmed',
    ]);
    const stale = ['no backup', 'not confirmed since 2020-01-01'];
    assert.deepEqual(await facts(['[unrated]', 'Empty'], looking('status')), ['Ana Ruiz', ...stale]);
  });
});

describe('Who I am', () => {
  it('is a person by id, address, noreply address, handle or name, whatever the case', async () => {
    const { file } = (await repository()).model!;
    for (const said of ['ana', 'ANA', 'Ana@Acme.dev', '7+AnaRuiz@users.noreply.github.com', '@anaruiz', 'ana ruiz'])
      assert.equal(personNamed(file, said), 'ana', said);
    for (const said of ['nobody', 'x@acme.dev']) assert.equal(personNamed(file, said), null, said);
  });
});

describe('The files of an AOR', () => {
  const paths = ['a.ts', 'pay/b.md', 'pay/refunds/x.ts', 'pay/refunds/y.ts', 'search/c.go'];

  it('are those it owns, or those a review applies to', async () => {
    const { index, file } = (await repository()).model!;
    const tree = treeOfPaths(paths);
    const ofArea = (id: string) => atOnce(filesOfAreas(index, tree, new Set([id])));
    assert.deepEqual(ofArea('refunds'), ['pay/refunds/x.ts', 'pay/refunds/y.ts']);
    assert.deepEqual(ofArea('platform'), ['a.ts']);
    assert.deepEqual(ofArea('empty'), []);
    const security = file.aors.get('security')!;
    assert.deepEqual(atOnce(filesOfReview(index, security, tree)), ['a.ts', 'pay/refunds/x.ts', 'pay/refunds/y.ts']);
  });

  it('are nobody’s where no area matches and nothing exempts them', async () => {
    const { index } = (
      await repository('few', text.replace('["**"]', '[lib]').replace('aors:', 'exempt: [vendor]\naors:'))
    ).model!;
    const tree = treeOfPaths([...paths, 'vendor/v.js', 'lib/l.ts']);
    assert.deepEqual(atOnce(unownedFiles(index, tree)), ['a.ts']);
  });

  const uriOf = (path: string): string => `file:///shop/${path}`;

  async function top(count: number | null): Promise<FilesNode> {
    const shop = await repository();
    const definition = shop.model!.file.aors.get('platform')!;
    return { kind: 'files', id: 'f', parent: null, repository: shop, definition, count };
  }

  it('are shown by folder, with folders that have one folder alone in one row', async () => {
    const rows = filesBeneath(await top(4), ['a/b/c/x.ts', 'a/b/d/y.ts', 'e/z.ts', 'w.ts'], uriOf);
    assert.deepEqual(rows.map(label), ['a/b/', 'e/', 'w.ts']);
    const [first] = rows;
    assert.ok(first?.kind === 'folder');
    assert.deepEqual(filesBeneath(first, first.files, uriOf).map(label), ['c/', 'd/']);
  });

  it('are cut where a folder has more than anybody reads', async () => {
    const rows = filesBeneath(
      await top(null),
      Array.from({ length: 1_234 }, (_, index) => `${String(index)}.ts`),
      uriOf,
    );
    assert.equal(rows.length, 1_001);
    assert.equal(label(rows.at(-1)!), '234 more');
  });
});
