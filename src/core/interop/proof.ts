/** Whether an import kept every file's owners. */
import type { CodeownersLine, CodeownersText } from '../codeowners/model';
import { handleForge } from '../codeowners/dialect';
import type { Aor, OwnershipFile } from '../model';
import { compileRules } from '../rules';
import { matchesIn } from './lastMatch';

/** A file that would have other owners than before. Lists are sorted. */
export interface ChangedOwners {
  readonly path: string;
  /** The section they are of; `null`: the areas. */
  readonly section: string | null;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * The files of a tree whose owners in `file` are not those of the `CODEOWNERS` it was made from; `areas`: the section that
 * became the areas; `sectionOf`: that of each review, by id. Owners are compared as they are written there: owner, backups, teams and contact together.
 */
export function changedOwners(
  read: CodeownersText,
  areas: string | null,
  sectionOf: ReadonlyMap<string, string | null>,
  file: OwnershipFile,
  tree: readonly string[],
): readonly ChangedOwners[] {
  const forge = handleForge[read.dialect];
  const index = compileRules(file);
  const sections = [...new Set(read.lines.map(({ section }) => section))];
  const lastOf = sections.map((section) => lastLine(read.lines.filter((line) => line.section === section)));
  const namesOf = (aor: Aor) => ownersOf(file, aor, forge);
  return tree.flatMap((path) => {
    const { decision, reviews } = index.explain(path);
    return sections.flatMap((section, at): readonly ChangedOwners[] => {
      const line = lastOf[at]?.(path);
      const before = (line?.owners ?? []).map(({ text }) => text.toLowerCase()).sort();
      const isArea = section.name === areas;
      const area = decision.kind === 'area' ? namesOf(decision.winner.aor) : [];
      const of = reviews.filter(({ id }) => sectionOf.get(id) === section.name);
      const after = [...new Set(isArea ? area : of.flatMap(namesOf))].sort();
      const isSame = before.length === after.length && before.every((one, number) => one === after[number]);
      return isSame ? [] : [{ path, section: isArea ? null : section.name, before, after }];
    });
  });
}

function lastLine(lines: readonly CodeownersLine[]): (path: string) => CodeownersLine | undefined {
  const matches = matchesIn(lines.map(({ match }) => ({ patterns: match.kind === 'patterns' ? match.patterns : [] })));
  return (path) => {
    const found = matches(path).flatMap((number) => lines[number] ?? []);
    return found.some(({ excludes }) => excludes) ? undefined : found.at(-1);
  };
}

/** Everybody an AOR names, as a `CODEOWNERS` would. */
function ownersOf(file: OwnershipFile, aor: Aor, forge: string): readonly string[] {
  const people = [aor.owner, ...aor.backups].flatMap((ref) => file.people.get(ref?.id ?? '') ?? []);
  const teams = aor.teams.flatMap(({ id }) => file.teams.get(id) ?? []);
  return [
    ...people.map(({ handles, emails, name }) =>
      handles.has(forge) ? `@${handles.get(forge) ?? ''}` : (emails[0] ?? name),
    ),
    ...teams.map(({ handles, name }) => `@${handles.get(forge) ?? name}`),
    ...(aor.contact?.split(', ') ?? []),
  ].map((text) => text.toLowerCase());
}
