/** Undoes a request for review: takes back whom it asked, reads back, and says who is gone and who is still there. */
import { failureText, ForgeError } from './failure';
import type { ForgeClient } from './forge';
import type { RequestOutcome } from './carryOut';
import { placeOf, type PersonThere, type PlannedAsk } from './plan';

export interface TakenBack {
  readonly gone: readonly PlannedAsk[];
  /** Those who are still there: they have reviewed meanwhile, or the forge keeps them. */
  readonly stay: readonly PersonThere[];
  /** The forge's words where it did not take all of them back. Untrusted, one line. */
  readonly words: string | null;
}

/** Those of an outcome whom that request asked: nobody else may be taken back. */
export const askedBy = ({ people }: RequestOutcome): readonly PlannedAsk[] =>
  people.flatMap(({ ask, handle, result }) => (result === 'requested' && handle !== null ? [{ ask, handle }] : []));

/** Rejects with a `ForgeError` where it is not known what became of them, and with the signal's reason. */
export async function takeBack(
  client: Pick<ForgeClient, 'host' | 'withdraw' | 'readRequest'>,
  { number }: { readonly number: number },
  asked: readonly PlannedAsk[],
  signal?: AbortSignal,
): Promise<TakenBack> {
  let words: string | null = null;
  try {
    await client.withdraw(
      number,
      asked.map(({ handle }) => handle),
      signal,
    );
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    // It may have been carried out all the same: only the list knows.
    words = failureText(error.failure, client.host);
  }
  const after = await client.readRequest(number, signal);
  const gone: PlannedAsk[] = [];
  const stay: PersonThere[] = [];
  for (const one of asked) {
    const as = placeOf(one.handle, after);
    if (as === null) gone.push(one);
    else stay.push({ ...one, as });
  }
  return { gone, stay, words: stay.length === 0 ? null : words };
}
