/** *Confirm my AORs*: the day on which their owner looked at them. */
import { setValue, type Edit } from '../../edits';
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
  const files = [...new Set(aors.map(({ at }) => at.file))];
  return editing(
    ...files.map((path) => {
      const own = aors.filter(({ at }) => at.file === path).map(({ id }) => id);
      return { file: path, edits: [confirmedOn(own, day)] };
    }),
  );
}

/** All in one edit: they are in different places, and a large file is read once for it and not for each. */
const confirmedOn =
  (ids: readonly string[], day: Day): Edit =>
  (source) => {
    const all = ids.map((id) => setValue(['aors', id, 'confirmed'], day)(source));
    return all.includes(null) ? null : all.flatMap((replacements) => replacements ?? []);
  };
