import { ownershipOf, type Today } from '../../core';
import type { Answer } from '../../host/store';

type Owned = Extract<Answer, { readonly kind: 'ownership' }>;

/** A name that only globs about everything in a folder match. */
const anyName = '\u0000';

/**
 * The answer for what lies beneath the path, where that is another AOR than the path's own: `services/search` is one of
 * Search where an included file owns all inside, though the folder itself stands outside of that file. `undefined` where
 * it makes no difference.
 */
export function asFolder(answer: Owned, today: Today): Owned | undefined {
  const { file, index } = answer.model;
  const beneath = ownershipOf(file, index, `${answer.ownership.path}/${anyName}`, today);
  const isSame = beneath.state === answer.ownership.state && aorOf(beneath) === aorOf(answer.ownership);
  return isSame ? undefined : { ...answer, ownership: { ...beneath, path: answer.ownership.path } };
}

const aorOf = (ownership: Owned['ownership']): unknown => ('aor' in ownership ? ownership.aor : null);
