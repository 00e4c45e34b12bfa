/** People of the ownership file in the open requests that a forge lists. */
import type { Person, Remote } from '../../core';
import { isOpenedBy, namesOn, placeOf, type ListedRequest, type RequestState } from '../../forges';

/** The request as far as its people go. */
const stateOf = (request: ListedRequest): RequestState => ({
  ...{ request, requested: request.requested, requestedTeams: [], reviews: [] },
  ...(request.aliases === undefined ? {} : { aliases: request.aliases }),
});

/** Whether somebody opened a request. */
export const isOwn = (person: Person, request: ListedRequest, remote: Remote): boolean =>
  isOpenedBy(person, stateOf(request), remote);

/** Whether a request waits for somebody: they are asked, and have not reviewed. */
export const isAskedIn = (person: Person, request: ListedRequest, remote: Remote): boolean =>
  namesOn(person, remote).some((name) => placeOf(name, stateOf(request)) === 'requested');

/** Whether somebody could be told to be asked, or to have opened a request: there is a name for them. */
export const isNamedOn = (person: Person, remote: Remote): boolean => namesOn(person, remote).length > 0;

/** The person of the ownership file whose request it is; `null`: none of them, or nobody knows. */
export const authorAmong = (people: Iterable<Person>, request: ListedRequest, remote: Remote): Person | null =>
  [...people].find((person) => isOwn(person, request, remote)) ?? null;
