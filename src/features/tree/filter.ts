import type { Aor, OwnershipFile } from '../../core';

/** Whether an AOR is looked for. */
export type Filter = (file: OwnershipFile, aor: Aor) => boolean;

/**
 * The AORs in whose title, id, globs or people (names and ids) every word of a text is found, whatever its case and
 * accents. `null` for a text without a word: all of them.
 */
export function filterOf(text: string): Filter | null {
  const words = folded(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  return (file, aor) => {
    const texts = textsOf(file, aor).map(folded);
    return words.every((word) => texts.some((candidate) => candidate.includes(word)));
  };
}

function textsOf(file: OwnershipFile, { title, id, paths, owner, shared, backups, consult, learning }: Aor): string[] {
  const people = [...(owner === null ? shared : [owner]), ...backups, ...consult, ...learning];
  return [
    title,
    id,
    ...paths.map(({ glob }) => glob.text),
    ...people.flatMap((ref) => [ref.id, file.people.get(ref.id)?.name ?? '']),
  ];
}

/** So that `tomas` finds Tomáš. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
