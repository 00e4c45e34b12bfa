import assert from 'node:assert/strict';
import { compileRules } from '../../../src/core/rules';
import { fileOf } from './fileOf';

/** The answer for a path in a few words: the AOR or state, and the glob that decided. */
function answer(file: ReturnType<typeof fileOf>, path: string): string {
  const index = compileRules(file);
  const { decision } = index.explain(path);
  assert.deepEqual(index.decide(path), decision);
  if (decision.kind === 'area') return `${decision.winner.aor.id}: ${decision.winner.entry.glob.text}`;
  return decision.kind === 'exempt' ? `exempt: ${decision.entry.glob.text}` : 'none';
}

describe('areas', () => {
  it('own what their globs name, the file or the folder of that name', () => {
    const file = fileOf({ pay: { paths: ['src/pay'] } });
    assert.equal(answer(file, 'src/pay'), 'pay: src/pay');
    assert.equal(answer(file, 'src/pay/deep/a.ts'), 'pay: src/pay');
    assert.equal(answer(file, 'src/payment'), 'none');
  });

  it('are told apart by the better glob, wherever it stands', () => {
    const file = fileOf({ all: { paths: ['**'] }, core: { paths: ['src/core'] }, src: { paths: ['src'] } });
    assert.equal(answer(file, 'src/core/a'), 'core: src/core');
    assert.equal(answer(file, 'src/a'), 'src: src');
    assert.equal(answer(file, 'a'), 'all: **');
  });

  it('lose paths to their own excludes only', () => {
    const file = fileOf({ all: { paths: ['**'] }, web: { paths: ['!**/gen', 'web'] } });
    assert.equal(answer(file, 'web/gen/a'), 'all: **');
    assert.equal(answer(file, 'web/a'), 'web: web');
  });

  it('of an included file match beneath its folder only', () => {
    const file = fileOf({ team: { base: 'apps/[web]', paths: ['**', '!/old'] } });
    assert.equal(answer(file, 'apps/[web]/a'), 'team: **');
    assert.equal(answer(file, 'apps/[web]/old/a'), 'none');
    assert.equal(answer(file, 'apps/[web]'), 'none');
    assert.equal(answer(file, 'apps/w/a'), 'none');
  });

  it('name the best of their own globs, and the earlier of two equal ones', () => {
    const file = fileOf({ x: { paths: ['**', '{a,b}.ts', 'a.ts', 'lib/?', 'lib/*?'] } });
    assert.equal(answer(file, 'a.ts'), 'x: {a,b}.ts');
    assert.equal(answer(file, 'lib/q'), 'x: lib/?');
  });

  it('are ranked by the alternative that matches, not by the glob as a whole', () => {
    const file = fileOf({ wide: { paths: ['{src/a.ts,**}'] }, narrow: { paths: ['src/*'] } });
    assert.equal(answer(file, 'src/a.ts'), 'wide: {src/a.ts,**}');
    assert.equal(answer(file, 'src/b.ts'), 'narrow: src/*');
  });

  it('may have any name a path can have', () => {
    const file = fileOf({ odd: { paths: ['__proto__/constructor', 'toString/*', '**/hasOwnProperty'] } });
    assert.equal(answer(file, '__proto__/constructor/valueOf'), 'odd: __proto__/constructor');
    assert.equal(answer(file, '__proto__'), 'none');
    assert.equal(answer(file, 'constructor'), 'none');
    assert.equal(answer(file, 'toString/x'), 'odd: toString/*');
    assert.equal(answer(file, 'a/hasOwnProperty'), 'odd: **/hasOwnProperty');
  });
});

