/** Lists of changes, and of what one changes. Source: *Changes endpoint*; *Searching Changes* of Gerrit's documentation. */
import type { ChangedPaths, ListedRequest, PastReview } from '../forge';
import { pastReview, type PastSpan } from '../pastReviews';
import type { RestApi } from '../rest';
import { fieldsOf, listOf, type Fields } from '../shape';
import { handleOf } from './accounts';
import { details, readState } from './changes';
import { quoted } from './query';

/** Gerrit gives those that changed last first. */
async function changes(
  api: RestApi,
  { q, n, options }: { readonly q: string; readonly n: number; readonly options: string },
  signal: AbortSignal | undefined,
): Promise<readonly Fields[]> {
  const found = listOf(await api.request('GET', `/changes/${options}`, { query: { q, n } }, signal), 'the changes');
  return found.slice(0, n);
}

export interface ChangeList {
  readonly project: string;
  /** What pages of the host start with. */
  readonly site: string;
  /** Other names that were found out elsewhere, lower case → handle. */
  readonly learnt: ReadonlyMap<string, string>;
}

export async function openChanges(
  api: RestApi,
  { project, site, learnt }: ChangeList,
  atMost: number,
  signal?: AbortSignal,
): Promise<readonly ListedRequest[]> {
  const q = `status:open project:${quoted(project)}`;
  const found = await changes(api, { q, n: atMost, options: details }, signal);
  return found.map((change) => {
    const { request, requested, aliases = learnt } = readState(change, site, learnt);
    return { ...request, requested, aliases, updated: momentOf(change, 'updated') };
  });
}

/** What Gerrit lists among the files. */
const noFiles = new Set(['/COMMIT_MSG', '/MERGE_LIST', '/PATCHSET_LEVEL']);

/** `change`: the path of the change. */
export async function filesOf(api: RestApi, change: string, signal?: AbortSignal): Promise<ChangedPaths> {
  const answer = await api.request('GET', `${change}/revisions/current/files/`, {}, signal);
  const files = fieldsOf(answer, 'the files');
  const paths = Object.keys(answer as object)
    .filter((path) => !noFiles.has(path))
    .flatMap((path) => {
      const file = files.fields(path);
      // What was copied from did not change.
      const before = file.textOrNull('status') === 'R' ? file.text('old_path') : null;
      return before === null ? [path] : [path, before];
    });
  return { paths: [...new Set(paths)], isComplete: true };
}

/** What is told of a change that is merged; what was said there would be many times as much. */
const votes = '?o=CURRENT_REVISION&o=DETAILED_ACCOUNTS&o=DETAILED_LABELS';

/** Of those who voted. */
export async function mergedChanges(
  api: RestApi,
  { project, site }: ChangeList,
  { since, atMost }: PastSpan,
  signal?: AbortSignal,
): Promise<readonly PastReview[]> {
  const q = `status:merged project:${quoted(project)} after:${since}`;
  const found = await changes(api, { q, n: atMost, options: votes }, signal);
  // One that was merged long ago may have been talked about since.
  return found
    .filter((change) => (momentOf(change, 'submitted') ?? '') >= since)
    .map((change) => {
      const { request, reviews, aliases = new Map<string, string>() } = readState(change, site, new Map());
      const machines = machinesOf(change);
      const people = reviews.map(({ handle }) => ({ handle, isMachine: machines.has(handle) }));
      return { ...pastReview([request.from.commit], request.author, people), aliases };
    });
}

const machinesOf = (change: Fields): ReadonlySet<string> =>
  new Set(
    (change.fieldsOrNull('reviewers')?.list('REVIEWER') ?? [])
      .filter((one) => one.texts('tags').includes('SERVICE_USER'))
      .map(handleOf),
  );

/** `2026-06-15 12:00:00.000000000`, which is UTC, as ISO 8601. */
function momentOf(change: Fields, key: string): string | null {
  const [, day, time] = /^(\S+) (\d\d:\d\d:\d\d)/.exec(change.textOrNull(key) ?? '') ?? [];
  return day === undefined || time === undefined ? null : `${day}T${time}Z`;
}
