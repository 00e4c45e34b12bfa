/** `several-owners`: the first stays, the others become the first backups, as they count already. */
import { addItem, entryAt, placeAt, removeItem, setValue, type Edit } from '../../edits';
import { fixIn, sourceOf, type Fixer } from './fix';

export const severalOwners: Fixer = (problem, context) => {
  const source = sourceOf(problem, context);
  const path = source === null ? undefined : placeAt(source, problem.at.start)?.path;
  const node = source === null || path === undefined ? null : (entryAt(source, path)?.entry.value ?? null);
  if (source === null || path === undefined || node?.kind !== 'list') return [];
  const ids = node.items.map(({ value }) => (value?.kind === 'scalar' ? value.text : null));
  const [first, ...others] = ids;
  if (first == null || others.includes(null)) return [];
  const backup = [...path.slice(0, -1), 'backup'];
  const edits: Edit[] = [
    ...others.map(() => removeItem(path, 1)),
    ...others.reverse().flatMap((id) => (id === null ? [] : [addItem(backup, id, 0)])),
    // In brackets, one value stands better alone.
    ...(source.text[node.start] === '[' ? [setValue(path, first)] : []),
  ];
  const title = `Keep "${first}" as owner, move the others to "backup"`;
  return [fixIn(problem.at.file, title, edits, { isPreferred: true, isSafe: true })];
};
