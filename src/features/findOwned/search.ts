/** What the search view is given. */
import type { Uri } from 'vscode';
import { pathBelow } from '../../host/paths';
import { coverOf, literal } from './cover';

export interface Search {
  /** Patterns, parted by commas. */
  readonly filesToInclude: string;
  readonly filesToExclude: string;
  /** Files of others are searched as well. */
  readonly isRough: boolean;
  /** How many of the files no opened folder has. */
  readonly outside: number;
}

/** An opened folder. */
interface Opened {
  readonly uri: Uri;
  readonly name: string;
}

/**
 * The search for the owned ones among all files of a repository. Patterns begin with `./`, which the search view reads
 * from the folder, or from `./name/` where several are open.
 */
export function searchOf(
  base: Uri,
  folders: readonly Opened[],
  all: readonly string[],
  owned: ReadonlySet<string>,
): Search {
  const inside = new Set<string>();
  const covers = folders.flatMap(({ uri, name }) => {
    const place = placeIn(uri, base);
    if (place === undefined) return [];
    const { prefix, lead } = place;
    const here = all.filter((path) => path.startsWith(prefix));
    for (const path of here) if (owned.has(path)) inside.add(path);
    const cover = coverOf(
      here.map((path) => path.slice(prefix.length)),
      (path) => owned.has(prefix + path),
    );
    const root = folders.length > 1 ? `./${literal(name)}/${lead}` : `./${lead}`;
    return [{ ...cover, root }];
  });
  const joined = (list: 'includes' | 'excludes'): string =>
    covers.flatMap((cover) => cover[list].map((pattern) => cover.root + pattern)).join(', ');
  return {
    filesToInclude: joined('includes'),
    filesToExclude: joined('excludes'),
    isRough: covers.some(({ isRough }) => isRough),
    outside: owned.size - inside.size,
  };
}

/**
 * How paths of the repository become paths of an opened folder, which may be part of it or hold it; `undefined` where
 * neither is so.
 */
function placeIn(folder: Uri, base: Uri): { readonly prefix: string; readonly lead: string } | undefined {
  const inside = pathBelow(base, folder);
  if (inside !== undefined) return { prefix: inside === '' ? '' : `${inside}/`, lead: '' };
  const above = pathBelow(folder, base);
  return above === undefined ? undefined : { prefix: '', lead: `${literal(above)}/` };
}
