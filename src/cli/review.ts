/** `aor review`: whom to ask for the review of the change at hand. */
import { isMustOpen, loadRegexFor, reviewJson, reviewMarkdown, suggest, visible } from '../core';
import { readRemotes } from '../node/remotes';
import type { GitChange } from '../node/change/model';
import { commonOptions, formatOf, readArguments, todayOf } from './arguments';
import { authorsOf, readChangeAtHand, scopeOf } from './changeAtHand';
import { jsonText } from './formats/json';
import { reviewText } from './formats/reviewText';
import { histories } from './history';
import { bufferedOutput, CliError, type ExitStatus, type Io } from './io';

export const usage = `aor review                 whom to ask for the review of the change at hand, and why

  --base REF       what the change is compared with (default: the branch base-branch names, else the
                   default branch of the remote)
  --author ID      who made it, several times for several (default: as git has it)
  --staged         only what the next commit would hold
  --working-tree   only what is not committed
  --no-history     do not look into history for who really reviews here
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
  });
  if (positionals.length > 0) throw new CliError('aor review looks at the whole change and takes no paths.');
  const format = formatOf(values, ['markdown', 'json']);
  const today = todayOf(values.today, io);
  const scope = scopeOf(values);
  const history = values['no-history'] === true ? undefined : histories(today, signal);
  const at = await readChangeAtHand({ ...values, scope, signal, onRevision: (...of) => history?.begin(...of) }, io);
  const { base, fork, head, change } = at;
  const asking = hostOf(at.folder, change);
  const authors = authorsOf(at, values.author, io);
  const suggestion = suggest({
    change,
    base,
    fork,
    head,
    authors: new Set(authors.ids),
    busy: new Set(),
    today,
    mode: 'accountable',
    regex: await loadRegexFor(base, head),
    evidence: await history?.evidenceFor(at, authors),
  });

  const host = await asking;
  const output = bufferedOutput(io.stdout);
  if (format === 'json') {
    const { commit, dirty } = change.head;
    const facts = { format: 1, base: change.base, head: { commit, dirty }, author: authors.ids[0] ?? null };
    await output.write(`${jsonText({ ...facts, authors: authors.ids, ...reviewJson(suggestion, host) })}\n`);
  } else if (format === 'markdown') {
    await output.write(reviewMarkdown(suggestion, host));
  } else {
    // What is not on somebody's own screen, such as the log of a job, is for others.
    const audience = io.stdout.isTTY === true ? { today } : 'others';
    await output.write(
      `${reviewText(suggestion, { scope, change, authors: authors.names }, audience).map(visible).join('\n')}\n`,
    );
  }
  await output.end();
  return isMustOpen(suggestion) ? 1 : 0;
}

/** The host whose handles are meant: that of the remote the base is on, else of the first. */
async function hostOf(folder: string, { base }: GitChange): Promise<string | null> {
  const remotes = await readRemotes(folder);
  const found = remotes.find(({ name }) => base?.ref.startsWith(`${name}/`)) ?? remotes[0];
  return found?.remote?.host ?? null;
}
