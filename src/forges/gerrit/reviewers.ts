/** Asks reviewers on Gerrit, which says of each what became of them, and takes all of a call or nobody. */
import { askedAmong } from '../asked';
import { ForgeError, oneLine } from '../failure';
import type { Refusal } from '../forge';
import { pathOf, type RestApi } from '../rest';
import { fieldsOf, type Fields } from '../shape';
import { handleOf, personCalled } from './accounts';
import { details, readState } from './changes';
import type { ChangeList } from './lists';

export interface ReviewPlace {
  /** `/changes/acme%2Fshop~7/revisions/current/review`. */
  readonly path: string;
  /** Told which handle an account has that was called by another name. */
  readonly learn: (name: string, account: Fields) => void;
}

/** Asks together, and once more without those who are refused, who keep the others out. */
export async function addReviewers(
  api: RestApi,
  { path, learn }: ReviewPlace,
  handles: readonly string[],
  signal?: AbortSignal,
): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  /** What is sent → the handle it stands for. */
  const left = new Map<string, string>();
  for (const handle of handles) {
    const person = await personCalled(api, handle, signal);
    if (person === null) refusals.push({ handle, words: `Nobody who can be seen is called "${handle}" there.` });
    else left.set(person.sent, handle);
    if (person !== null && person.account !== null) learn(handle, person.account);
  }
  while (left.size > 0) {
    const reviewers = [...left.keys()].map((reviewer) => ({ reviewer, state: 'REVIEWER' }));
    // Since 3.9 a refusal is a 400, with the same answer that came with 200 before.
    const call = { body: { reviewers }, mayRepeat: true, alsoTaken: [400] };
    const answer = fieldsOf(await api.request('POST', path, call, signal), 'the answer');
    const results = answer.fieldsOrNull('reviewers');
    const refused = [...left].flatMap(([sent, handle]) => {
      const result = results?.fieldsOrNull(sent) ?? null;
      const [account] = result?.list('reviewers') ?? [];
      if (account !== undefined) learn(handle, account);
      const words = result === null ? null : refusalOf(result);
      return words === null ? [] : [{ sent, refusal: { handle, words } }];
    });
    if (refused.length === 0) {
      const words = answer.textOrNull('error');
      if (words !== null) throw new ForgeError({ kind: 'refused', words: oneLine(words) });
      break;
    }
    refusals.push(...refused.map(({ refusal }) => refusal));
    refused.forEach(({ sent }) => left.delete(sent));
  }
  return refusals;
}

/** Takes people back who have not reviewed yet, one by one: with a reviewer Gerrit removes their votes. `change`: its path. */
export async function withdraw(
  api: RestApi,
  change: string,
  { handles, list: { site, learnt } }: { readonly handles: readonly string[]; readonly list: ChangeList },
  signal?: AbortSignal,
): Promise<void> {
  const found = fieldsOf(await api.request('GET', `${change}${details}`, {}, signal), 'the change');
  const going = askedAmong(readState(found, site, learnt), handles);
  const reviewers = found.fieldsOrNull('reviewers')?.list('REVIEWER') ?? [];
  for (const one of reviewers.filter((account) => going.includes(handleOf(account)))) {
    // Whoever has no account is known by the mail address alone.
    const number = one.integer('_account_id');
    const name = number === 0 ? one.text('email') : number;
    await api.request('DELETE', `${change}${pathOf('reviewers', name)}`, {}, signal);
  }
}

/** `confirm`: it is a group of many. */
function refusalOf(result: Fields): string | null {
  const words = result.textOrNull('error');
  if (words !== null) return oneLine(words);
  return result.flag('confirm') ? 'It is a group, not a person.' : null;
}
