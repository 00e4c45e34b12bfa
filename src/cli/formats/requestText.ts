/** What became of asking, in words and as data. Words of a forge are in it: they still have to be made visible. */
import { requestName, type OpenRequest, type Verdict } from '../../forges';
import type { Asked, AskedPerson } from '../request/ask';
import type { FoundRequest } from '../request/findRequest';

const verdicts: Readonly<Record<Verdict, string>> = {
  approved: 'approved',
  'changes-requested': 'asked for changes',
  commented: 'commented',
  dismissed: 'review dismissed',
};

const isVerdict = (words: string | null): words is Verdict => words !== null && Object.hasOwn(verdicts, words);

/** Lines behind the suggestion. */
export function requestText({ found, people, lost, comment, commentTrouble, isDryRun }: Asked): readonly string[] {
  if (found.kind !== 'one') return notOne(found, 'Nobody was asked');
  const { request } = found.state;
  return [
    '',
    `${isDryRun ? 'Nothing was sent to' : 'Request'} ${titleOf(found, request)}${request.isDraft ? ' (draft)' : ''}${people.length === 0 ? '' : ':'}`,
    ...people.map((one) => `  ${nameOf(one)}: ${resultText(one)}`),
    ...lost.map(({ handle, words }) => `  @${handle} was requested before, and is no longer: ${words}`),
    ...(comment === null ? [] : [`  Comment: ${comment}`]),
    ...(commentTrouble === null ? [] : [`  Comment: ${commentTrouble}`]),
  ];
}

/** Where there is not one request. `instead`: what was not done for it. */
export function notOne(found: Exclude<FoundRequest, { readonly kind: 'one' }>, instead: string): readonly string[] {
  const where = `${found.client.host}, ${found.client.project}`;
  if (found.kind === 'none')
    return ['', `No open request for ${found.branch} on ${where}. ${instead}: open one, and try again.`];
  return [
    '',
    `Several open requests on ${where}. ${instead}: say with --base which is meant.`,
    ...found.requests.map((one) => `  ${titleOf(found, one)}, into ${one.into.branch}`),
  ];
}

export const titleOf = ({ client: { kind } }: FoundRequest, { number, url }: OpenRequest): string =>
  `${requestName(kind, number)}, ${url}`;

const nameOf = ({ ask: { person }, handle }: AskedPerson): string =>
  handle === null ? person.name : `${person.name} (@${handle})`;

/** One sentence without its subject. */
export function resultText({ result, words }: AskedPerson): string {
  switch (result) {
    case 'requested':
      return 'requested';
    case 'would-request':
      return 'would be requested';
    case 'already-there':
      return isVerdict(words) ? `already there: ${verdicts[words]}` : 'already requested';
    case 'mention-only':
      return `mentioned only: ${words ?? ''}`;
    case 'refused':
      return `not requested: ${words ?? ''}`;
  }
}

/** The key `request` of `aor review --json`; `null` without `--request`. */
export function requestJson(asked: Asked | null): object | null {
  if (asked === null) return null;
  const { found, people, lost, comment, isDryRun } = asked;
  return {
    ...foundJson(found),
    dryRun: isDryRun,
    people: people.map((one) => ({
      person: one.ask.person.id,
      handle: one.handle,
      result: one.result,
      text: resultText(one),
    })),
    lost: lost.map(({ handle, words }) => ({ handle, text: words })),
    comment,
  };
}

/** The request as data, or that there is not one. */
export function foundJson(found: FoundRequest): object {
  const request = found.kind === 'one' ? found.state.request : null;
  const { host, project } = found.client;
  return {
    ...{ host, project, found: found.kind, number: request?.number ?? null, url: request?.url ?? null },
    ...{ author: request?.author ?? null, draft: request?.isDraft ?? null },
  };
}
