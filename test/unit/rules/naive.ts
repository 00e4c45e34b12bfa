/**
 * What the reference page says, word by word and as slow as it gets: every glob is tried on every path by `minimatch`,
 * and the claims that match are compared one with another. It shares no code with the index.
 */
import { Minimatch, type MinimatchOptions } from 'minimatch';

export interface NaiveEntry {
  readonly glob: string;
  readonly priority: number;
  /** Tells entries apart. */
  readonly line: number;
}

export interface NaiveAor {
  readonly id: string;
  readonly kind: 'area' | 'review';
  readonly base: string;
  /** `null`: no `paths` are written. */
  readonly paths: readonly NaiveEntry[] | null;
}

export interface NaiveFile {
  readonly aors: readonly NaiveAor[];
  readonly exempt: readonly { readonly base: string; readonly entries: readonly NaiveEntry[] }[];
}

export interface NaiveAnswer {
  /** `area ID LINE`, `exempt LINE`, `none`. */
  readonly decision: string;
  /** `ID LINE REASON`, best first. */
  readonly also: readonly string[];
  /** In order of definition. */
  readonly reviews: readonly string[];
  /** Lines of the entries that match. */
  readonly matching: readonly number[];
}

const options: MinimatchOptions = { dot: true, noext: true, nonegate: true, nocomment: true, platform: 'linux' };

interface Alternative {
  readonly segments: readonly string[];
  readonly matches: (path: string) => boolean;
}

interface Entry extends NaiveEntry {
  readonly isExclude: boolean;
  readonly position: number;
  readonly alternatives: readonly Alternative[];
}

interface Claim {
  readonly id: string;
  readonly entry: Entry;
  readonly segments: readonly string[];
}

export function naiveIndex(file: NaiveFile): (path: string) => NaiveAnswer {
  const aors = file.aors.map((aor) => ({ ...aor, entries: (aor.paths ?? []).map(entryIn(aor.base, 0)) }));
  let earlier = 0;
  const exempt = file.exempt.map(({ base, entries }) => {
    const list = entries.map(entryIn(base, earlier));
    earlier += entries.length;
    return list;
  });
  return (path) => {
    const areas = aors.filter(({ kind }) => kind === 'area').map(({ id, entries }) => claimsOf(id, entries, path));
    const exempted = exempt.flatMap((entries) => claimsOf('', entries, path)).sort(order)[0];
    const best = areas.flatMap((claims) => claims.sort(order)[0] ?? []).sort(order);
    const [winner, ...losers] = exempted === undefined ? best : [];
    return {
      decision:
        exempted !== undefined
          ? `exempt ${exempted.entry.line}`
          : winner === undefined
            ? 'none'
            : `area ${winner.id} ${winner.entry.line}`,
      also: losers.map(
        (loser) => `${loser.id} ${loser.entry.line} ${winner === undefined ? '' : reason(winner, loser)}`,
      ),
      reviews: aors.flatMap(({ kind, id, base, paths, entries }) =>
        kind === 'review' && (paths === null ? isBeneath(base, path) : claimsOf(id, entries, path).length > 0)
          ? [id]
          : [],
      ),
      matching: [...aors.map(({ entries }) => entries), ...exempt]
        .flat()
        .filter(({ alternatives }) => alternatives.some(({ matches }) => matches(path)))
        .map(({ line }) => line),
    };
  };
}

const entryIn =
  (base: string, earlier: number) =>
  (entry: NaiveEntry, at: number): Entry => {
    const isExclude = entry.glob.startsWith('!');
    return {
      ...entry,
      isExclude,
      position: earlier + at,
      alternatives: alternativesOf(isExclude ? entry.glob.slice(1) : entry.glob, base),
    };
  };

function alternativesOf(glob: string, base: string): Alternative[] {
  const plainBrackets = glob.replace(/\\.|[[\]]/gsu, (found) => (found.length === 1 ? `\\${found}` : found));
  const prefix = base === '' ? '' : `${base.replace(/[\\*?{},[\]]/g, '\\$&')}/`;
  return new Minimatch(plainBrackets, options)
    .braceExpand()
    .map((one) => one.replace(/^\//, ''))
    .flatMap((one) => (one.endsWith('/') ? [`${one}**`] : hasWildcard(lastOf(one)) ? [one] : [one, `${one}/**`]))
    .map((one) => {
      const pattern = new Minimatch(prefix + one, { ...options, nobrace: true });
      return { segments: (prefix + one).split('/'), matches: (path) => pattern.match(path) };
    });
}

const lastOf = (glob: string): string => glob.slice(glob.lastIndexOf('/') + 1);
const hasWildcard = (segment: string): boolean => /[*?]/.test(segment.replace(/\\./gsu, ''));
const isBeneath = (base: string, path: string): boolean => base === '' || path.startsWith(`${base}/`);

function claimsOf(id: string, entries: readonly Entry[], path: string): Claim[] {
  const matching = entries.filter(({ alternatives }) => alternatives.some(({ matches }) => matches(path)));
  if (matching.some(({ isExclude }) => isExclude)) return [];
  return matching.flatMap((entry) =>
    entry.alternatives.filter(({ matches }) => matches(path)).map(({ segments }) => ({ id, entry, segments })),
  );
}

/** The number of the segment that decides, from 1; 0: none does. */
function decidingSegment(a: Claim, b: Claim): number {
  for (let at = 0; at < Math.max(a.segments.length, b.segments.length); at++) {
    if (compareSegments(a.segments[at], b.segments[at]) !== 0) return at + 1;
  }
  return 0;
}

function order(a: Claim, b: Claim): number {
  const segment = decidingSegment(a, b);
  return (
    b.entry.priority - a.entry.priority ||
    (segment === 0 ? 0 : compareSegments(a.segments[segment - 1], b.segments[segment - 1])) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) ||
    a.entry.position - b.entry.position
  );
}

function reason(winner: Claim, loser: Claim): string {
  if (winner.entry.priority !== loser.entry.priority) return 'priority';
  const segment = decidingSegment(winner, loser);
  return segment === 0 ? 'id' : `segment ${segment}`;
}

function compareSegments(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  return rankOf(a) - rankOf(b) || (rankOf(a) === 1 ? literals(b) - literals(a) : 0);
}

/** Plain, mixed, wildcards alone, exactly `*`, `**`. */
function rankOf(segment: string): number {
  if (segment === '**') return 4;
  if (segment === '*') return 3;
  if (!hasWildcard(segment)) return 0;
  return literals(segment) > 0 ? 1 : 2;
}

const literals = (segment: string): number => [...segment.replace(/\\./gsu, 'x').replace(/[*?]/g, '')].length;
