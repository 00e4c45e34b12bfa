/** What a change may and may not do to its own review. The cases of the reference hold the rest. */
import assert from 'node:assert/strict';
import { loadOwnership, type OwnershipFile, type SuggestInput } from '../../../src/core';
import { memorySource } from '../memorySource';
import type { WrittenChange } from './changes';
import { suggestFor } from './written';

const people = `people: { ana: { name: Ana }, ben: { name: Ben }, cy: { name: Cy }, zoe: { name: Zoe } }\n`;

async function fileOf(files: string | Readonly<Record<string, string>>): Promise<OwnershipFile> {
  const texts = typeof files === 'string' ? { 'aor.yaml': `version: 1\n${people}aors:\n${files}` } : files;
  const loaded = await loadOwnership(memorySource(texts), null);
  assert.ok(loaded.kind === 'loaded');
  return loaded.file;
}

const written: WrittenChange = { status: 'M', path: 'aor.yaml' };

/** Requirements as `id level files`, and who is asked, for a change that writes `head` where `fork` was. */
async function told(
  base: OwnershipFile,
  head: OwnershipFile | null,
  change: readonly WrittenChange[] = [written],
  more: Partial<SuggestInput> = {},
) {
  const { requirements, ask, uncovered } = await suggestFor(base, change, ['zoe'], { head, ...more });
  return {
    requirements: requirements.map(
      ({ aor, level, files, origin }) => `${aor.id} ${level} ${origin} ${files.join(' ')}`,
    ),
    ask: ask.map(({ person }) => person.id),
    uncovered: uncovered.map((one) => (one.kind === 'path' ? one.path : one.requirement.aor.id)),
  };
}

const exempt = '\nexempt: [aor.yaml]\n';

