/** What became of asking, in words and as data. Words of a forge are in it: they still have to be made visible. */
import type { OpenRequest, Verdict } from '../../forges';
import type { Asked, AskedPerson } from '../request/ask';

const verdicts: Readonly<Record<Verdict, string>> = {
  approved: 'approved',
  'changes-requested': 'asked for changes',
  commented: 'commented',
  dismissed: 'review dismissed',
};

const isVerdict = (words: string | null): words is Verdict => words !== null && Object.hasOwn(verdicts, words);

/** Lines behind the suggestion. */
export function requestText({ found, people, comment, commentTrouble, isDryRun }: Asked): readonly string[] {
  const { host, project } = found.client;
  const where = `${host}, ${project}`;
  if (found.kind === 'none')
    return ['', `No open request for ${found.branch} on ${where}. Nobody was asked: open one, and ask again.`];
  if (found.kind === 'several')
    return [
      '',
      `Several open requests on ${where}. Nobody was asked: say with --base which is meant.`,
      ...found.requests.map((one) => `  ${titleOf(one)}, into ${one.into.branch}`),
    ];
  const { request } = found.state;
  return [
    '',
    `${isDryRun ? 'Nothing was sent to' : 'Request'} ${titleOf(request)}${request.isDraft ? ' (draft)' : ''}${people.length === 0 ? '' : ':'}`,
    ...people.map((one) => `  ${nameOf(one)}: ${resultText(one)}`),
    ...(comment === null ? [] : [`  Comment: ${comment}`]),
    ...(commentTrouble === null ? [] : [`  Comment: ${commentTrouble}`]),
  ];
}

const titleOf = ({ number, url }: OpenRequest): string => `#${number}, ${url}`;

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
  const { found, people, comment, isDryRun } = asked;
  const request = found.kind === 'one' ? found.state.request : null;
  return {
    host: found.client.host,
    project: found.client.project,
    found: found.kind,
    number: request?.number ?? null,
    url: request?.url ?? null,
    author: request?.author ?? null,
    draft: request?.isDraft ?? null,
    dryRun: isDryRun,
    people: people.map((one) => ({
      person: one.ask.person.id,
      handle: one.handle,
      result: one.result,
      text: resultText(one),
    })),
    comment,
  };
}
