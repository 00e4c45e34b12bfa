/** How people are called on Gerrit, which knows each by a number and most by a name and a mail address. */
import { ForgeError } from '../failure';
import { isSameHandle } from '../forge';
import type { RestApi } from '../rest';
import { pathOf } from '../rest';
import { fieldsOf, type Fields } from '../shape';

/** The name they sign in with; some have none. Somebody without an account is known by the mail address alone. */
export function handleOf(account: Fields): string {
  const number = account.integer('_account_id');
  return account.textOrNull('username') ?? account.textOrNull('email') ?? String(number);
}

/** All their names, in lower case, beside the handle. */
export function otherNames(account: Fields): readonly string[] {
  const number = account.integer('_account_id');
  const names = [account.textOrNull('username'), account.textOrNull('email'), number === 0 ? null : String(number)];
  return names.filter((name) => name !== null).map((name) => name.toLowerCase());
}

/**
 * What a handle is sent as, so that it can only be a person: Gerrit would take the name of a group as well, and ask all of
 * it. `account`: `null` where it need not be looked up. `null`: nobody of that name can be seen.
 */
export async function personCalled(
  api: RestApi,
  handle: string,
  signal?: AbortSignal,
): Promise<{ readonly sent: string; readonly account: Fields | null } | null> {
  if (handle.includes('@') || /^\d+$/.test(handle)) return { sent: handle, account: null };
  try {
    const account = fieldsOf(await api.request('GET', pathOf('accounts', handle), {}, signal), 'the account');
    // It answers for whole names too, and `self` is whoever asks.
    const isMeant = isSameHandle(account.textOrNull('username') ?? '', handle);
    return isMeant ? { sent: String(account.number('_account_id')), account } : null;
  } catch (error) {
    if (error instanceof ForgeError && error.failure.kind === 'no-access') return null;
    throw error;
  }
}
