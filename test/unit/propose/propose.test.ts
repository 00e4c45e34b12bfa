import assert from 'node:assert/strict';
import { compileRules, loadOwnership, ownershipOf, proposeOwnership, workTally, writeDraft } from '../../../src/core';
import { proposeAreas } from '../../../src/core/propose/areas';
import type { WorkCommit } from '../../../src/core/propose/workLog';
import { memorySource } from '../memorySource';

const day = 86_400_000;
const now = Date.UTC(2026, 5, 15);

const commit = (name: string, daysAgo: number, paths: readonly string[], lines = 10): WorkCommit => ({
  author: { name, email: `${name.split(' ')[0]?.toLowerCase() ?? ''}@x.example` },
  time: now - daysAgo * day,
  files: paths.map((path) => ({ path, lines, from: null })),
});

const times = (count: number, make: (at: number) => WorkCommit): readonly WorkCommit[] =>
  Array.from({ length: count }, (_, at) => make(at));

const filesIn = (folder: string, count = 5): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${folder}/f${String(at)}.ts`);

function propose(files: readonly string[], commits: readonly WorkCommit[]) {
  const tally = workTally(files, now);
  commits.forEach(tally.add);
  return proposeOwnership(files, tally.done(), now, true);
}

const owners = (draft: ReturnType<typeof propose>) =>
  draft.aors.map(({ paths, owner }) => [paths[0]?.glob, owner] as const);

describe('a proposal from history', () => {
  const files = [...filesIn('services/pay'), ...filesIn('services/mail'), ...filesIn('docs')];
  const [pay, mail, docs] = ['services/pay/f0.ts', 'services/mail/f1.ts', 'docs/f2.ts'];

  it('gives folders to whoever leads there, and what is left to whoever leads in it', () => {
    const draft = propose(files, [
      ...times(30, (at) => commit('Ana Diaz', at, [pay])),
      ...times(10, (at) => commit('Ben Roy', at, [pay])),
      ...times(20, (at) => commit('Ben Roy', at, [mail])),
      ...times(2, (at) => commit('Cleo Fox', at, [docs])),
    ]);
    assert.deepEqual(owners(draft), [
      ['services/mail/', 'ben'],
      ['services/pay/', 'ana'],
      ['**', 'cleo'],
    ]);
    const [first, second] = draft.aors;
    assert.deepEqual([first?.title, first?.id, second?.backups], ['Mail service', 'mail', ['ben']]);
    assert.deepEqual(second?.comment, [
      'Ana Diaz: 75 % of the recent work, 30 commits, last today; Ben Roy 25 %; 5 files.',
    ]);
  });

  it('counts recent work more than old work', () => {
    const draft = propose(filesIn('a'), [
      ...times(10, () => commit('Ana Diaz', 20, ['a/f0.ts'])),
      ...times(15, () => commit('Ben Roy', 900, ['a/f0.ts'])),
      commit('Ben Roy', 1, ['elsewhere']),
    ]);
    assert.equal(draft.aors.at(-1)?.owner, 'ana');
  });

  it('names nobody who has not committed for a year, and says how much they did', () => {
    const draft = propose(filesIn('a'), [
      ...times(30, () => commit('Ben Roy', 366, ['a/f0.ts'])),
      commit('Ana Diaz', 3, ['a/f0.ts']),
    ]);
    assert.deepEqual(owners(draft), [['**', null]]);
    assert.doesNotMatch(writeDraft(draft), /Ben Roy/);
    assert.match(draft.aors[0]?.comment[0] ?? '', /9\d % by people who have not committed for a year/);
  });

  it('counts a sweep over all files as one commit, and what came by itself hardly', () => {
    const sweep = commit('Ben Roy', 1, [...files, 'pnpm-lock.yaml']);
    const draft = propose(
      [...files, 'pnpm-lock.yaml'],
      [
        sweep,
        ...times(9, () => commit('Cleo Fox', 1, ['pnpm-lock.yaml'])),
        ...times(3, () => commit('Ana Diaz', 1, [pay])),
      ],
    );
    assert.deepEqual(owners(draft), [['**', 'ana']]);
  });

  it('follows moved files, and forgets deleted ones', () => {
    const moved: WorkCommit = { ...commit('Mo Ver', 1, []), files: [{ path: 'a/f0.ts', lines: 0, from: 'old/f0.ts' }] };
    const draft = propose(filesIn('a'), [
      moved,
      ...times(9, () => commit('Ana Diaz', 5, ['old/f0.ts'])),
      ...times(30, () => commit('Ben Roy', 5, ['old/gone.ts'])),
    ]);
    assert.equal(draft.aors[0]?.owner, 'ana');
  });

  it('leaves to one person no more than a handful', () => {
    const many = times(20, (at) => commit('Ana Diaz', at, [])).map((_, at) => `m${String.fromCharCode(97 + at)}`);
    const draft = propose(
      many.flatMap((folder) => filesIn(folder)),
      many.flatMap((folder) => times(10, (at) => commit('Ana Diaz', at, [`${folder}/f0.ts`]))),
    );
    assert.equal(draft.aors.length, 8);
  });

  /** Numbers from 0 up to a limit, the same ones every time. */
  function randomFrom(seed: number): (limit: number) => number {
    let state = seed;
    return (limit) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * limit);
    };
  }

  it('gives every file the area of its nearest folder, names nobody inactive, and is the same each time', async () => {
    const names = ['a', 'b*', '{c}', '!d', 'true', '[e]', 'src', '__proto__'];
    for (let seed = 1; seed <= 25; seed++) {
      const random = randomFrom(seed);
      const some = (): string => names[random(names.length)] ?? '';
      const tree = [
        ...new Set(Array.from({ length: 200 }, (_, at) => `${some()}/${some()}/${some()}/${String(at % 60)}.ts`)),
      ];
      const people = ['Ana Diaz', 'Ana Roy', 'Cleo Fox', 'Old Timer'];
      const commits = Array.from({ length: 400 }, () => {
        const who = people[random(4)] ?? '';
        const days = who === 'Old Timer' ? 400 + random(300) : random(800);
        return commit(who, days, [tree[random(tree.length)] ?? '', tree[random(tree.length)] ?? ''], random(90));
      });
      const emails = commits.map((one, at) => ({
        ...one,
        author: { ...one.author, email: `${one.author.name.replace(' ', '.')}${String(at % 2)}@x.example` },
      }));
      const draft = propose(tree, emails);
      const text = writeDraft(draft);
      assert.equal(text, writeDraft(propose(tree, emails)));
      assert.doesNotMatch(text, /Old Timer/);
      assert.equal(new Set(draft.aors.map(({ title }) => title)).size, draft.aors.length);
      const loaded = await loadOwnership(memorySource({ 'aor.yaml': text }), null);
      assert.ok(loaded.kind === 'loaded');
      assert.deepEqual(
        loaded.problems.filter(({ severity }) => severity === 'error'),
        [],
      );
      const index = compileRules(loaded.file);
      const tally = workTally(tree, now);
      emails.forEach(tally.add);
      const areas = proposeAreas(tree, tally.done(), now).map(({ folder }) => folder);
      assert.ok(areas.length > 1, `seed ${String(seed)}`);
      for (const path of tree) {
        const ownership = ownershipOf(loaded.file, index, path, { instant: now });
        const nearest = areas
          .filter((folder) => folder === '' || path.startsWith(`${folder}/`))
          .reduce((best, folder) => (folder.length > best.length ? folder : best), '');
        assert.equal('aor' in ownership ? ownership.aor.id : null, draft.aors[areas.indexOf(nearest)]?.id, path);
      }
    }
  });
});
