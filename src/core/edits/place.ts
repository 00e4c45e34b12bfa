/** From keys to places in the tree. */
import type { PlainEntry, PlainMap, PlainNode } from '../file/plainTree';
import { isBracketed } from './extent';
import type { EditSource } from './source';

/** A map, and how it is written. */
export interface MapPlace {
  readonly map: PlainMap;
  /** Whether it stands within brackets, its own or others. */
  readonly inBrackets: boolean;
}

/** The map a node stands for: a list of one map is that map. */
function mapOf(node: PlainNode | null): PlainMap | null {
  if (node?.kind === 'list' && node.items.length === 1) return mapOf(node.items[0]?.value ?? null);
  return node?.kind === 'map' ? node : null;
}

/** The map that the keys lead to; `null`: there is none. */
export function mapAt({ text, root }: EditSource, path: readonly string[]): MapPlace | null {
  let node: PlainNode | null = root;
  let inBrackets = false;
  for (const key of [...path, null]) {
    inBrackets ||= node !== null && node.kind !== 'scalar' && isBracketed(text, node);
    const map = mapOf(node);
    if (map === null) return null;
    inBrackets ||= isBracketed(text, map);
    if (key === null) return { map, inBrackets };
    node = map.entries.find((entry) => entry.key.text === key)?.value ?? null;
  }
  return null;
}

/** An entry of a map, and where in it. */
export interface EntryPlace extends MapPlace {
  readonly entry: PlainEntry;
  readonly index: number;
}

/** The entry that the keys lead to; `null`: there is none. */
export function entryAt(source: EditSource, path: readonly string[]): EntryPlace | null {
  const place = mapAt(source, path.slice(0, -1));
  const index = place?.map.entries.findIndex(({ key }) => key.text === path.at(-1)) ?? -1;
  const entry = place?.map.entries[index];
  return place === null || entry === undefined ? null : { ...place, entry, index };
}