describe('a change of the ownership file', () => {
  it('asks the owner of a note it alters, though a note asks nobody', async () => {
    const base = await fileOf(`  n: { title: N, kind: review, owner: ana, level: note, paths: [x] }${exempt}`);
    const head = await fileOf(`  n: { title: N, kind: review, owner: zoe, level: note, paths: [x] }${exempt}`);
    const { requirements, ask } = await told(base, head);
    assert.deepEqual(requirements, ['n offer altered aor.yaml']);
    assert.deepEqual(ask, ['ana']);
  });

  it('is held to what it makes stricter', async () => {
    const base = await fileOf(`  n: { title: N, kind: review, owner: ana, paths: [x] }${exempt}`);
    const head = await fileOf(`  n: { title: N, kind: review, owner: ana, level: must, paths: [x] }${exempt}`);
    assert.deepEqual((await told(base, head)).requirements, ['n must altered aor.yaml']);
  });

  it('asks nobody by what it adds where that is not wanted, and still asks by what it alters', async () => {
    const base = await fileOf(`  a: { title: A, owner: ana, paths: [x] }${exempt}`);
    const more = '  r: { title: R, kind: review, owner: ben, level: must }\n  b: { title: B, owner: cy, paths: [y] }';
    const head = await fileOf(`  a: { title: A, owner: zoe, paths: [x] }\n${more}${exempt}`);
    const change = [written, { status: 'A', path: 'y/a' }];
    assert.deepEqual((await told(base, head, change)).ask.toSorted(), ['ana', 'ben', 'cy']);
    const strict = await told(base, head, change, { takesAdditions: false });
    assert.deepEqual(strict, { requirements: ['a area altered aor.yaml'], ask: ['ana'], uncovered: ['y/a'] });
  });

  it('asks the holder of a duty it gives away', async () => {
    const base = await fileOf(`  d: { title: D, kind: duty, owner: ana }${exempt}`);
    const head = await fileOf(`  d: { title: D, kind: duty, owner: zoe }${exempt}`);
    const { requirements, ask } = await told(base, head);
    assert.deepEqual(requirements, ['d area altered aor.yaml']);
    assert.deepEqual(ask, ['ana']);
  });

  it('alters nothing by writing the same paths in another order or another way', async () => {
    const base = await fileOf(`  a: { title: A, owner: ana, paths: [x, "y/**"] }${exempt}`);
    const head = await fileOf(`  a: { title: A, owner: ana, paths: ["/y/", /x] }${exempt}`);
    assert.deepEqual((await told(base, head)).requirements, []);
  });

  it('alters an AOR by a priority or an exclude', async () => {
    const base = await fileOf(`  a: { title: A, owner: ana, paths: [x] }${exempt}`);
    for (const paths of ['[{ glob: x, priority: 1 }]', '[x, "!x/y"]']) {
      const head = await fileOf(`  a: { title: A, owner: ana, paths: ${paths} }${exempt}`);
      assert.deepEqual((await told(base, head)).requirements, ['a area altered aor.yaml'], paths);
    }
  });

  it('cannot give a parent to an AOR of the base by defining one that was missing', async () => {
    const base = await fileOf(`  a: { title: A, owner: zoe, parent: p, paths: [x] }${exempt}`);
    const head = await fileOf(
      `  a: { title: A, owner: zoe, parent: p, paths: [x] }\n  p: { title: P, owner: ben }${exempt}`,
    );
    const { ask, uncovered } = await told(base, head, [{ status: 'M', path: 'x/1' }]);
    assert.deepEqual([ask, uncovered], [[], ['a']]);
  });

  it('has its new AORs asked for by people it leaves alone, and by the base above', async () => {
    const above = '  p: { title: P, owner: ben, paths: [aor.yaml] }\n';
    const base = await fileOf(above);
    const head = await fileOf(
      `${above}  a: { title: A, owner: zoe, backup: [mallory], parent: p, paths: [x] }`.concat('\n'),
    );
    const change = [{ status: 'A', path: 'x/1' }];
    assert.deepEqual(await told(base, head, change), {
      requirements: ['a area added x/1'],
      ask: ['ben'],
      uncovered: [],
    });
  });

  it('does not have its new AORs asked for by somebody it changes', async () => {
    const base = await fileOf('  p: { title: P, owner: ana, paths: [p] }');
    const head = await fileOf({
      'aor.yaml': `version: 1\n${people.replace('{ name: Ben }', '{ name: Ben, email: other@evil.example }')}aors:
  p: { title: P, owner: ana, paths: [p] }
  a: { title: A, owner: zoe, backup: [ben, cy], paths: [x] }`,
    });
    assert.deepEqual((await told(base, head, [{ status: 'A', path: 'x/1' }])).ask, ['cy']);
  });

  it('has a path it keeps in an AOR that the base removed meanwhile, where it gives that to somebody else', async () => {
    const fork = await fileOf(`  a: { title: A, owner: ana, paths: [x] }`);
    const base = await fileOf(`  b: { title: B, owner: ana, paths: [y] }`);
    const head = await fileOf(`  a: { title: A, owner: ben, paths: [x] }`);
    const change = [{ status: 'M', path: 'x/1' }];
    assert.deepEqual(await told(base, head, change, { fork }), {
      requirements: ['a area added x/1'],
      ask: ['ben'],
      uncovered: [],
    });
  });

  it('leaves a path uncovered that it gives to nobody, or to somebody new', async () => {
    const base = await fileOf(`  a: { title: A, owner: ana, paths: [a] }`);
    for (const owner of ['', 'mallory']) {
      const head = await fileOf(
        `  a: { title: A, owner: ana, paths: [a] }\n  b: { title: B, owner: ${owner}, paths: [x] }`,
      );
      assert.deepEqual((await told(base, head, [{ status: 'A', path: 'x/1' }])).uncovered, ['x/1']);
    }
    const head = await fileOf(`  a: { title: A, owner: ana, paths: [a] }\n  b: { title: B, owner: cy, paths: [x] }`);
    assert.deepEqual((await told(base, head, [{ status: 'A', path: 'x/1' }])).uncovered, []);
  });

  it('is not blamed for what the base did meanwhile', async () => {
    const fork = await fileOf(
      `  a: { title: A, owner: ana, paths: [x] }\n  b: { title: B, owner: ben, paths: [y] }${exempt}`,
    );
    const base = await fileOf(`  a: { title: A, owner: cy, paths: [x] }${exempt}`);
    const head = await fileOf(
      `  a: { title: A, owner: ana, paths: [x] }\n  b: { title: B, owner: ben, paths: [y] }\n  c: { title: C, owner: ben }${exempt}`,
    );
    const change = [written, { status: 'M', path: 'x/1' }, { status: 'M', path: 'y/1' }];
    assert.deepEqual(await told(base, head, change, { fork }), {
      requirements: ['a area base x/1'],
      ask: ['cy'],
      uncovered: ['y/1'],
    });
  });

  it('gives something to people whom the base changed meanwhile, as the base knows them', async () => {
    const before = await fileOf(`  p: { title: P, owner: ana, paths: [p] }`);
    const base = await fileOf({
      'aor.yaml': `version: 1\n${people.replace('{ name: Ben }', '{ name: Ben Okri }')}aors:\n  p: { title: P, owner: ana, paths: [p] }`,
    });
    const head = await fileOf(`  p: { title: P, owner: ana, paths: [p] }\n  a: { title: A, owner: ben, paths: [x] }`);
    const change = [{ status: 'A', path: 'x/1' }];
    const { ask } = await suggestFor(base, change, ['zoe'], { fork: before, head });
    assert.deepEqual(
      ask.map(({ person }) => person.name),
      ['Ben Okri'],
    );
  });

  it('names the file it changes where an AOR is no longer included', async () => {
    const entry = (include: string) =>
      `version: 1\n${people}aors:\n  a: { title: A, owner: ana, paths: [x] }\n${include}`;
    const part = 'aors:\n  b: { title: B, owner: ben, paths: [y] }\n';
    const base = await fileOf({ 'aor.yaml': entry('include: [part/aor.yaml]\n'), 'part/aor.yaml': part });
    const head = await fileOf({ 'aor.yaml': entry(''), 'part/aor.yaml': part });
    assert.deepEqual((await told(base, head)).requirements, ['b area altered aor.yaml']);
    const moved = await fileOf({ 'aor.yaml': entry('include: [new/aor.yaml]\n'), 'new/aor.yaml': 'aors: {}\n' });
    const rename = { status: 'R', path: 'new/aor.yaml', from: 'part/aor.yaml' };
    assert.deepEqual((await told(base, moved, [rename])).requirements, ['b area altered new/aor.yaml']);
  });

  it('alters every AOR by removing the file', async () => {
    const base = await fileOf(
      `  a: { title: A, owner: ana, paths: [x] }\n  b: { title: B, owner: ben, paths: [y] }${exempt}`,
    );
    const { requirements, ask } = await told(base, null, [{ status: 'D', path: 'aor.yaml' }]);
    assert.deepEqual(requirements, ['a area altered aor.yaml', 'b area altered aor.yaml']);
    assert.deepEqual([...ask].sort(), ['ana', 'ben']);
  });

  it('lists every path where there is no ownership file at all', async () => {
    const { ask, uncovered } = await suggestFor(await fileOf(''), [{ status: 'A', path: 'x' }], [], {
      base: null,
      fork: null,
      head: null,
    });
    assert.deepEqual([ask, uncovered], [[], [{ kind: 'path', path: 'x' }]]);
  });
});