describe('exempt', () => {
  const area = { x: { paths: [{ glob: 'vendor/a.c', priority: 9 }, '**'] } };

  it('is asked before any area, whatever its priority', () => {
    const file = fileOf(area, [{ globs: ['vendor'] }]);
    assert.equal(answer(file, 'vendor/a.c'), 'exempt: vendor');
    assert.deepEqual(compileRules(file).explain('vendor/a.c').also, []);
  });

  it('gives back what its own list excludes', () => {
    const file = fileOf(area, [{ globs: ['vendor', '!vendor/own'] }]);
    assert.equal(answer(file, 'vendor/own/a.c'), 'x: **');
    assert.equal(answer(file, 'vendor/other'), 'exempt: vendor');
  });

  it('of one file is not taken back by another file', () => {
    const file = fileOf(area, [{ globs: ['gen', '!a/gen/keep'] }, { base: 'a', globs: ['gen', '!gen/own'] }]);
    assert.equal(answer(file, 'a/gen/keep'), 'exempt: gen');
    assert.equal(answer(file, 'a/gen/own'), 'x: **');
  });

  it('names the best glob, and of equal ones the earlier, over all files', () => {
    const file = fileOf({}, [{ globs: ['**/*.c', 'a/b', 'a/?/?.c'] }, { base: 'a', globs: ['b/x.c', '?/*?.c', 'b'] }]);
    const { decision } = compileRules(file).explain('a/b/x.c');
    assert.deepEqual(decision, { kind: 'exempt', entry: file.exempt[1]?.entries[0] });
    const tied = compileRules(file).decide('a/c/y.c');
    assert.deepEqual(tied, { kind: 'exempt', entry: file.exempt[0]?.entries[2] });
  });
});

describe('what lost', () => {
  it('is named with its best glob and what decided, best first', () => {
    const file = fileOf({
      all: { paths: ['**'] },
      low: { paths: [{ glob: 'src/a.ts', priority: -1 }] },
      b: { paths: ['src/*', 'src/*.ts'] },
      a: { paths: ['src/*.ts'] },
    });
    const lost = compileRules(file)
      .explain('src/a.ts')
      .also.map((match) => ({ aor: match.aor.id, glob: match.entry.glob.text, lost: match.lost }));
    assert.deepEqual(lost, [
      { aor: 'b', glob: 'src/*.ts', lost: { kind: 'id' } },
      { aor: 'all', glob: '**', lost: { kind: 'segment', number: 1 } },
      { aor: 'low', glob: 'src/a.ts', lost: { kind: 'priority' } },
    ]);
  });

  it('does not hold AORs that exclude the path, nor reviews, nor duties', () => {
    const file = fileOf({
      a: { paths: ['src'] },
      b: { paths: ['src', '!**/x'] },
      r: { kind: 'review', paths: ['src'] },
      d: { kind: 'duty', paths: ['src'] },
    });
    assert.deepEqual(compileRules(file).explain('src/x').also, []);
  });
});

describe('reviews', () => {
  const broken = [{ code: 'bad-glob', key: 'paths', text: 'a//b' }] as const;
  const file = fileOf(
    {
      late: { kind: 'review', paths: ['web/**/*.tsx'] },
      keys: { kind: 'review', content: 'KEY', minLines: 3, changes: ['added'] },
      every: { kind: 'review' },
      team: { kind: 'review', base: 'web', changes: ['deleted'] },
      hollow: { kind: 'review', paths: ['!web'] },
      split: { kind: 'review', paths: ['web', 'lib'], broken },
      early: { kind: 'review', paths: ['web', '!web/b.tsx'] },
    },
    [{ globs: ['web'] }],
  );
  const of = (path: string) => {
    const { reviews, conditional } = compileRules(file).explain(path);
    return {
      reviews: reviews.map(({ id }) => id),
      conditional: conditional.map(({ aor, needs }) => [aor.id, ...needs]),
    };
  };

  it('apply by path in order of definition, to exempt paths too', () => {
    assert.deepEqual(of('web/a.tsx').reviews, ['late', 'every', 'early']);
    assert.deepEqual(of('web/b.tsx').reviews, ['late', 'every']);
    assert.deepEqual(of('lib/a').reviews, ['every']);
  });

  it('that also look at the change say at what', () => {
    assert.deepEqual(of('lib/a').conditional, [['keys', 'content', 'min-lines', 'changes']]);
  });

  it('without paths see what lies beneath the folder of their file', () => {
    assert.deepEqual(of('web/a.tsx').conditional, [
      ['keys', 'content', 'min-lines', 'changes'],
      ['team', 'changes'],
    ]);
    assert.deepEqual(of('web2/a').conditional, of('lib/a').conditional);
    assert.deepEqual(of('web').conditional, of('lib/a').conditional);
  });
});
