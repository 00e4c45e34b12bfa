import assert from 'node:assert/strict';
import { parseGlob } from '../../../src/core/rules/glob';
import { bestOf, judge, type Claim } from '../../../src/core/rules/precedence';

interface Options {
  readonly id?: string;
  readonly priority?: number;
  readonly position?: number;
  readonly base?: string;
}

/** A claim by the last pattern of a glob: for `src` that is `src/**`. */
function claim(text: string, { id = 'x', priority = 0, position = 0, base = '' }: Options = {}): Claim {
  const result = parseGlob(text, base);
  assert.ok(result.kind === 'glob', text);
  const pattern = result.glob.patterns.at(-1);
  assert.ok(pattern !== undefined);
  return { entry: { glob: result.glob, priority, at: { file: 'aor.yaml', start: 0, end: 0 } }, pattern, id, position };
}

function wins(winner: Claim, loser: Claim, by: ReturnType<typeof judge>['by']): void {
  assert.deepEqual(judge(winner, loser).by, by);
  assert.deepEqual(judge(loser, winner).by, by);
  assert.ok(judge(winner, loser).order < 0);
  assert.ok(judge(loser, winner).order > 0);
  assert.equal(bestOf([loser, winner]), winner);
}

describe('precedence', () => {
  const bySegment: readonly (readonly [winner: string, loser: string, segment: number])[] = [
    ['a/b.ts', 'a/b*', 2],
    ['a?', '??', 1],
    ['abc*', 'a*c', 1],
    ['\\*\\**', 'a*', 1],
    ['é😀*', '😀?', 1],
    ['?*', '*', 1],
    ['???', '*', 1],
    ['*', '**', 1],
    ['*x', '?*', 1],
    ['src/*', 'src/**/auth.ts', 2],
    ['src/*', 'src', 2],
    ['packages/core/**', 'packages/*/src/auth/**', 2],
    ['**/*', '**', 2],
    ['**/**', '**', 2],
    ['src/**', '**/x', 1],
    ['src/**/test', 'src/**', 3],
  ];
  for (const [winner, loser, number] of bySegment) {
    it(`prefers ${winner} to ${loser}, at segment ${number}`, () => {
      wins(claim(winner, { id: 'z' }), claim(loser, { id: 'a' }), { kind: 'segment', number });
    });
  }

  it('prefers the higher priority to anything', () => {
    wins(claim('**', { id: 'z', priority: 1 }), claim('a/b'), { kind: 'priority' });
    wins(claim('**', { id: 'z' }), claim('a/b', { priority: -9 }), { kind: 'priority' });
  });

  it('prefers the id that comes first in ASCII order where nothing else differs', () => {
    const ids = ['p-a', 'p0', 'p_a', 'pa', 'pay', 'pay-2'];
    for (const [at, id] of ids.entries()) {
      for (const later of ids.slice(at + 1)) {
        wins(claim('src/a*c', { id }), claim('src/*bc', { id: later }), { kind: 'id' });
      }
    }
  });

  it('prefers the earlier entry within one AOR', () => {
    wins(claim('lib/?', { position: 1 }), claim('lib/?*', { position: 4 }), null);
  });

  it('counts the folder of an included file as plain segments', () => {
    wins(claim('*', { base: 'a/b' }), claim('**/x', { base: 'a/b' }), { kind: 'segment', number: 3 });
    wins(claim('**', { base: 'a' }), claim('*/x.ts'), { kind: 'segment', number: 1 });
    wins(claim('**', { base: 'a/b', id: 'a' }), claim('a/b/**', { id: 'b' }), { kind: 'id' });
  });

  it('has nobody win where nobody claims', () => {
    assert.equal(bestOf([]), undefined);
  });
});
