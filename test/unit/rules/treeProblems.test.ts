import assert from 'node:assert/strict';
import type { OwnershipFile } from '../../../src/core/model';
import { analyseTree, compileRules, treeProblems, type Loss, type TreeAnalysis } from '../../../src/core/rules';
import { treeOfPaths } from '../../../src/core/tree/readTree';
import { fileOf } from './fileOf';

function analyse(file: OwnershipFile, paths: Iterable<string>): { analysis: TreeAnalysis; pauses: number } {
  const running = analyseTree(file, compileRules(file), treeOfPaths(paths));
  for (let pauses = 0; ; pauses++) {
    const step = running.next();
    if (step.done === true) return { analysis: step.value, pauses };
  }
}

function problems(file: OwnershipFile, paths: readonly string[], isSparse = false): string[] {
  return treeProblems(analyse(file, paths).analysis, { isSparse }).map(({ code, message }) => `${code}: ${message}`);
}

describe('the analysis of a tree', () => {
  it('counts files by state and AOR, and what each glob names and decides', () => {
    const file = fileOf(
      {
        all: { paths: ['**', '!**/*.md'] },
        web: { paths: ['web', 'web/{a,b}*'] },
        look: { kind: 'review', paths: ['web'] },
        mentoring: { kind: 'duty', paths: ['web'] },
      },
      [{ globs: ['vendor'] }],
    );
    const { analysis } = analyse(file, ['web/a', 'web/c', 'x', 'y.md', 'vendor/z']);
    const { entries, filesOf, ties, sources, ...totals } = analysis;
    assert.equal(sources, file.sources);
    assert.deepEqual(totals, { files: 5, owned: 3, exempt: 1, unowned: 1 });
    assert.deepEqual(
      [...filesOf],
      [
        ['web', 2],
        ['all', 1],
      ],
    );
    assert.deepEqual(
      entries.map(({ entry, aor, matches, decides }) => [aor?.id ?? null, entry.glob.text, matches, decides]),
      [
        ['all', '**', 5, 1],
        ['all', '!**/*.md', 1, 0],
        ['web', 'web', 2, 1],
        ['web', 'web/{a,b}*', 1, 1],
        ['look', 'web', 2, 0],
        [null, 'vendor', 1, 1],
      ],
    );
    assert.deepEqual(ties, []);
  });

  it('counts for each glob what excludes take out, and who decides the rest', () => {
    const file = fileOf(
      {
        all: { paths: ['**', '!**/*.md'] },
        docs: { paths: ['docs'] },
        web: { paths: ['web', '!web/gen'] },
        look: { kind: 'review', paths: ['web', '!web/a'] },
      },
      [{ globs: ['vendor'] }],
    );
    const { entries } = analyse(file, ['a.md', 'docs/a.md', 'docs/b', 'vendor/z', 'web/a', 'web/gen/b', 'x']).analysis;
    const shown = ({ to, count, path }: Loss): string =>
      `${count} ${to.kind === 'area' ? to.winner.entry.glob.text : to.kind === 'exempt' ? to.entry.glob.text : '-'} ${path}`;
    assert.deepEqual(
      entries.map(({ entry, takenOut, lost }) => [entry.glob.text, takenOut, ...lost.map(shown)]),
      [
        ['**', 2, '1 - a.md', '2 docs docs/a.md', '1 vendor vendor/z', '1 web web/a'],
        ['!**/*.md', 0, '1 - a.md', '1 docs docs/a.md'],
        ['docs', 0],
        ['web', 1, '1 ** web/gen/b'],
        ['!web/gen', 0, '1 ** web/gen/b'],
        ['web', 1, '1 web web/a', '1 ** web/gen/b'],
        ['!web/a', 0, '1 web web/a'],
        ['vendor', 0],
      ],
    );
  });

  it('pauses between slices', () => {
    const file = fileOf({ all: { paths: ['**'] } });
    const paths = Array.from({ length: 40_000 }, (_, number) => `f${number}`);
    const { analysis, pauses } = analyse(file, paths);
    assert.equal(analysis.owned, 40_000);
    assert.ok(pauses > 1);
  });

  it('of an empty tree is all zeros', () => {
    const { analysis, pauses } = analyse(fileOf({ all: { paths: ['**'] } }), []);
    assert.equal(analysis.files, 0);
    assert.equal(pauses, 0);
  });
});

