/** A folder as git keeps it: a tree object. Source: git's documentation of its object format. */

export interface TreeEntry {
  /** `other`: a link, or a submodule. */
  readonly kind: 'file' | 'folder' | 'other';
  /** Of the object. */
  readonly id: string;
}

const space = 0x20;

/** By the bits of the mode that say it: those of `100644` and `40000`. */
const kinds: ReadonlyMap<number, TreeEntry['kind']> = new Map([
  [0o100000, 'file'],
  [0o040000, 'folder'],
]);

/** The entries of a tree by name, one UTF-16 unit a byte. What is broken in a tree ends it. `idBytes`: of an id. */
export function treeEntries(tree: Buffer, idBytes: number): ReadonlyMap<string, TreeEntry> {
  const entries = new Map<string, TreeEntry>();
  for (let at = 0; at < tree.length;) {
    const modeEnd = tree.indexOf(space, at);
    const nameEnd = tree.indexOf(0, modeEnd);
    const end = nameEnd + 1 + idBytes;
    if (modeEnd < 0 || nameEnd < 0 || end > tree.length) break;
    entries.set(tree.toString('latin1', modeEnd + 1, nameEnd), {
      kind: kinds.get(Number.parseInt(tree.toString('latin1', at, modeEnd), 8) & 0o170000) ?? 'other',
      id: tree.toString('hex', nameEnd + 1, end),
    });
    at = end;
  }
  return entries;
}

/** The name of a tree's entry for a segment of a path. */
export const treeName = (segment: string): string => Buffer.from(segment).toString('latin1');
