/** One of the folders whose files an AOR has. */
export interface OwnedFolder {
  /** Base-relative. */
  readonly path: string;
  /** How many files beneath it the AOR has. */
  readonly files: number;
}

/** How deep beneath the folder all files share folders are still worth an AOR, and how many of them. */
const maximumDepth = 3;
const maximumFolders = 200;

/** The folders that files lie in, not deeper than three beneath the one they share, by path. `files`: base-relative. */
export function foldersToSplit(files: readonly string[]): readonly OwnedFolder[] {
  const counts = new Map<string, number>();
  const shared = sharedFolder(files);
  for (const path of files) {
    const names = path.split('/').slice(0, -1);
    for (let length = shared.length + 1; length <= Math.min(names.length, shared.length + maximumDepth); length++) {
      const folder = names.slice(0, length).join('/');
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  }
  const largest = [...counts].sort(([, a], [, b]) => b - a).slice(0, maximumFolders);
  return largest.map(([path, count]) => ({ path, files: count })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function sharedFolder([first, ...others]: readonly string[]): readonly string[] {
  let shared = first?.split('/').slice(0, -1) ?? [];
  for (const path of others) {
    const names = path.split('/');
    const end = shared.findIndex((name, at) => names[at] !== name || at >= names.length - 1);
    if (end >= 0) shared = shared.slice(0, end);
  }
  return shared;
}
