/** A comparison for people. */
import { filesText } from '../review/explain';
import { hasSameBackups, type AorChange, type AorHolder, type PathChange, type PathHolder } from './compareOwnership';

/** A line; `path` is the file it is about, which it shows from its fifth character on. */
export interface ComparisonLine {
  readonly text: string;
  readonly path: string | null;
}

export interface Comparison {
  readonly aors: readonly AorChange[];
  readonly paths: readonly PathChange[];
  /** Files that both sides have. */
  readonly total: number;
  /** What was compared: `since main`. */
  readonly since: string;
}

/** The comparison in lines, of each group of files that went the same way the first `mostPaths`. Holds untrusted characters. */
export function comparisonText(
  { aors, paths, total, since }: Comparison,
  mostPaths: number,
): readonly ComparisonLine[] {
  const none = paths.length === 0;
  return [
    heading(
      `${none ? 'No' : `${paths.length} of ${total}`} ${total === 1 || none ? 'file' : 'files'} changed hands ${since}.`,
    ),
    ...(aors.length === 0 ? [] : ['', 'Responsibilities:', ...aors.map((one) => `  ${aorText(one)}`)].map(heading)),
    ...(none ? [] : [heading(''), heading('Files:'), ...groups(paths, mostPaths)]),
  ];
}

const heading = (text: string): ComparisonLine => ({ text, path: null });

function aorText({ id, before, after }: AorChange): string {
  if (before === null) return after === null ? id : `${after.title}: new, ${heldBy(after)}`;
  if (after === null) return `${before.title}: gone, was held by ${heldBy(before)}`;
  const changes = [
    ...(before.owner?.id === after.owner?.id ? [] : [`${heldBy(before)} → ${heldBy(after)}`]),
    ...(before.kind === after.kind ? [] : [`${before.kind} → ${after.kind}`]),
    ...(hasSameBackups(before, after) ? [] : [`backup ${backupsText(before)} → ${backupsText(after)}`]),
  ];
  return `${after.title}: ${changes.join(', ')}`;
}

const heldBy = ({ owner }: AorHolder): string => owner?.name ?? 'vacant';
const backupsText = ({ backups }: AorHolder): string =>
  backups.length === 0 ? 'nobody' : backups.map(({ name }) => name).join(', ');

/** Paths that went the same way together, most first. */
function groups(paths: readonly PathChange[], mostPaths: number): readonly ComparisonLine[] {
  const byWay = new Map<string, PathChange[]>();
  for (const one of paths) {
    const way = `${sideText(one.before)} → ${sideText(one.after)}`;
    const group = byWay.get(way) ?? [];
    group.push(one);
    byWay.set(way, group);
  }
  return [...byWay]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([way, group]) => [
      heading(`  ${way}: ${filesText(group.length)}`),
      ...group.slice(0, mostPaths).map(({ path, from }) => ({
        text: `    ${path}${from === path ? '' : `, moved from ${from}`}`,
        path,
      })),
      ...(group.length > mostPaths ? [heading(`    and ${group.length - mostPaths} more`)] : []),
    ]);
}

const sideText = ({ state, aor, owner }: PathHolder): string =>
  aor === null ? state : `${aor.title} · ${owner?.name ?? 'vacant'}`;
