/** All problems of an ownership file, at a work tree or at a commit. */
import {
  analyseTree,
  atOnce,
  compileRules,
  healthProblems,
  loadOwnership,
  treeOfPaths,
  treeProblems,
  withSeverities,
} from '../core';
import type { FileSource, ForgeKind, LoadedOwnership, Problem, ReviewPolicy, Today } from '../core';

export interface Checked {
  readonly loaded: LoadedOwnership;
  readonly problems: readonly Problem[];
}

export interface Checkout {
  readonly source: FileSource;
  readonly isSparse: boolean;
  /** How a `CODEOWNERS` is read, where that is what there is. */
  readonly forge?: () => Promise<ForgeKind | null>;
}

/** `policy`: whose severities count, `null`: the file's own. */
export async function checkOwnership(
  checkout: Checkout,
  entry: string | null,
  today: Today,
  policy: ReviewPolicy | null,
): Promise<Checked> {
  const loaded = await loadOwnership(checkout.source, entry, { policy: policy ?? undefined, forge: checkout.forge });
  if (loaded.kind === 'none' || loaded.kind === 'failed') return { loaded, problems: [] };
  if (loaded.kind === 'unreadable') return { loaded, problems: loaded.problems };
  const { file } = loaded;
  const judge = policy ?? file.review;
  const analysis = atOnce(analyseTree(file, compileRules(file), treeOfPaths(await checkout.source.list())));
  const ofTree = withSeverities(treeProblems(analysis, checkout), judge);
  return { loaded, problems: [...loaded.problems, ...healthProblems(file, today, judge), ...ofTree] };
}

/** What a problem is about, whatever line it has moved to: its code, file and the texts it points at. */
export function identityOf({ code, at, related }: Problem, { loaded }: Checked): string {
  const sources = 'sources' in loaded ? loaded.sources : [];
  const textAt = (span: Problem['at']): string =>
    sources.find(({ path }) => path === span.file)?.text.slice(span.start, span.end) ?? '';
  return JSON.stringify([code, at.file, textAt(at), ...related.map((place) => [place.at.file, textAt(place.at)])]);
}

/** The problems that were not there before; of equal ones, as many as there are more now. */
export function newProblems(now: Checked, before: Checked): Problem[] {
  const known = new Map<string, number>();
  for (const problem of before.problems) {
    const identity = identityOf(problem, before);
    known.set(identity, (known.get(identity) ?? 0) + 1);
  }
  return now.problems.filter((problem) => {
    const identity = identityOf(problem, now);
    const left = known.get(identity) ?? 0;
    known.set(identity, left - 1);
    return left <= 0;
  });
}
