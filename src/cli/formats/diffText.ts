/** `aor diff` for people. */
import {
  filesText,
  hasSameBackups,
  type AorChange,
  type AorHolder,
  type PathChange,
  type PathHolder,
} from '../../core';

/** More paths than these are no help beneath one line. */
const mostPaths = 5;

/** The comparison in lines. `total`: files that both sides have; `since`: what was compared. */
export function diffText(
  aors: readonly AorChange[],
  paths: readonly PathChange[],
  total: number,
  since: string,
): readonly string[] {
  return [
    `${paths.length === 0 ? 'No' : `${paths.length} of ${total}`} ${total === 1 || paths.length === 0 ? 'file' : 'files'} changed hands ${since}.`,
    ...(aors.length === 0 ? [] : ['', 'Responsibilities:', ...aors.map((one) => `  ${aorText(one)}`)]),
    ...(paths.length === 0 ? [] : ['', 'Files:', ...groups(paths)]),
  ];
}

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
function groups(paths: readonly PathChange[]): readonly string[] {
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
      `  ${way}: ${filesText(group.length)}`,
      ...group.slice(0, mostPaths).map(({ path, from }) => `    ${path}${from === path ? '' : `, moved from ${from}`}`),
      ...(group.length > mostPaths ? [`    and ${group.length - mostPaths} more`] : []),
    ]);
}

const sideText = ({ state, aor, owner }: PathHolder): string =>
  aor === null ? state : `${aor.title} · ${owner?.name ?? 'vacant'}`;
