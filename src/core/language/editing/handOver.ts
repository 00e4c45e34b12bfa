/** *Take over…* and *Hand over…*: another owner from today on. What was said of the one before goes to `past`. */
import { addItem, editedFrom, entryAt, removeItem, removeKey, setValue, type Edit } from '../../edits';
import { isBracketed, nodeEnd } from '../../edits/extent';
import type { PlainNode } from '../../file/plainTree';
import type { Aor, Day, OwnershipFile } from '../../model';
import { editing, refused, type EditingResult } from './changes';

/** The person `to` owns the AOR from this day on. Whether they are one of the people yet does not matter here. */
export function handOver(file: OwnershipFile, aorId: string, to: string, day: Day): EditingResult {
  const aor = file.aors.get(aorId);
  if (aor === undefined) return refused(`The ownership file has no AOR "${aorId}" any more.`);
  const person = file.people.get(to);
  if (aor.owner?.id === to) return refused(`${person?.name ?? to} owns ${aor.title} already.`);
  if (person !== undefined && person.left !== null && person.left <= day)
    return refused(`${person.name} has left on ${person.left} and cannot take over ${aor.title}.`);
  const before = file.people.get(aor.owner?.id ?? '');
  // Somebody nobody knows cannot be mentioned among those who held it.
  const until = before === undefined ? null : before.left !== null && before.left < day ? before.left : day;
  return editing({ file: aor.at.file, edits: newOwner(aor, to, day, until) });
}

/** The edits of an AOR that has another owner. `until`: the last day of the one before; `null`: nothing is said of them. */
export function newOwner(aor: Aor, to: string, day: Day, until: Day | null): Edit[] {
  const at = (key: string): readonly string[] => ['aors', aor.id, key];
  return [
    ...toPast(aor, to, until),
    ownerAlone(aor.id, to),
    without(at('backup'), to),
    setValue(at('since'), day),
    setValue(at('confirmed'), day),
    removeKey(at('vacant')),
    ...(aor.handover?.to.id === to ? [removeKey(at('handover'))] : []),
  ];
}

/** Who owned it until now, unless they own it still. */
const toPast = (aor: Aor, to: string, until: Day | null): Edit[] =>
  aor.owner === null || aor.owner.id === to || until === null
    ? []
    : [addItem(['aors', aor.id, 'past'], { owner: aor.owner.id, from: aor.since ?? undefined, until })];

/**
 * One owner, whatever stands there: nothing, one, or a list, whose first counts as owner and whose others are its first
 * backups, which they stay.
 */
const ownerAlone =
  (aor: string, to: string): Edit =>
  (source) => {
    const path = ['aors', aor, 'owner'];
    const node = entryAt(source, path)?.entry.value ?? null;
    if (node?.kind !== 'list') return setValue(path, to)(source);
    const [, ...others] = node.items.flatMap(({ value }) => (value?.kind === 'scalar' ? [value.text] : []));
    const backups = others.filter((id) => id !== to).reverse();
    const write = isBracketed(source.text, node) ? setValue(path, to) : inPlaceOf(path, node, to);
    return editedFrom(source, [write, ...backups.map((id) => addItem(['aors', aor, 'backup'], id, 0))]);
  };

/** A text in place of a list with dashes; `null`: there are comments among them. */
const inPlaceOf =
  (path: readonly string[], list: PlainNode, put: string): Edit =>
  (source) => {
    const { text } = source;
    const key = entryAt(source, path)?.entry.key;
    const start = text.indexOf(':', key?.end ?? 0) + 1;
    const end = nodeEnd(text, list);
    return text.slice(start, end).includes('#') ? null : [{ start, end, text: ` ${put}` }];
  };

/** Takes an id out of a list of people, where it stands. */
export const without =
  (path: readonly string[], id: string): Edit =>
  (source) => {
    const node = entryAt(source, path)?.entry.value ?? null;
    if (node === null) return [];
    if (node.kind !== 'list') return node.kind === 'scalar' && node.text === id ? removeKey(path)(source) : [];
    const index = node.items.findIndex(({ value }) => value?.kind === 'scalar' && value.text === id);
    if (index < 0) return [];
    return node.items.length === 1 ? removeKey(path)(source) : removeItem(path, index)(source);
  };
