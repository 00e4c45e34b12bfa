/** What was read of another format → a draft: ids, titles, and one owner for each area. */
import type { Draft, DraftAor, DraftPerson, DraftTeam } from '../draft/draft';
import { parseGlob } from '../rules/glob';
import { matchingNumbers } from '../rules/matching';
import type { Foreign, ForeignAor, ForeignPerson, ForeignTeam } from './foreign';
import { idBook, namedAfter } from './naming';

/**
 * Which of several people is to own an area, as a number in `holders` (ids of people); `null`: nothing speaks for one.
 * `key` is that of the area.
 */
export type OwnerChoice = (key: string, aor: DraftAor) => string | null;

export interface Imported {
  readonly draft: Draft;
  /** Key of what was read → id of the area it became. */
  readonly ids: ReadonlyMap<string, string>;
  /** Ids of areas that several people held: the owner is the one history speaks for, or the first. */
  readonly byEvidence: readonly string[];
  readonly byOrder: readonly string[];
  /** Ids of areas that nobody holds: teams or mailboxes alone. */
  readonly vacant: readonly string[];
}

/**
 * Makes a draft for a repository with the files `tree`: an area without a name is called after the globs that name most
 * of them. `choose` is asked where several people hold one area.
 */
export function draftOf(foreign: Foreign, tree: readonly string[], choose: OwnerChoice = () => null): Imported {
  const { aors, forge, exempt } = foreign;
  const people = createPeople(forge);
  const teams = createTeams(forge, people.idOf);
  const freeId = idBook();
  const filesOf = fileCounts(aors, tree);
  const named = aors.map((aor) => namesFor(aor, filesOf));
  const ownIds = named.map((one) => freeId(one.ids));
  const ids = new Map(aors.map(({ key }, at) => [key, ownIds[at] ?? '']));
  const titles = distinctTitles(
    aors,
    named.map(({ title }) => title),
  );
  const byEvidence: string[] = [];
  const byOrder: string[] = [];
  const vacant: string[] = [];

  const drafts = aors.map((aor, at): DraftAor => {
    const id = ownIds[at] ?? '';
    const holders = [...new Set(aor.holders.map(people.idOf))];
    const draft: DraftAor = {
      ...{ id, title: titles[at] ?? id, kind: aor.kind, about: aor.about, owner: holders[0] ?? null },
      ...{ backups: holders.slice(1), consult: [...new Set(aor.consult.map(people.idOf))] },
      ...{ teams: [...new Set(aor.teams.map(teams.idOf))], parent: ids.get(aor.parent ?? '') ?? null },
      ...{
        contact: aor.contact,
        links: aor.links,
        paths: aor.paths,
        level: aor.level,
        content: aor.content,
        comment: [],
      },
    };
    if (holders.length === 0) vacant.push(id);
    if (holders.length < 2) return draft;
    const chosen = choose(aor.key, draft);
    const owner = chosen !== null && holders.includes(chosen) ? chosen : null;
    (owner === null ? byOrder : byEvidence).push(id);
    return { ...draft, owner: owner ?? draft.owner, backups: holders.filter((one) => one !== (owner ?? draft.owner)) };
  });
  return {
    draft: { comment: [], people: people.all(), teams: teams.all(), aors: drafts, exempt },
    ...{ ids, byEvidence, byOrder, vacant },
  };
}

/** How many files each glob names. */
function fileCounts(aors: readonly ForeignAor[], tree: readonly string[]): ReadonlyMap<string, number> {
  const globs = [
    ...new Set(aors.filter(({ title }) => title === null).flatMap(({ paths }) => paths.map(({ glob }) => glob))),
  ];
  const matching = matchingNumbers(
    globs.map((glob) => {
      const read = parseGlob(glob, '');
      return read.kind === 'glob' ? read.glob.patterns : [];
    }),
  );
  const counts = new Array<number>(globs.length).fill(0);
  for (const path of tree) for (const number of matching(path)) counts[number] = (counts[number] ?? 0) + 1;
  return new Map(globs.map((glob, number) => [glob, counts[number] ?? 0]));
}

function namesFor(aor: ForeignAor, filesOf: ReadonlyMap<string, number>) {
  const [first] = [...aor.holders.map(nameOf), ...aor.teams.map(({ name, handle }) => name ?? handle)];
  const after = namedAfter(
    aor.paths.map(({ glob }) => glob).sort((a, b) => (filesOf.get(b) ?? 0) - (filesOf.get(a) ?? 0)),
    first ?? 'nobody',
  );
  return aor.title === null
    ? after
    : {
        title: aor.title,
        ids: [aor.title, `${aor.title}-${after.ids[0] ?? ''}`, `${aor.title} ${first ?? ''}`, ...after.ids],
      };
}

/** Areas that would be called the same are told apart by who holds them. */
function distinctTitles(aors: readonly ForeignAor[], titles: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  return titles.map((title, at) => {
    if ((counts.get(title) ?? 0) < 2) return title;
    const { holders = [], teams = [], paths = [] } = aors[at] ?? {};
    const who = [...holders.map(nameOf), ...teams.map(({ name, handle }) => name ?? handle)][0] ?? paths[0]?.glob;
    return who === undefined ? title : `${title} (${who})`;
  });
}

const nameOf = ({ name, handle, email }: ForeignPerson): string => name ?? handle ?? email ?? '';

function createPeople(forge: string | null) {
  const freeId = idBook();
  const found = new Map<string, DraftPerson>();
  const keys = ({ handle, email, name }: ForeignPerson): readonly string[] => [
    ...(email === null ? [] : [`<${email.toLowerCase()}>`]),
    ...(handle === null ? [] : [`@${handle.toLowerCase()}`]),
    ...(email === null && handle === null ? [name ?? ''] : []),
  ];
  return {
    idOf: (person: ForeignPerson): string => {
      const known = keys(person).flatMap((key) => found.get(key) ?? [])[0];
      if (known !== undefined) return known.id;
      const { name, handle, email } = person;
      const made: DraftPerson = {
        id: freeId([handle, name, email?.split('@')[0], email, 'person'].filter((one) => one != null)),
        name: nameOf(person),
        emails: email === null ? [] : [email],
        handles: new Map(handle === null || forge === null ? [] : [[forge, handle]]),
      };
      for (const key of keys(person)) found.set(key, made);
      return made.id;
    },
    all: (): readonly DraftPerson[] => [...new Set(found.values())],
  };
}

function createTeams(forge: string | null, personId: (person: ForeignPerson) => string) {
  const freeId = idBook();
  const found = new Map<string, DraftTeam>();
  return {
    idOf: ({ handle, name, members }: ForeignTeam): string => {
      const known = found.get(handle.toLowerCase());
      if (known !== undefined) return known.id;
      const short = handle.split('/').at(-1) ?? handle;
      const made: DraftTeam = {
        id: freeId([short, handle, 'team']),
        name: name ?? short,
        members: [...new Set(members.map(personId))],
        // A name without an organisation is none that the host knows.
        handles: new Map(forge === null || !/[/@]/.test(handle) ? [] : [[forge, handle]]),
      };
      found.set(handle.toLowerCase(), made);
      return made.id;
    },
    all: (): readonly DraftTeam[] => [...found.values()],
  };
}
