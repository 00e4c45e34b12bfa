/** Who is named on a line of `CODEOWNERS`. */
import type { CodeownersDialect } from './dialect';
import type { CodeownersOwner } from './model';

const name = /^@[\w][\w.+-]*$/;
const team = /^@[\w][\w.-]*(?:\/[\w][\w.-]*)+$/;
const email = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]+$/;
const role = /^@@(?:developer|maintainer|owner)s?$/;

/** One word as an owner; `null`: the host takes it for nobody. */
export function ownerOf(word: string, dialect: CodeownersDialect): CodeownersOwner | null {
  // `@workspace/group:random(2)`: how many of the group are taken is not who they are.
  const text = dialect === 'bitbucket' ? word.replace(/:\w+(?:\(\d*\))?$/, '') : word;
  if (dialect === 'gitlab' && role.test(text)) return { kind: 'role', text };
  if (name.test(text)) return { kind: 'user', text };
  if (team.test(text)) return { kind: 'team', text };
  return email.test(text) ? { kind: 'email', text } : null;
}

/** GitLab takes whatever looks like an owner, wherever it stands on a line, and leaves the rest. */
export const ownersWithin = (text: string): readonly CodeownersOwner[] =>
  distinct(text.split(/[\s,;]+/).flatMap((word) => ownerOf(word, 'gitlab') ?? []));

/** Each once, in their order. */
export const distinct = (owners: readonly CodeownersOwner[]): readonly CodeownersOwner[] => [
  ...new Map(owners.map((owner) => [owner.text, owner])).values(),
];
