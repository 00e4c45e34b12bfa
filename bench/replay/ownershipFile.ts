/** A list of maintainers as an ownership file, for the paths of one change. */
import { loadOwnership, type FileSource, type OwnershipFile } from '../../src/core';
import type { ListedArea, Listing } from '../listed/books';
import { forgeHost, type ReplayedForge } from './forge';

/** The areas of the paths that somebody is listed for, with their paths. */
export function areasOf(listing: Listing, paths: readonly string[]): ReadonlyMap<ListedArea, readonly string[]> {
  const areas = new Map<ListedArea, string[]>();
  for (const path of paths) {
    const area = listing.areaOf(path);
    if (area === null) continue;
    const files = areas.get(area);
    if (files === undefined) areas.set(area, [path]);
    else files.push(path);
  }
  return areas;
}

/**
 * One AOR for each area: the first of `ordered` is the owner, the rest are backups. The project's own patterns have
 * already said whose a path is, so the globs are the paths themselves: what is tried is the choice, not the dialects.
 */
export function ownershipText(
  listing: Listing,
  areas: ReadonlyMap<ListedArea, readonly string[]>,
  ordered: (area: ListedArea) => readonly string[],
  accountOf?: ReplayedForge['accountOf'],
): string {
  const people = listing.people.map((person) => {
    const { id, name, email, handle } = person;
    const emails = email === '' ? '' : `, email: ${JSON.stringify(email)}`;
    const handles = [
      ...(handle === '' ? [] : [`github: ${JSON.stringify(handle)}`]),
      ...(accountOf === undefined ? [] : [`${forgeHost}: ${accountOf(person)}`]),
    ];
    return `  ${id}: { name: ${JSON.stringify(name)}${emails}, handles: { ${handles.join(', ')} } }`;
  });
  const aors = [...areas].map(([area, files], at) => {
    const [owner, ...backups] = ordered(area);
    const paths = files.map((path) => JSON.stringify(path.replace(/[\\*?{}!,]/g, '\\$&')));
    return [
      `  area-${at}:`,
      `    title: ${JSON.stringify(area.title || 'untitled')}`,
      `    owner: ${owner ?? ''}`,
      `    backup: [${backups.join(', ')}]`,
      `    paths: [${paths.join(', ')}]`,
    ].join('\n');
  });
  return ['version: 1', 'people:', ...people, 'aors:', ...aors, ''].join('\n');
}

/** Loads an ownership file from its text. */
export async function loadText(text: string): Promise<OwnershipFile> {
  const source: FileSource = {
    read: (path) => Promise.resolve(path === 'aor.yaml' ? { kind: 'text', text } : { kind: 'missing' }),
    list: () => Promise.resolve(['aor.yaml']),
  };
  const loaded = await loadOwnership(source, null);
  if (loaded.kind !== 'loaded') throw new Error('The generated ownership file cannot be read.');
  return loaded.file;
}
