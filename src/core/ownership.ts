import type { Ownership, OwnershipFile, Today } from './model';
import { holderOf } from './people/holder';
import type { RuleIndex } from './rules';

/** The whole answer for one path (base-relative, `/`; it need not exist). */
export function ownershipOf(file: OwnershipFile, index: RuleIndex, path: string, today: Today): Ownership {
  const { decision, also, reviews, conditional } = index.explain(path);
  const common = { path, also, reviews, conditional };
  if (decision.kind === 'none') return { ...common, state: 'unowned' };
  if (decision.kind === 'exempt') return { ...common, state: 'exempt', rule: decision.entry };
  const { aor, entry: rule } = decision.winner;
  const { owner, reason } = holderOf(file, aor, today);
  if (reason === 'shared') return { ...common, state: 'shared', aor, rule };
  return owner === null
    ? { ...common, state: 'vacant', aor, reason, rule }
    : { ...common, state: 'owned', aor, owner, rule };
}
