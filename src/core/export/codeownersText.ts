/** The whole `CODEOWNERS` file for GitHub, and what it cannot say. Source: GitHub Docs, *About code owners*. */
import type { Aor, OwnershipFile, Person, Today } from '../model';
import { hasLeft } from '../people/days';
import { holderOf } from '../people/holder';
import { handleOn } from '../review/handles';
import { codeownersLines, type CodeownersLine, type CodeownersLines } from './codeownersLines';

export interface CodeownersExport {
  readonly text: string;
  /** The lines of the text, in its order, without comments. */
  readonly lines: readonly CodeownersLine[];
  /** Globs that cannot be written there. */
  readonly left: CodeownersLines['left'];
  /** People and teams without a handle or an e-mail address, with an area that should name them. */
  readonly unreachable: readonly { readonly name: string; readonly aor: Aor }[];
  /** Areas for which nobody can be named: their files go to the next weaker line. */
  readonly nameless: readonly Aor[];
}

/** First line of an exported file: what is written by hand does not begin so, and is never written over. */
export const codeownersHeader =
  '# Written by `aor export --to codeowners`. Change the ownership file and export again.';

/**
 * Exports for a host, a host name such as `github.com`: a line names the owner, the backups and the team, so that
 * somebody can approve what the owner changed; a vacant area names its team, else whom the area above names. `more` are
 * lines at the end, for what patterns cannot say.
 */
export function exportCodeowners(
  file: OwnershipFile,
  host: string | null,
  today: Today,
  more: readonly CodeownersLine[] = [],
): CodeownersExport {
  const unreachable: { name: string; aor: Aor }[] = [];
  const known = new Map<Aor, readonly string[]>();
  const nameOf = (who: Named, aor: Aor): readonly string[] => {
    const found = written(who, host);
    if (found === null) unreachable.push({ name: who.name, aor });
    return found === null ? [] : [found];
  };
  const ownersOf = (aor: Aor, below: ReadonlySet<Aor> = new Set()): readonly string[] => {
    const seen = known.get(aor);
    if (seen !== undefined) return seen;
    const { owner } = holderOf(file, aor, today);
    const people = owner === null ? [] : [owner, ...backupsOf(file, aor, today)];
    const teams = aor.teams.flatMap(({ id }) => file.teams.get(id) ?? []);
    const own = [...new Set([...people, ...teams].flatMap((one) => nameOf(one, aor)))];
    const above = file.aors.get(aor.parent?.id ?? '');
    const owners =
      own.length > 0 || above === undefined || below.has(above) ? own : ownersOf(above, new Set([...below, aor]));
    known.set(aor, owners);
    return owners;
  };

  const { lines: all, left } = codeownersLines(file);
  const lines = [...all, ...more].filter(({ aor }) => aor === null || ownersOf(aor).length > 0);
  const nameless = [...new Set(all.flatMap(({ aor }) => (aor !== null && ownersOf(aor).length === 0 ? [aor] : [])))];
  const width = Math.min(50, Math.max(0, ...lines.map(({ pattern }) => pattern.length)));
  const texts = lines.map(({ pattern, aor }) =>
    aor === null ? pattern : `${pattern.padEnd(width)} ${ownersOf(aor).join(' ')}`,
  );
  return { text: `${[codeownersHeader, ...texts].join('\n')}\n`, lines, left, unreachable, nameless };
}

interface Named {
  readonly name: string;
  readonly handles: ReadonlyMap<string, string>;
  readonly emails?: readonly string[];
}

/** What can be nothing but a handle or an address, so that no name adds an owner or a comment. */
const handle = /^[\w.-]+(?:\/[\w.-]+)?$/;
const address = /^[^\s@#\\]+@[^\s@#\\]+$/;

function written(who: Named, host: string | null): string | null {
  const name = handleOn(who, host);
  if (name !== null && handle.test(name)) return `@${name}`;
  return who.emails?.find((email) => address.test(email)) ?? null;
}

const backupsOf = ({ people }: OwnershipFile, { backups }: Aor, today: Today): readonly Person[] =>
  backups.flatMap(({ id }) => people.get(id) ?? []).filter((person) => !person.bot && !hasLeft(person, today));
