/** The contents of all files → one ownership file. The first definition of an id counts; members of cycles lose their arrow. */
import { defaultSeverities } from '../model';
import type { Aor, OwnershipFile, Person, Problem, ProblemCode, Ref, Span } from '../model';
import { cycleMembers } from './checks/cycles';
import { unknownReferences } from './checks/references';
import type { FileContent } from './readFile';

export interface Linked {
  readonly file: OwnershipFile;
  readonly problems: readonly Problem[];
}

const problem = (code: ProblemCode, message: string, at: Span, related: Problem['related'] = []): Problem => ({
  code,
  severity: defaultSeverities[code],
  message,
  at,
  related,
});

/** Joins the files: the entry file first, then the others by path. Unreadable ones give nothing. */
export function link(contents: readonly [FileContent, ...FileContent[]]): Linked {
  const problems: Problem[] = [];
  const people = unique(
    contents.flatMap((content) => content.people),
    'person',
    problems,
  );
  const aors = unique(
    contents.flatMap((content) => content.aors),
    'AOR',
    problems,
  );
  const managers = new Map([...people.values()].map(({ id, manager }) => [id, manager] as const));
  const parents = new Map([...aors.values()].map(({ id, parent }) => [id, parent] as const));
  const [entry, ...included] = contents;
  const file: OwnershipFile = {
    sources: [entry.source, ...included.map(({ source }) => source)],
    people: without(people, reportCycles(managers, 'manager-cycle', problems), (person): Person => ({
      ...person,
      manager: null,
    })),
    teams: unique(
      contents.flatMap((content) => content.teams),
      'team',
      problems,
    ),
    aors: without(aors, reportCycles(parents, 'parent-cycle', problems), (aor): Aor => ({ ...aor, parent: null })),
    roles: unique(
      contents.flatMap((content) => content.roles),
      'role',
      problems,
    ),
    exempt: contents.map(({ source, exempt }) => ({ base: source.base, entries: exempt })),
    review: entry.review,
    codeowners: null,
  };
  return { file, problems: [...problems, ...unknownReferences(file)] };
}

function unique<T extends { readonly id: string; readonly at: Span }>(
  all: readonly T[],
  name: string,
  problems: Problem[],
): Map<string, T> {
  const found = new Map<string, T>();
  for (const thing of all) {
    const first = found.get(thing.id);
    if (first === undefined) found.set(thing.id, thing);
    else {
      const message = `The ${name} ${JSON.stringify(thing.id)} is defined in ${first.at.file} already; that definition counts.`;
      problems.push(
        problem('duplicate-id', message, thing.at, [{ at: first.at, message: 'The definition that counts.' }]),
      );
    }
  }
  return found;
}

function reportCycles(
  next: ReadonlyMap<string, Ref | null>,
  code: 'parent-cycle' | 'manager-cycle',
  problems: Problem[],
): ReadonlySet<string> {
  const members = cycleMembers(next);
  const word = code === 'parent-cycle' ? 'parent' : 'manager';
  for (const id of members) {
    const ref = next.get(id);
    if (ref == null) continue;
    problems.push(
      problem(
        code,
        `${JSON.stringify(id)} is above itself by way of its ${word} ${JSON.stringify(ref.id)}; the ${word} is ignored.`,
        ref.at,
      ),
    );
  }
  return members;
}

function without<T>(
  all: ReadonlyMap<string, T>,
  ids: ReadonlySet<string>,
  change: (thing: T) => T,
): ReadonlyMap<string, T> {
  return ids.size === 0 ? all : new Map([...all].map(([id, thing]) => [id, ids.has(id) ? change(thing) : thing]));
}
