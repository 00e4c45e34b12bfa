/** What a forge says of people, as far as it makes a difference to whom else to ask. Sends nothing. */
import type { ForgeFacts, Person, RequestStanding } from '../core';
import type { ForgeClient, ListedRequest, RequestState } from './forge';
import { orNobody } from './orNobody';
import { isOpenedBy, nameIn, namesOn, placeOf, verdictOf, type ForgeHost } from './plan';

/** What is told beside the request itself. */
export interface Surroundings {
  /** Open requests of the project. */
  readonly open: readonly ListedRequest[];
  /** Ids of the people who say that they are busy. */
  readonly busy: ReadonlySet<string>;
}

/** One page of a list, and about what one query takes. */
const mostRequests = 100;
const mostPeople = 50;

/**
 * Asks how much people have to do, in two calls. `people`: those who could be asked, the first of them where they are too
 * many. What the forge does not tell, or has trouble with, nobody has. Rejects only with the signal's reason.
 */
export async function readSurroundings(
  client: ForgeClient,
  people: readonly Person[],
  signal?: AbortSignal,
): Promise<Surroundings> {
  const ids = new Map<string, string>();
  for (const person of people.slice(0, mostPeople))
    for (const name of namesOn(person, client).slice(0, 1)) ids.set(name.toLowerCase(), person.id);
  const [open, busy] = await Promise.all([
    orNobody(() => client.openRequests(mostRequests, signal)),
    ids.size === 0 ? [] : orNobody(() => client.busyAmong([...ids.keys()], signal)),
  ]);
  return { open, busy: new Set(busy.flatMap((handle) => ids.get(handle.toLowerCase()) ?? [])) };
}

export const noSurroundings: Surroundings = { open: [], busy: new Set() };

/** The facts about people of an ownership file. `state`: of the request of the change; `null`: there is none yet. */
export function factsOf(
  people: Iterable<Person>,
  state: RequestState | null,
  { open, busy }: Surroundings,
  on: ForgeHost,
): ForgeFacts {
  const known = [...people];
  const number = state?.request.number;
  const lists = open.filter((one) => one.number !== number && !one.isDraft).map(waitsFor);
  const waiting = known.map((person): [string, number] => {
    const names = namesOn(person, on);
    return [person.id, lists.filter((isAsked) => names.some(isAsked)).length];
  });
  return {
    standing: new Map(
      known.flatMap((person) => {
        const standing = state === null ? null : standingIn(state, person, on);
        return standing === null ? [] : [[person.id, standing]];
      }),
    ),
    waiting: new Map(waiting.filter(([, count]) => count > 0)),
    busy,
    opener: state === null ? null : (known.find((person) => isOpenedBy(person, state, on))?.id ?? null),
  };
}

/** An approval holds also where they are asked again. */
function standingIn(state: RequestState, person: Person, on: ForgeHost): RequestStanding | null {
  if (verdictOf(person, state, on) === 'approved') return 'approved';
  const [place = null] = namesOn(person, on).flatMap((name) => placeOf(name, state) ?? []);
  return place;
}

/** Whether a request waits for whoever has a name. */
function waitsFor({ requested, ...request }: ListedRequest): (name: string) => boolean {
  const asked = new Set(requested.map((handle) => handle.toLowerCase()));
  return (name) => asked.has(nameIn(request, name).toLowerCase());
}
