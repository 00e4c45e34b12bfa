/** What a change does to the ownership file itself. */
import type { Absence, Aor, OwnershipFile, Person } from '../model';
import { compareText } from './order';

/** Whether two ownership files are the same texts at the same places. */
export function isSameFile(a: OwnershipFile | null, b: OwnershipFile | null): boolean {
  if (a === null || b === null || a === b) return a === b;
  return (
    a.sources.length === b.sources.length &&
    a.sources.every(({ path, text }, at) => b.sources[at]?.path === path && b.sources[at].text === text)
  );
}

/**
 * Everything about an AOR that a change cannot alter on its own authority, as text: who owns it, what it covers, under
 * which conditions and how strictly. Title, words and backups do not count, nor does the order of what is a set.
 */
function substanceOf(aor: Aor): string {
  const { kind, owner, hasPaths, base, content, minLines, changes, broken, level } = aor;
  const paths = aor.paths.map(({ glob, priority }) => {
    const patterns = glob.patterns.map((pattern) => pattern.map((segment) => [segment.class, segment.text]));
    return JSON.stringify([glob.exclude, priority, patterns]);
  });
  const review = [hasPaths ? null : base, content, minLines, changes === null ? null : [...changes].sort(), level];
  return JSON.stringify([
    kind,
    owner?.id ?? null,
    paths.sort(compareText),
    hasPaths,
    broken.map(({ code, key, text }) => [code, key, text]),
    kind === 'review' ? review : null,
  ]);
}

/** Ids of the AORs of `fork` that `head` no longer has or has with another substance. */
export function alteredAors(fork: OwnershipFile | null, head: OwnershipFile | null): ReadonlySet<string> {
  const altered = new Set<string>();
  for (const [id, before] of fork?.aors ?? []) {
    const after = head?.aors.get(id);
    if (after === undefined || substanceOf(after) !== substanceOf(before)) altered.add(id);
  }
  return altered;
}

const absenceText = ({ from, until, cover }: Absence) => [from, until, cover?.id ?? null];

/** Everything the file says about a person, as text. */
function everythingAbout(person: Person): string {
  const { name, emails, handles, chat, manager, timezone, wants, away, left, bot } = person;
  const refs = [manager?.id ?? null, wants.map(({ id }) => id)];
  return JSON.stringify([name, emails, [...handles], chat, refs, timezone, away.map(absenceText), left, bot]);
}

/** Whether a person of `base` is one that the change leaves as they were: those it may give something to. */
export function isUnchanged(id: string, base: OwnershipFile, fork: OwnershipFile | null, head: OwnershipFile): boolean {
  const person = head.people.get(id);
  if (person === undefined || !base.people.has(id)) return false;
  const now = everythingAbout(person);
  return [base, fork].some((file) => {
    const before = file?.people.get(id);
    return before !== undefined && everythingAbout(before) === now;
  });
}
