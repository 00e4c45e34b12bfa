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

/** What stands at an offset: the entry whose key or value it is in, the innermost of them. */
export interface OffsetPlace extends EntryPlace {
  /** The keys that lead to the entry, without places in lists. */
  readonly path: readonly string[];
  /** Which item of the entry's value; `null`: the key, or a value that is no list. */
  readonly item: number | null;
}

/** The place of an offset; `null`: it is in no entry. */
export function placeAt({ text, root }: EditSource, offset: number): OffsetPlace | null {
  const covers = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    start <= offset && offset < Math.max(end, start + 1);
  let found = null as OffsetPlace | null;
  let node = root;
  let path: readonly string[] = [];
  let inBrackets = false;
  while (node !== null && node.kind !== 'scalar') {
    inBrackets ||= isBracketed(text, node);
    if (node.kind === 'list') {
      const index: number = node.items.findIndex(covers);
      if (found !== null && index >= 0) found = { ...found, item: index };
      node = node.items[index]?.value ?? null;
      continue;
    }
    const map: PlainMap = node;
    const index = map.entries.findIndex(({ key, value }) => covers(key) || (value !== null && covers(value)));
    const entry = map.entries[index];
    if (entry === undefined) break;
    path = [...path, entry.key.text];
    found = { map, entry, index, inBrackets, path, item: null };
    node = covers(entry.key) ? null : entry.value;
  }
  return found;
}
