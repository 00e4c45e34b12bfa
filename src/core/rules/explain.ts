/** From the claims that match a path to everything there is to say about it. */
import type { Aor, LostMatch, PathEntry } from '../model';
import type { ClaimList, FileClaims, ListedClaim } from './claims';
import type { Matched } from './collector';
import { bestOf, judge } from './precedence';
import { needsOf } from './reviews';
import type { Decision, Explanation } from './ruleIndex';

/** Explains what matches; the same match has the same explanation, which is made once. */
export function explainer({ lists, claims }: FileClaims): (matched: Matched) => Explanation {
  const made = new WeakMap<Matched, Explanation>();

  function explained(matched: Matched): Explanation {
    const all = matched.claims.flatMap((number) => claims[number] ?? []);
    const withdrawn = new Set(all.filter(({ entry }) => entry?.glob.exclude === true).map(({ list }) => list));
    const left = all.filter(({ list }) => !withdrawn.has(list));
    const written = left.filter((claim) => claim.entry !== null);
    const exempt = bestOf(written.filter(({ list }) => lists[list]?.kind === 'exempt'));
    const concerned = new Set(left.flatMap(({ list }) => reviewOf(lists[list]) ?? []));
    return {
      ...(exempt === undefined
        ? areaOf(written, lists)
        : { decision: { kind: 'exempt', entry: exempt.entry }, also: [] }),
      reviews: [...concerned].filter((aor) => needsOf(aor).length === 0),
      conditional: [...concerned].map((aor) => ({ aor, needs: needsOf(aor) })).filter(({ needs }) => needs.length > 0),
      matching: [...new Set(all.flatMap(({ entry }): PathEntry[] => (entry === null ? [] : [entry])))],
    };
  }

  return (matched) => {
    let explanation = made.get(matched);
    if (explanation === undefined) {
      explanation = explained(matched);
      made.set(matched, explanation);
    }
    return explanation;
  };
}

/** A review with a broken condition applies to nothing. */
const reviewOf = (list: ClaimList | undefined): Aor | null =>
  list?.kind === 'review' && list.aor.broken.length === 0 ? list.aor : null;

/** Which area wins, and which others have a claim, each with its best one, best first. */
function areaOf(
  written: readonly ListedClaim[],
  lists: readonly ClaimList[],
): { readonly decision: Decision; readonly also: readonly LostMatch[] } {
  const byAor = new Map<Aor, ListedClaim[]>();
  for (const claim of written) {
    const list = lists[claim.list];
    if (list?.kind !== 'area') continue;
    const ofAor = byAor.get(list.aor);
    if (ofAor === undefined) byAor.set(list.aor, [claim]);
    else ofAor.push(claim);
  }
  const best = [...byAor]
    .flatMap(([aor, own]) => {
      const claim = bestOf(own);
      return claim === undefined ? [] : [{ aor, claim }];
    })
    .sort((a, b) => judge(a.claim, b.claim).order);
  const [winner, ...losers] = best;
  if (winner === undefined) return { decision: { kind: 'none' }, also: [] };
  return {
    decision: { kind: 'area', winner: { aor: winner.aor, entry: winner.claim.entry } },
    also: losers.map(({ aor, claim }) => {
      const { by } = judge(winner.claim, claim);
      // Two areas never have the same id, so something decided between them.
      return { aor, entry: claim.entry, lost: by ?? { kind: 'id' } };
    }),
  };
}
