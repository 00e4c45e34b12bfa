import type { Aor, LostMatch, OwnershipFile } from '../model';
import { claimsIndex, listsOf, type EntryList, type HeldClaim } from './claims';
import { compileLines } from './lines';
import { bestOf, judge } from './precedence';
import { compileReviews } from './reviews';
import type { Decision, RuleIndex } from './ruleIndex';

/** Compiles every glob of the file. Never throws. */
export function compileRules(file: OwnershipFile): RuleIndex {
  if (file.codeowners !== null) return compileLines(file.codeowners);
  const areas = [...file.aors.values()].filter(({ kind }) => kind === 'area');
  const areaClaims = claimsIndex(listsOf(areas));
  const exemptClaims = claimsIndex(exemptLists(file));
  const reviewsOf = compileReviews(file);

  // `exempt` is asked first: it ends the search for an area before it starts.
  const exemptionOf = (path: string): Decision | undefined => {
    const best = bestOf(exemptClaims(path));
    return best === undefined ? undefined : { kind: 'exempt', entry: best.entry };
  };

  return {
    decide: (path) => exemptionOf(path) ?? areaDecision(bestOf(areaClaims(path))),
    explain(path) {
      const exemption = exemptionOf(path);
      const claims = exemption === undefined ? areaClaims(path) : [];
      const winner = bestOf(claims);
      return {
        decision: exemption ?? areaDecision(winner),
        also: winner === undefined ? [] : losersTo(winner, claims),
        ...reviewsOf(path),
      };
    },
  };
}

/** The `exempt` lists of all files. Their entries count as one list when the earlier one is to be named. */
function exemptLists(file: OwnershipFile): readonly EntryList<null>[] {
  let earlier = 0;
  return file.exempt.map(({ entries }) => {
    const list = { holder: null, id: '', earlier, entries };
    earlier += entries.length;
    return list;
  });
}

function areaDecision(winner: HeldClaim<Aor> | undefined): Decision {
  if (winner === undefined) return { kind: 'none' };
  return { kind: 'area', winner: { aor: winner.holder, entry: winner.entry } };
}

/** The other AORs with a claim, each with its best one, best first. */
function losersTo(winner: HeldClaim<Aor>, claims: readonly HeldClaim<Aor>[]): readonly LostMatch[] {
  const byAor = new Map<Aor, HeldClaim<Aor>[]>();
  for (const claim of claims) {
    const ofAor = byAor.get(claim.holder);
    if (ofAor === undefined) byAor.set(claim.holder, [claim]);
    else ofAor.push(claim);
  }
  byAor.delete(winner.holder);
  const losers = [...byAor.values()].map(bestOf).filter((best) => best !== undefined);
  return losers
    .toSorted((a, b) => judge(a, b).order)
    .map((loser) => {
      const { by } = judge(winner, loser);
      // Nothing within one AOR is left to decide here: the winner's own claims are gone.
      return { aor: loser.holder, entry: loser.entry, lost: by ?? { kind: 'id' } };
    });
}
