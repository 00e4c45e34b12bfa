/** Carries out a plan: sends, reads back, and says for each person what became of it. */
import { failureText, ForgeError } from './failure';
import type { CommentOutcome, ForgeClient, MarkedComment, Refusal, RequestState } from './forge';
import { isSameHandle } from './forge';
import { placeOf, type PlannedAsk, type RequestPlan } from './plan';
import type { Ask } from '../core';

/**
 * `requested`: the forge lists them now, and did not before. `already-there`: they were asked before, or have reviewed.
 * `mention-only`: refused, and named in the comment. `refused`: `words` say why.
 */
export type AskResult = 'requested' | 'already-there' | 'mention-only' | 'refused';

export interface PersonOutcome {
  readonly ask: Ask;
  /** `null`: none is known on that host. */
  readonly handle: string | null;
  readonly result: AskResult;
  /** The forge's words, or ours where it was not even asked. Untrusted, one line; `null` where there is nothing to say. */
  readonly words: string | null;
}

export interface RequestOutcome {
  /** One for each person of the plan: those who were sent, those who were there, those who could not be asked. */
  readonly people: readonly PersonOutcome[];
  /** People who were there before, and whom the forge took off the list and does not take back. */
  readonly lost: readonly Refusal[];
  readonly comment: CommentOutcome | null;
  /** Why the comment could not be written. */
  readonly commentTrouble: string | null;
}

/** What it takes of a forge. */
export type AskingClient = Pick<ForgeClient, 'host' | 'readRequest' | 'addReviewers' | 'writeComment'>;

/** The comment for those who were refused, who may be none. */
export type CommentFor = (refused: readonly Ask[]) => MarkedComment;

/**
 * `commentFor`: `null` where nobody is to be mentioned. Rejects with a `ForgeError` where nothing is known of what was sent, and with the signal's reason. An answer of the
 * forge that all went well counts for nothing: only who is listed afterwards was asked.
 */
export async function carryOut(
  client: AskingClient,
  { number }: { readonly number: number },
  plan: RequestPlan,
  commentFor: CommentFor | null,
  signal?: AbortSignal,
): Promise<RequestOutcome> {
  const { sent, lost } = plan.send.length === 0 ? { sent: [], lost: [] } : await send(client, number, plan, signal);
  const people: readonly PersonOutcome[] = [
    ...sent,
    ...plan.there.map(({ ask, handle, as }): PersonOutcome => ({ ask, handle, result: 'already-there', words: as })),
    ...plan.unable.map((one): PersonOutcome => ({ ...one, result: 'refused' })),
  ];
  if (commentFor === null) return { people, lost, comment: null, commentTrouble: null };

  const refused = refusedByForge(plan, people);
  try {
    const comment = await client.writeComment(number, commentFor(refused), signal);
    const mentioned = people.map((one): PersonOutcome =>
      refused.includes(one.ask) ? { ...one, result: 'mention-only' } : one,
    );
    return {
      people: mentioned,
      lost,
      comment: refused.length === 0 && comment === 'unchanged' ? null : comment,
      commentTrouble: null,
    };
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    return { people, lost, comment: null, commentTrouble: failureText(error.failure, client.host) };
  }
}

/** Whom the forge refused: not those whom it was not asked for, who have no handle there or opened the request. */
export const refusedByForge = ({ send: asked }: RequestPlan, people: readonly PersonOutcome[]): readonly Ask[] =>
  people
    .filter(({ ask, result }) => result === 'refused' && asked.some((one) => one.ask === ask))
    .map(({ ask }) => ask);

async function send(
  client: AskingClient,
  number: number,
  { send: asks, before }: RequestPlan,
  signal: AbortSignal | undefined,
): Promise<{ readonly sent: readonly PersonOutcome[]; readonly lost: readonly Refusal[] }> {
  const handles = uniqueHandles(asks);
  const required = uniqueHandles(
    asks.filter(({ ask }) => ask.for.some(({ requirement }) => requirement.level === 'must')),
  );
  let trouble: ForgeError | null = null;
  let refusals: readonly Refusal[] = [];
  try {
    refusals = await client.addReviewers(number, handles, signal, required);
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    // The call may have been carried out all the same: only the list knows.
    trouble = error;
  }
  const after = await readBack(client, number, trouble, signal);
  const outcomes = asks.map(({ ask, handle }) => outcomeOf({ ask, handle }, { before, after }, refusals));
  if (trouble !== null && outcomes.every(({ result }) => result === 'refused')) throw trouble;
  const words = trouble === null ? null : failureText(trouble.failure, client.host);
  const sent = outcomes.map((one) => (one.result === 'refused' && words !== null ? { ...one, words } : one));
  const isAsked = ({ handle }: Refusal): boolean => asks.some((one) => isSameHandle(one.handle, handle));
  return { sent, lost: refusals.filter((one) => !isAsked(one) && placeOf(one.handle, after) === null) };
}

/** Where not even reading works, what happened first is what there is to say. */
async function readBack(
  client: AskingClient,
  number: number,
  trouble: ForgeError | null,
  signal: AbortSignal | undefined,
): Promise<RequestState> {
  try {
    return await client.readRequest(number, signal);
  } catch (error) {
    throw error instanceof ForgeError && trouble !== null ? trouble : error;
  }
}

function outcomeOf(
  { ask, handle }: PlannedAsk,
  { before, after }: { readonly before: RequestState; readonly after: RequestState },
  refusals: readonly Refusal[],
): PersonOutcome {
  const place = placeOf(handle, after);
  // Under a name that only asking showed to be theirs they may have been there all the time.
  const earlier = after.aliases === undefined ? null : placeOf(handle, { ...before, aliases: after.aliases });
  if (place === 'requested' && earlier === null) return { ask, handle, result: 'requested', words: null };
  // Or they were faster than we are.
  if (place !== null) return { ask, handle, result: 'already-there', words: place };
  const refusal = refusals.find((one) => isSameHandle(one.handle, handle));
  const words = refusal?.words ?? 'The forge did not object, and does not list them.';
  return { ask, handle, result: 'refused', words };
}

const uniqueHandles = (asks: readonly PlannedAsk[]): readonly string[] => [
  ...new Map(asks.map(({ handle }) => [handle.toLowerCase(), handle])).values(),
];
