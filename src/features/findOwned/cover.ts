/** The fewest search patterns that name exactly some files of a tree. */

/** Patterns for the search view: what includes names and excludes does not. */
export interface Cover {
  readonly includes: readonly string[];
  readonly excludes: readonly string[];
  /** Whether other files are named as well, because it would take more patterns than a search can have. */
  readonly isRough: boolean;
}

/** More than these make the editor's search slow, and its boxes unreadable. */
const maximumPatterns = 250;

interface Folder {
  readonly path: string;
  readonly folders: Map<string, Folder>;
  readonly files: { readonly path: string; readonly isWanted: boolean }[];
  wanted: number;
  total: number;
}

/** The cover of the wanted ones among all files (relative, `/`). A folder all of whose files are wanted is one pattern. */
export function coverOf(all: readonly string[], isWanted: (path: string) => boolean): Cover {
  const top = treeOf(all, isWanted);
  if (top.wanted === 0) return { includes: [], excludes: [], isRough: false };
  const exact = includesOf(top);
  if (exact.includes.length + exact.excludes.length <= maximumPatterns) return { ...exact, isRough: false };
  return { includes: foldersOf(top), excludes: [], isRough: true };
}

function treeOf(all: readonly string[], isWanted: (path: string) => boolean): Folder {
  const top = folderAt('');
  for (const path of all) {
    const wanted = isWanted(path);
    let at = top;
    count(at, wanted);
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      const folder = path.slice(0, slash);
      const next = at.folders.get(folder) ?? folderAt(folder);
      at.folders.set(folder, next);
      at = next;
      count(at, wanted);
    }
    at.files.push({ path, isWanted: wanted });
  }
  return top;
}

const folderAt = (path: string): Folder => ({ path, folders: new Map(), files: [], wanted: 0, total: 0 });

function count(folder: Folder, wanted: boolean): void {
  folder.total++;
  if (wanted) folder.wanted++;
}

type Lists = Pick<Cover, 'includes' | 'excludes'>;

/** Names the wanted files: one by one, or the folder without what is not wanted, whichever takes fewer patterns. */
function includesOf(folder: Folder): Lists {
  if (folder.wanted === 0) return { includes: [], excludes: [] };
  const whole = { includes: [everythingIn(folder)], excludes: namesOf(folder, false) };
  if (whole.excludes.length === 0) return whole;
  const parts = Array.from(folder.folders.values(), includesOf);
  const apart: Lists = {
    includes: [
      ...parts.flatMap(({ includes }) => includes),
      ...folder.files
        .filter((file) => file.isWanted)
        .map((file) => file.path)
        .map(literal),
    ],
    excludes: parts.flatMap(({ excludes }) => excludes),
  };
  return sizeOf(apart) <= sizeOf(whole) ? apart : whole;
}

const sizeOf = ({ includes, excludes }: Lists): number => includes.length + excludes.length;

/** Files that are all wanted, or all not, with a folder for those that are all it has. */
function namesOf(folder: Folder, wanted: boolean): readonly string[] {
  const count = wanted ? folder.wanted : folder.total - folder.wanted;
  if (count === 0) return [];
  if (count === folder.total) return [everythingIn(folder)];
  return [
    ...[...folder.folders.values()].flatMap((one) => namesOf(one, wanted)),
    ...folder.files.filter((file) => file.isWanted === wanted).map((file) => literal(file.path)),
  ];
}

/** Folders that hold wanted files, as deep as there is room for. */
function foldersOf(top: Folder): readonly string[] {
  let found: readonly Folder[] = [top];
  for (;;) {
    const deeper = found.flatMap((folder) => {
      const inside = [...folder.folders.values()].filter(({ wanted }) => wanted > 0);
      const isDone = folder.wanted === folder.total || folder.files.some((file) => file.isWanted);
      return isDone || inside.length === 0 ? [folder] : inside;
    });
    const isSame = deeper.length === found.length && deeper.every((folder, index) => folder === found[index]);
    if (isSame || deeper.length > maximumPatterns) return found.map(everythingIn);
    found = deeper;
  }
}

const everythingIn = ({ path }: Folder): string => (path === '' ? '**' : `${literal(path)}/**`);

/**
 * A path as the search view's globs read it. A comma parts patterns there, and braces cannot be escaped at all: any
 * character in their place.
 */
export const literal = (path: string): string =>
  path.replace(/[{}*?[\],]/g, (character) => ('{}?'.includes(character) ? '?' : `[${character}]`));