describe('renames without an area', () => {
  const base = `  a: { title: A, owner: ana, paths: [x] }\nexempt: [vendor]\n`;
  const rename = (from: string, path: string) => ({ status: 'R', from, path });

  it('are listed where the new place has none, or where nobody sees what left an unowned one', async () => {
    const file = await fileOf(base);
    const uncoveredFor = async (from: string, path: string) => (await told(file, file, [rename(from, path)])).uncovered;
    assert.deepEqual(await uncoveredFor('x/1', 'y'), ['y']);
    assert.deepEqual(await uncoveredFor('y', 'z'), ['z']);
    assert.deepEqual(await uncoveredFor('y', 'x/1'), []);
    assert.deepEqual(await uncoveredFor('y', 'vendor/1'), ['y']);
  });
});

describe('equal choices', () => {
  const crossed = `  a: { title: A, owner: zoe, backup: [ana, ben], paths: [x] }\n  b: { title: B, owner: zoe, backup: [ben, ana], paths: [y] }`;
  const change = [
    { status: 'M', path: 'x/1' },
    { status: 'M', path: 'y/1' },
  ];
  const evidence = (scores: Readonly<Record<string, number>>) => ({
    scoreOf: (person: string) => scores[person] ?? 0,
    knowersOf: () => [],
  });
  const waiting = (loads: Readonly<Record<string, number>>) => ({
    ...{ standing: new Map(), waiting: new Map(Object.entries(loads)), busy: new Set<string>(), opener: null },
  });
  const askedWith = async (more: Partial<SuggestInput>) => {
    const file = await fileOf(crossed);
    return (await told(file, file, change, more)).ask;
  };

  it('are decided by evidence, then by load, then always in the same way', async () => {
    assert.deepEqual(await askedWith({ evidence: evidence({ ana: 1 }), forge: waiting({ ana: 9 }) }), ['ana']);
    assert.deepEqual(await askedWith({ evidence: evidence({ ben: 1 }), forge: waiting({ ben: 9 }) }), ['ben']);
    assert.deepEqual(await askedWith({ evidence: evidence({}), forge: waiting({ ana: 3 }) }), ['ben']);
    assert.deepEqual(await askedWith({ evidence: evidence({}), forge: waiting({ ben: 3 }) }), ['ana']);
    // One more or less is no difference.
    const one = await askedWith({ evidence: evidence({}), forge: waiting({ ana: 2, ben: 1 }) });
    assert.deepEqual(one, await askedWith({ evidence: evidence({}), forge: waiting({ ana: 1, ben: 2 }) }));
    assert.deepEqual(await askedWith({}), await askedWith({ evidence: evidence({}) }));
  });

  it('evidence never overrules the order of backups', async () => {
    const file = await fileOf(`  a: { title: A, owner: zoe, backup: [ana, ben], paths: [x] }`);
    const { ask } = await told(file, file, change.slice(0, 1), { evidence: evidence({ ben: 2_500 }) });
    assert.deepEqual(ask, ['ana']);
  });

  it('lean gives an owner’s area to somebody who is asked anyway', async () => {
    const file = await fileOf(
      `  a: { title: A, owner: ana, backup: ben, paths: [x] }\n  b: { title: B, owner: ben, paths: [y] }`,
    );
    assert.deepEqual((await told(file, file, change, { mode: 'lean' })).ask, ['ben']);
    assert.deepEqual([...(await told(file, file, change)).ask].sort(), ['ana', 'ben']);
  });
});
