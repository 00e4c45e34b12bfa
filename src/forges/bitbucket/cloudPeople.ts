/** How people are called on Bitbucket in the cloud, which knows them by UUIDs. */
import { isSameHandle, type Refusal } from '../forge';
import { pathOf, type RestApi } from '../rest';
import { fieldsOf, type Fields } from '../shape';

/** `{0a1b…}`. */
export const uuidOf = (account: Fields): string => account.text('uuid').toLowerCase();

/** Handles of some accounts, UUID → nickname, or the UUID where several go by one nickname. */
export function handlesOf(accounts: readonly Fields[]): ReadonlyMap<string, string> {
  const nicknames = new Map(accounts.map((one) => [uuidOf(one), one.textOrNull('nickname')] as const));
  const isOnly = (name: string): boolean =>
    [...nicknames.values()].filter((other) => other !== null && isSameHandle(other, name)).length === 1;
  return new Map([...nicknames].map(([uuid, name]) => [uuid, name !== null && isOnly(name) ? name : uuid]));
}

/** What else accounts may be called, lower case → handle. */
export const aliasesOf = (
  accounts: readonly Fields[],
  handles: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> =>
  new Map(
    accounts.flatMap((one) => {
      const uuid = uuidOf(one);
      const id = one.textOrNull('account_id');
      return [uuid, ...(id === null ? [] : [id.toLowerCase()])].map(
        (name) => [name, handles.get(uuid) ?? uuid] as const,
      );
    }),
  );

const uuidPattern = /^\{[0-9a-f-]{36}\}$/;

export interface FoundPeople {
  readonly people: readonly { readonly handle: string; readonly uuid: string }[];
  readonly refusals: readonly Refusal[];
}

/** Whom handles mean among the members of the workspace: UUIDs, account ids, nicknames. */
export async function peopleCalled(
  api: RestApi,
  workspace: string,
  handles: readonly string[],
  signal?: AbortSignal,
): Promise<FoundPeople> {
  const isUuid = (handle: string): boolean => uuidPattern.test(handle.toLowerCase());
  const pages = handles.every(isUuid)
    ? []
    : await api.pages(`${pathOf('workspaces', workspace)}/members`, { pagelen: 100 }, signal);
  const members = pages.map((one) => fieldsOf(one, 'the member').fields('user'));
  const people: { readonly handle: string; readonly uuid: string }[] = [];
  const refusals: Refusal[] = [];
  for (const handle of handles) {
    const names = (one: Fields): readonly (string | null)[] => [
      one.textOrNull('account_id'),
      one.textOrNull('nickname'),
    ];
    const found = members.filter((one) => names(one).some((name) => name !== null && isSameHandle(name, handle)));
    const uuids = isUuid(handle) ? [handle.toLowerCase()] : [...new Set(found.map(uuidOf))];
    const [uuid] = uuids;
    if (uuid === undefined) refusals.push({ handle, words: `Nobody in the workspace is called "${handle}".` });
    else if (uuids.length > 1)
      refusals.push({ handle, words: `"${handle}" may be ${uuids.length} different people in the workspace.` });
    else people.push({ handle, uuid });
  }
  return { people, refusals };
}
