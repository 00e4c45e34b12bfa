/** Whose files can be asked for. */
import { holderOf, holdersOf, holderSummary, type Aor, type OwnershipFile, type Today } from '../../core';
import type { Model, Repository } from '../../host/store';

/** Somebody, or an AOR, with the areas whose files are meant. */
export interface Choice {
  readonly kind: 'person' | 'aor';
  readonly repository: Repository;
  readonly model: Model;
  /** Id of the person or the AOR. */
  readonly id: string;
  /** Plain text, which may hold anything. */
  readonly name: string;
  readonly detail: string;
  /** Ids of areas. */
  readonly areas: ReadonlySet<string>;
  /** `null`: not counted yet. */
  readonly count: number | null;
}

/** Which of them a row of the side bar means. */
export interface OwnedBy {
  readonly root: string;
  readonly aor?: string;
  readonly personId?: string;
}

/** The files that a glob of an ownership file matches, whoever has them. */
export interface GlobFiles {
  readonly root: string;
  readonly glob: string;
  /** The folder it is relative to, `''` or `a/b`. */
  readonly base: string;
}

/** People who hold areas, then areas; none of those that are known to have no file. */
export function choicesOf(repositories: readonly Repository[], today: Today): readonly Choice[] {
  const all = repositories.flatMap((repository) => choicesIn(repository, today));
  const some = all.filter(({ count }) => count !== 0);
  return [...some.filter(({ kind }) => kind === 'person'), ...some.filter(({ kind }) => kind === 'aor')];
}

function choicesIn(repository: Repository, today: Today): Choice[] {
  const { model } = repository;
  if (model === null) return [];
  const { file } = model;
  const held = new Map<string, Aor[]>();
  const areas = [...file.aors.values()].filter(({ kind }) => kind === 'area');
  const ofAors = areas.map((aor): Choice => {
    for (const { id } of holdersOf(file, aor, today)) held.set(id, [...(held.get(id) ?? []), aor]);
    const detail = holderName(file, aor, today);
    return { kind: 'aor', repository, model, id: aor.id, name: aor.title, detail, ...filesOf([aor], repository) };
  });
  const people = [...file.people.values()].flatMap((person): Choice[] => {
    const aors = held.get(person.id);
    if (aors === undefined) return [];
    const detail = aors.map(({ title }) => title).join(', ');
    return [
      { kind: 'person', repository, model, id: person.id, name: person.name, detail, ...filesOf(aors, repository) },
    ];
  });
  people.sort((a, b) => a.name.localeCompare(b.name));
  return [...people, ...ofAors];
}

function filesOf(aors: readonly Aor[], { tree }: Repository): Pick<Choice, 'areas' | 'count'> {
  const areas = new Set(aors.map(({ id }) => id));
  const count = tree === null ? null : [...areas].reduce((sum, id) => sum + (tree.filesOf.get(id) ?? 0), 0);
  return { areas, count };
}

function holderName(file: OwnershipFile, aor: Aor, today: Today): string {
  const { owner, reason } = holderOf(file, aor, today);
  return owner?.name ?? (reason === 'shared' ? holderSummary(file, aor, today) : 'vacant');
}
