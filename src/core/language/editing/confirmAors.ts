/** *Confirm my AORs*: the day on which their owner looked at them. */
import { setValue } from '../../edits';
import type { Aor, Day, OwnershipFile } from '../../model';
import { editing, refused, type EditingResult } from './changes';

/** What somebody owns, and has not confirmed on this day: what was confirmed longest ago, or never, comes first. */
export function aorsToConfirm(file: OwnershipFile, personId: string, day: Day): readonly Aor[] {
  const mine = [...file.aors.values()].filter(({ owner, confirmed }) => owner?.id === personId && confirmed !== day);
  const lastOf = ({ confirmed, since }: Aor): string => confirmed ?? since ?? '';
  return mine.sort((a, b) => (lastOf(a) < lastOf(b) ? -1 : lastOf(a) > lastOf(b) ? 1 : 0));
}

/** They are confirmed on this day, each in its file. */
export function confirmAors(file: OwnershipFile, ids: readonly string[], day: Day): EditingResult {
  const gone = ids.find((id) => !file.aors.has(id));
  if (gone !== undefined) return refused(`The ownership file has no AOR "${gone}" any more.`);
  const aors = ids.flatMap((id) => file.aors.get(id) ?? []);
  return editing(...aors.map(({ id, at }) => ({ file: at.file, edits: [setValue(['aors', id, 'confirmed'], day)] })));
}
