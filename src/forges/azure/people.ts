/** Finds people of Azure DevOps, which knows them by ids. Source: *Identities, Read Identities*. */
import { isSameHandle } from '../forge';
import type { RestApi } from '../rest';
import { fieldsOf, type Fields } from '../shape';

/** The name they sign in with: a mail address in the cloud, `ACME\ana` on a server. */
export const handleOf = (person: Fields): string => person.textOrNull('uniqueName') ?? person.text('id');

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export type FoundPerson =
  | { readonly kind: 'one'; readonly id: string }
  /** A sentence of ours. */
  | { readonly kind: 'none'; readonly words: string };

/** The one person whose unique name, account or mail address this is, letter for letter. */
export async function personCalled(
  api: RestApi,
  handle: string,
  version: string,
  signal?: AbortSignal,
): Promise<FoundPerson> {
  if (idPattern.test(handle)) return { kind: 'one', id: handle.toLowerCase() };
  // `General` looks at names alone, and a mail address may be another than that.
  for (const searchFilter of handle.includes('@') ? ['General', 'MailAddress'] : ['General']) {
    const query = { searchFilter, filterValue: handle, queryMembership: 'none', 'api-version': version };
    const answer = fieldsOf(await api.request('GET', '/_apis/identities', { query }, signal), 'the answer');
    const people = answer
      .list('value')
      .filter((one) => isPerson(one) && namesOf(one).some((name) => isSameHandle(name, handle)));
    const ids = [...new Set(people.map((one) => one.text('id').toLowerCase()))];
    if (ids.length > 1) return { kind: 'none', words: `"${handle}" may be ${ids.length} different people there.` };
    if (ids[0] !== undefined) return { kind: 'one', id: ids[0] };
  }
  return { kind: 'none', words: `Nobody is called "${handle}" there.` };
}

const isPerson = (identity: Fields): boolean =>
  !identity.flag('isContainer') &&
  // A missing one says nothing.
  (identity.flag('isActive') || !identity.has('isActive')) &&
  propertyOf(identity, 'SchemaClassName') !== 'Group';

function namesOf(identity: Fields): readonly string[] {
  const account = propertyOf(identity, 'Account');
  const domain = propertyOf(identity, 'Domain');
  const names = [account, propertyOf(identity, 'Mail'), account === null ? null : `${domain ?? ''}\\${account}`];
  return names.filter((name) => name !== null);
}

/** `{ "$type": "System.String", "$value": "ana@acme.example" }`. */
const propertyOf = (identity: Fields, name: string): string | null =>
  identity.fieldsOrNull('properties')?.fieldsOrNull(name)?.textOrNull('$value') ?? null;
