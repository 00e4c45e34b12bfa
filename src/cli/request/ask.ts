/** Asks the people of a suggestion in the open request of the change, or says what would be asked. */
import type { Suggestion } from '../../core';
import {
  carryOut,
  isSameCommit,
  mentionComment,
  planRequest,
  type PersonOutcome,
  type RequestOutcome,
} from '../../forges';
import type { ChangeAtHand } from '../changeAtHand';
import { CliError, type Io } from '../io';
import { orCliError, type FoundRequest } from './findRequest';

export interface AskOptions {
  readonly isDryRun: boolean;
  /** Whether those who are refused are mentioned in a comment. */
  readonly mentions: boolean;
}

export interface AskedPerson extends Omit<PersonOutcome, 'result'> {
  readonly result: PersonOutcome['result'] | 'would-request';
}

export interface Asked {
  readonly found: FoundRequest;
  /** Empty where there is not one request. */
  readonly people: readonly AskedPerson[];
  readonly lost: RequestOutcome['lost'];
  readonly comment: RequestOutcome['comment'];
  readonly commentTrouble: string | null;
  readonly isDryRun: boolean;
}

const hash = /^[0-9a-f]{7,64}$/;

/** Throws `CliError` where what is suggested is not for this request; then nothing is sent. */
export function checkFits({ change }: ChangeAtHand, found: FoundRequest, io: Io): void {
  if (found.kind !== 'one') return;
  const { into, from } = found.state.request;
  const ref = change.base?.ref ?? '';
  if (ref !== into.branch && !ref.endsWith(`/${into.branch}`) && !hash.test(ref))
    throw new CliError(
      `The request goes into ${into.branch}, and the change was compared with ${ref}. Name the branch: --base origin/${into.branch}`,
    );
  const { commit, dirty } = change.head;
  // A job has the merge of both checked out.
  if (!found.isInJob && (dirty || !isSameCommit(commit, from.commit))) {
    const end = from.commit === null ? '' : `: it ends with ${from.commit.slice(0, 12)}`;
    io.stderr.write(`aor: What is here is not all that the request holds, or more${end}.\n`);
  }
}

export async function ask(
  suggestion: Suggestion,
  found: FoundRequest,
  { isDryRun, mentions }: AskOptions,
  signal: AbortSignal,
): Promise<Asked> {
  const none = { found, lost: [], comment: null, commentTrouble: null, isDryRun };
  if (found.kind !== 'one') return { ...none, people: [] };
  const { client, state } = found;
  const plan = planRequest(suggestion.ask, state, client.host, client.kind);
  if (isDryRun) {
    const people: readonly AskedPerson[] = [
      ...plan.send.map((one) => ({ ...one, result: 'would-request', words: null }) as const),
      ...plan.there.map(({ as, ...one }) => ({ ...one, result: 'already-there', words: as }) as const),
      ...plan.unable.map((one) => ({ ...one, result: 'refused' }) as const),
    ];
    return { ...none, people };
  }
  const commentFor = mentions ? (refused: Suggestion['ask']) => mentionComment(suggestion, refused, client.host) : null;
  const outcome = await orCliError(client.host, () => carryOut(client, state.request, plan, commentFor, signal));
  return { ...none, ...outcome };
}

/** Whether everybody takes part now, or would. */
export const isAllAsked = ({ found, people, lost, commentTrouble }: Asked): boolean =>
  found.kind === 'one' &&
  lost.length === 0 &&
  commentTrouble === null &&
  people.every(({ result }) => result !== 'refused' && result !== 'mention-only');
