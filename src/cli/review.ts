/** `aor review`: whom to ask for the review of the change at hand, and with `--request` the asking. */
import { isMustOpen, loadRegexFor, reviewJson, reviewMarkdown, suggest, visible, type SuggestInput } from '../core';
import { isOpenedBy, readReviewsBefore } from '../forges';
import { readRemotes } from '../node/remotes';
import type { GitChange } from '../node/change/model';
import { commonOptions, formatOf, readArguments, todayOf } from './arguments';
import {
  authorsOf,
  readChangeAtHand,
  scopeOf,
  type AtHandOptions,
  type Authors,
  type ChangeAtHand,
} from './changeAtHand';
import { jsonText } from './formats/json';
import { checkJson, checkText } from './formats/checkText';
import { requestJson, requestText } from './formats/requestText';
import { reviewText } from './formats/reviewText';
import { histories, type ReviewsSince } from './history';
import { bufferedOutput, CliError, type ExitStatus, type Io } from './io';
import { checkMusts, isAllApproved } from './request/checkMusts';
import { ask, checkFits, isAllAsked } from './request/ask';
import { readFacts } from './request/facts';
import { findRequest, type FoundRequest } from './request/findRequest';
import { isInJob } from './request/forges';

export const usage = `aor review                 whom to ask for the review of the change at hand, and why

  --base REF       what the change is compared with (default: the branch base-branch names, else the
                   default branch of the remote)
  --author ID      who made it, several times for several (default: as git has it)
  --staged         only what the next commit would hold
  --working-tree   only what is not committed
  --no-history     do not look into history for who really reviews here
  --request        ask them in the open request of this branch, with the token GITHUB_TOKEN, GITLAB_TOKEN,
                   GITEA_TOKEN (of Forgejo too), GERRIT_USERNAME and GERRIT_HTTP_PASSWORD,
                   AZURE_DEVOPS_EXT_PAT or BITBUCKET_TOKEN
  --dry-run        with --request: look at the request, send nothing, and say what would be sent
  --check          fail while a must review of the base lacks the approval of its person in that request
  --mention        with --request: name those whom the forge refuses in one comment
  --format FORMAT  text (default), markdown (for a description or a message), json`;

export async function review(args: readonly string[], io: Io): Promise<ExitStatus> {
  const stopping = new AbortController();
  try {
    return await reviewUntil(stopping.signal, args, io);
  } finally {
    // Git may still be reading what is not needed after all.
    stopping.abort();
  }
}

