import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { OwnershipFile } from '../../../src/core/model';
import { compileRules, type Explanation } from '../../../src/core/rules';
import { globMatcher, parseGlob, type Pattern } from '../../../src/core/rules/glob';
import { judge, type Claim } from '../../../src/core/rules/precedence';
import { globText, path } from './arbitraries';
import { fileOf, type AorOf } from './fileOf';

const goodGlob = globText.filter((text) => parseGlob(text, '').kind === 'glob');

const entry = fc.record({
  glob: fc
    .tuple(fc.constantFrom('', '', '', '!'), goodGlob)
    .map(([mark, text]) => mark + text)
    .filter((text) => parseGlob(text, '').kind === 'glob'),
  priority: fc.constantFrom(0, 0, 0, 1, -2),
});

const aor: fc.Arbitrary<AorOf> = fc.record({
  kind: fc.constantFrom('area', 'area', 'area', 'review'),
  base: fc.constantFrom('', '', 'a', '[a]/b'),
  paths: fc.array(entry, { maxLength: 4 }),
});

const id = fc.constantFrom('a', 'b', 'b-c', 'b0', 'b_c', 'c', 'd', 'constructor');
const aors = fc.dictionary(id, aor, { maxKeys: 6, noNullPrototype: true });
const exempt = fc.array(
  fc.record({
    base: fc.constantFrom('', 'a'),
    globs: fc.array(
      entry.map(({ glob }) => glob),
      { maxLength: 2 },
    ),
  }),
  { maxLength: 2 },
);
const paths = fc.array(path, { minLength: 4, maxLength: 12 });

/** The answer without what only the file's order can show. */
function inWords({ decision, also, reviews }: Explanation) {
  return {
    decided: decision.kind === 'area' ? [decision.winner.aor.id, decision.winner.entry.glob.text] : decision.kind,
    also: also.map((match) => [match.aor.id, match.entry.glob.text, match.lost]),
    reviews: reviews.map((review) => review.id).toSorted(),
  };
}

/** Every pattern that has a say about the path, found without any index. */
function claimsOn(file: OwnershipFile, path: string): readonly Claim[] {
  const names = (patterns: readonly Pattern[]) => globMatcher({ patterns })(path);
  const areas = [...file.aors.values()].filter(({ kind, paths }) => {
    return kind === 'area' && !paths.some(({ glob }) => glob.exclude && names(glob.patterns));
  });
  return areas.flatMap(({ id, paths }) =>
    paths.flatMap((entry, position) =>
      entry.glob.patterns
        .filter((pattern) => !entry.glob.exclude && names([pattern]))
        .map((pattern) => ({ entry, pattern, id, position })),
    ),
  );
}

describe('laws of ownership', () => {
  it('the order of AORs in the file never matters', () => {
    fc.assert(
      fc.property(aors, exempt, paths, (aors, exempt, paths) => {
        const there = compileRules(fileOf(aors, exempt));
        const back = compileRules(fileOf(Object.fromEntries(Object.entries(aors).reverse()), exempt));
        for (const path of paths) assert.deepEqual(inWords(back.explain(path)), inWords(there.explain(path)), path);
      }),
    );
  });

  it('the order of globs in an AOR matters only for which of two equal ones is named', () => {
    fc.assert(
      fc.property(aors, paths, (aors, paths) => {
        const turned = Object.entries(aors).map(([id, aor]) => [id, { ...aor, paths: aor.paths?.toReversed() ?? [] }]);
        const there = compileRules(fileOf(aors));
        const back = compileRules(fileOf(Object.fromEntries(turned) as typeof aors));
        for (const path of paths) {
          const winners = [there.decide(path), back.decide(path)].map(
            (one) => one.kind === 'area' && one.winner.aor.id,
          );
          assert.equal(winners[0], winners[1], path);
        }
      }),
    );
  });

  it('an AOR that does not match changes nothing', () => {
    fc.assert(
      fc.property(aors, exempt, aor, paths, (aors, exempt, more, paths) => {
        const before = compileRules(fileOf(aors, exempt));
        const after = compileRules(fileOf({ ...aors, aa: { ...more, kind: 'area' } }, exempt));
        const alone = compileRules(fileOf({ aa: { ...more, kind: 'area' } }));
        for (const path of paths) {
          if (alone.decide(path).kind !== 'none') continue;
          assert.deepEqual(inWords(after.explain(path)), inWords(before.explain(path)), path);
        }
      }),
    );
  });

  it('the winner matches and wins; every loser matches, and loses to it for the reason given', () => {
    fc.assert(
      fc.property(aors, paths, (aors, paths) => {
        const file = fileOf(aors);
        const index = compileRules(file);
        for (const path of paths) {
          const claims = claimsOn(file, path);
          const { decision, also } = index.explain(path);
          assert.deepEqual(index.decide(path), decision);
          assert.equal(decision.kind, claims.length === 0 ? 'none' : 'area');
          if (decision.kind !== 'area') continue;
          const best = claims.toSorted((a, b) => judge(a, b).order)[0];
          assert.ok(best !== undefined);
          assert.equal(decision.winner.entry, best.entry);
          assert.equal(decision.winner.aor.id, best.id);
          const losers = new Set(claims.map((claim) => claim.id).filter((id) => id !== best.id));
          assert.deepEqual(new Set(also.map((match) => match.aor.id)), losers);
          for (const loser of also) {
            const own = claims.filter((claim) => claim.id === loser.aor.id).toSorted((a, b) => judge(a, b).order)[0];
            assert.equal(loser.entry, own?.entry);
            assert.ok(own !== undefined && judge(best, own).order < 0);
            assert.deepEqual(judge(best, own).by, loser.lost);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('judging is an order: no two claims both win, and what beats the better beats the worse', () => {
    fc.assert(
      fc.property(aors, path, (aors, path) => {
        const claims = claimsOn(fileOf(aors), path);
        for (const a of claims) {
          for (const b of claims) {
            assert.equal(Math.sign(judge(a, b).order), -Math.sign(judge(b, a).order) + 0);
            for (const c of claims) {
              if (judge(a, b).order < 0 && judge(b, c).order < 0) assert.ok(judge(a, c).order < 0);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
