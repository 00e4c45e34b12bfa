/** `unused-person`, and what is done with all people of a file at once. */
import { orderEntries, removeKey } from '../../edits';
import type { OwnershipFile, Problem } from '../../model';
import { fixIn, wordAt, type Fix, type Fixer } from './fix';

export const unusedPerson: Fixer = (problem, context) => {
  const id = wordAt(problem, context);
  return [fixIn(problem.at.file, `Remove "${id}"`, [removeKey(['people', id])])];
};

/** The people of a file by id; `null`: they are in order, or there are none. */
export function sortPeople(file: string, { people }: OwnershipFile): Fix | null {
  const ids = [...people.values()].filter(({ at }) => at.file === file).map(({ id }) => id);
  const isSorted = ids.every((id, at) => at === 0 || (ids[at - 1] ?? '') <= id);
  if (isSorted) return null;
  return fixIn(file, 'Sort people', [orderEntries(['people'], (keys) => [...keys].sort())]);
}

/** Without the people of a file that nobody mentions; `null`: there are none. */
export function removeUnusedPeople(file: string, problems: readonly Problem[], { people }: OwnershipFile): Fix | null {
  const unused = problems.filter(({ code, at }) => code === 'unused-person' && at.file === file);
  const ids = [...people.values()]
    .filter((person) => unused.some(({ at }) => at.start === person.at.start && person.at.file === file))
    .map(({ id }) => id);
  if (ids.length === 0) return null;
  return fixIn(
    file,
    'Remove unused people',
    ids.map((id) => removeKey(['people', id])),
  );
}