async function reviewUntil(signal: AbortSignal, args: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = readArguments(args, {
    ...commonOptions,
    base: { type: 'string' },
    author: { type: 'string', multiple: true },
    staged: { type: 'boolean' },
    'working-tree': { type: 'boolean' },
    'no-history': { type: 'boolean' },
    request: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    mention: { type: 'boolean' },
    check: { type: 'boolean' },
  });
  if (positionals.length > 0) throw new CliError('aor review looks at the whole change and takes no paths.');
  const format = formatOf(values, ['markdown', 'json']);
  const today = todayOf(values.today, io);
  const scope = scopeOf(values);
  const isRequest = values.request === true;
  for (const name of ['dry-run', 'mention'] as const)
    if (values[name] === true && !isRequest) throw new CliError(`--${name} goes with --request.`);
  const isCheck = values.check === true;
  if (isRequest && isCheck) throw new CliError('--request and --check contradict each other.');
  const isOnForge = isRequest || isCheck;
  if (isOnForge && scope !== 'branch')
    throw new CliError(
      `--${isCheck ? 'check' : 'request'} is about the whole branch, and not about a part of the work.`,
    );
  const history = values['no-history'] === true ? undefined : histories(today, signal);
  const isForeign = isOnForge && isInJob(io.env);
  const onRevision: AtHandOptions['onRevision'] = (...of) => history?.begin(...of);
  const at = await readChangeAtHand({ ...values, scope, isForeign, signal, onRevision }, io);
  const { base, fork, head, change } = at;
  const asking = hostOf(at.folder, change);
  if (isOnForge) throwWithoutBase(at);
  const found = isOnForge ? await findRequest(at, io, signal) : null;
  if (found !== null) checkFits(at, found, io);
  const authors = withOpener(authorsOf(at, values.author, io), found, at);
  const client = isRequest ? found?.client : undefined;
  const reviewsOn: ReviewsSince | null =
    client === undefined ? null : (day) => readReviewsBefore(client, at.deciding.people.values(), day, signal);
  const input: SuggestInput = {
    change,
    base,
    fork,
    head,
    authors: new Set(authors.ids),
    busy: new Set(),
    today,
    mode: 'accountable',
    regex: await loadRegexFor(base, head),
    evidence: isForeign && isMailmapChanged(at) ? undefined : await history?.evidenceFor(at, authors, reviewsOn),
    // Whoever writes a change must not make a job of others ask people by it.
    takesAdditions: !isForeign,
  };
  const offline = suggest(input);
  const forge = found === null ? undefined : await readFacts(found, offline, { at, authors, today, isRequest }, signal);
  const suggestion = forge === undefined ? offline : suggest({ ...input, forge });
  const checked = found === null || !isCheck ? null : checkMusts(suggestion, found, at, authors, today);
  const options = { isDryRun: values['dry-run'] === true, mentions: values.mention === true };
  const asked = found === null || !isRequest ? null : await ask(suggestion, found, options, signal);
  const forgeLines = [...(asked === null ? [] : requestText(asked)), ...(checked === null ? [] : checkText(checked))];
  const requestLines = forgeLines.map(visible);

  const host = found?.client.host ?? (await asking);
  const output = bufferedOutput(io.stdout);
  if (format === 'json') {
    const { commit, dirty } = change.head;
    const facts = { format: 1, base: change.base, head: { commit, dirty }, author: authors.ids[0] ?? null };
    const onForge = { request: requestJson(asked), check: checkJson(checked) };
    await output.write(
      `${jsonText({ ...facts, authors: authors.ids, ...reviewJson(suggestion, host), ...onForge })}\n`,
    );
  } else if (format === 'markdown') {
    await output.write(reviewMarkdown(suggestion, host));
    for (const line of requestLines) if (line !== '') io.stderr.write(`aor: ${line.trim()}\n`);
  } else {
    // What is not on somebody's own screen, such as the log of a job, is for others.
    const audience = io.stdout.isTTY === true ? { today } : 'others';
    const lines = reviewText(suggestion, { scope, change, authors: authors.names }, audience).map(visible);
    await output.write(`${[...lines, ...requestLines].join('\n')}\n`);
  }
  await output.end();
  const isDone = (asked === null || isAllAsked(asked)) && (checked === null || isAllApproved(checked));
  return isMustOpen(suggestion) || !isDone ? 1 : 0;
}

/** Only the base says who is asked, so that no change can have others asked. */
function throwWithoutBase({ base, change }: ChangeAtHand): void {
  if (base !== null) return;
  const where = change.base === null ? 'there is no base branch' : `${change.base.ref} has no ownership file to go by`;
  throw new CliError(`Nobody decides: ${visible(where)}, and what the change itself says does not count.`);
}

/** History is read through the `.mailmap` that is checked out. */
const isMailmapChanged = ({ change }: ChangeAtHand): boolean =>
  change.files.some(({ path, from }) => path === '.mailmap' || from === '.mailmap');

/** With whoever opened the request, who need not have made any commit. */
function withOpener(authors: Authors, found: FoundRequest | null, { deciding }: ChangeAtHand): Authors {
  if (found?.kind !== 'one') return authors;
  const person = [...deciding.people.values()].find((one) => isOpenedBy(one, found.state, found.client));
  if (person === undefined || authors.ids.includes(person.id)) return authors;
  return { ...authors, ids: [...authors.ids, person.id], names: [...authors.names, person.name] };
}

/** The host whose handles are meant: that of the remote the base is on, else of the first. */
async function hostOf(folder: string, { base }: GitChange): Promise<string | null> {
  const remotes = await readRemotes(folder);
  const found = remotes.find(({ name }) => base?.ref.startsWith(`${name}/`)) ?? remotes[0];
  return found?.remote?.host ?? null;
}