describe('problems that only the tree shows', () => {
  it('are a glob, an exclude, a review or an exempt glob that matches nothing', () => {
    const file = fileOf({ x: { paths: ['src', 'gone', '!src/gone'] }, r: { kind: 'review', paths: ['**/*.sql'] } }, [
      { globs: ['vendor'] },
      { base: 'lib', globs: ['gen'] },
    ]);
    assert.deepEqual(problems(file, ['src/a', 'gen/x']), [
      'no-match: `gone` matches no file',
      'no-match: `!src/gone` takes nothing out: it matches no file',
      'no-match: `**/*.sql` matches no file',
      'no-match: `vendor` matches no file',
      'no-match: `gen` matches no file beneath `lib`',
    ]);
  });

  it('leave globs without a file alone in a sparse checkout', () => {
    assert.deepEqual(problems(fileOf({ x: { paths: ['gone'] } }), ['a'], true), []);
  });

  it('are a glob that matches files and decides none of them', () => {
    const file = fileOf({ x: { paths: ['src/a/b.ts'] }, u: { paths: ['src/a', '**/b.ts'] } });
    assert.deepEqual(problems(file, ['src/a/b.ts', 'src/a/c.ts']), [
      'shadowed-glob: `**/b.ts` matches 1 file but decides none: `src/a/b.ts` is decided by `src/a/b.ts` of `x`',
    ]);
  });

  it('say what decides instead: another glob of the same AOR, an exempt glob, an exclude', () => {
    const file = fileOf({ x: { paths: ['a', 'a/*', 'vendor', 'gen', '!gen'] } }, [{ globs: ['vendor'] }]);
    assert.deepEqual(problems(file, ['a/1', 'a/2', 'vendor/1', 'gen/1']), [
      'shadowed-glob: `a` matches 2 files but decides none: `a/1` is decided by `a/*` of `x`',
      'shadowed-glob: `vendor` matches 1 file but decides none: `vendor/1` is exempt by `vendor`',
      'shadowed-glob: `gen` matches 1 file but decides none: `gen/1` is taken out by an exclude beside it',
    ]);
  });

  it('point at the glob and at the one that wins', () => {
    const file = fileOf({ x: { paths: ['src/a'] }, u: { paths: ['**/a'] } });
    const [problem] = treeProblems(analyse(file, ['src/a']).analysis, { isSparse: false });
    assert.ok(problem !== undefined);
    assert.deepEqual(problem.at, file.aors.get('u')?.paths[0]?.at);
    assert.deepEqual(
      problem.related.map(({ at }) => at),
      [file.aors.get('x')?.paths[0]?.at],
    );
    assert.equal(problem.severity, 'warning');
  });

  it('are two AORs between which the id decides, once a pair', () => {
    const file = fileOf({ b: { paths: ['src/*.ts', 'lib/a*'] }, a: { paths: ['src/*.ts', 'lib/*b'] } });
    const [message, ...others] = problems(file, ['src/x.ts', 'src/y.ts', 'lib/ax', 'lib/xb', 'lib/ab']);
    assert.equal(
      message,
      'shadowed-glob: `src/*.ts` matches 2 files but decides none: `src/x.ts` is decided by `src/*.ts` of `a`',
    );
    assert.deepEqual(others, [
      'ambiguous-owner: `src/*.ts` of `b` and `src/*.ts` of `a` are equally specific: the id gives 3 files to `a`, such as `src/x.ts`; make one glob more exact or give it a priority',
    ]);
  });

  it('are not a tie in theory, nor one below the winner', () => {
    assert.deepEqual(
      problems(fileOf({ b: { paths: ['lib/a*'] }, a: { paths: ['lib/*b'] } }), ['lib/ax', 'lib/xb']),
      [],
    );
    const beaten = fileOf({ b: { paths: ['*'] }, a: { paths: ['*'] }, w: { paths: ['x'] } });
    assert.ok(problems(beaten, ['x']).every((problem) => !problem.startsWith('ambiguous')));
  });
});
