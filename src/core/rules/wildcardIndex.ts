import { matchesName, type Wildcard } from './wildcard';

/** Adds to `found` what goes with the wildcards that match a name. */
export type WildcardIndex<T> = (name: string, found: T[]) => void;

interface Item<T> {
  readonly wildcard: Wildcard;
  readonly value: T;
}

/** Up to so many are tried one by one. */
const few = 6;

/**
 * Finds the wildcards that match a name by what it ends or begins with: of a thousand `*.ext` only those with the same
 * two last characters are tried. Wildcards without two plain characters at an edge are tried on every name.
 */
export function wildcardIndex<T>(items: readonly Item<T>[]): WildcardIndex<T> {
  if (items.length <= few) return tryAll(items);
  const bySuffix = new Map<number, Item<T>[]>();
  const byPrefix = new Map<number, Item<T>[]>();
  const others: Item<T>[] = [];
  for (const item of items) {
    const { prefix, suffix } = item.wildcard;
    if (suffix.length >= 2) add(bySuffix, pairAt(suffix, suffix.length - 2), item);
    else if (prefix.length >= 2) add(byPrefix, pairAt(prefix, 0), item);
    else others.push(item);
  }
  const suffixed = indexed(bySuffix, 'suffix');
  const prefixed = indexed(byPrefix, 'prefix');
  const rest = tryAll(others);
  return (name, found) => {
    if (name.length >= 2) {
      suffixed.get(pairAt(name, name.length - 2))?.(name, found);
      prefixed.get(pairAt(name, 0))?.(name, found);
    }
    rest(name, found);
  };
}

/** Two UTF-16 units as one number. */
const pairAt = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);

function tryAll<T>(items: readonly Item<T>[]): WildcardIndex<T> {
  return (name, found) => {
    for (const { wildcard, value } of items) if (matchesName(wildcard, name)) found.push(value);
  };
}

function indexed<T>(
  byPair: ReadonlyMap<number, readonly Item<T>[]>,
  edge: 'prefix' | 'suffix',
): ReadonlyMap<number, WildcardIndex<T>> {
  return new Map([...byPair].map(([pair, items]) => [pair, items.length <= few ? tryAll(items) : byEdge(items, edge)]));
}

/** Where many share two characters they are told apart by the whole edge. */
function byEdge<T>(items: readonly Item<T>[], edge: 'prefix' | 'suffix'): WildcardIndex<T> {
  const byText = new Map<string, Item<T>[]>();
  for (const item of items) add(byText, item.wildcard[edge], item);
  const lengths = [...new Set([...byText.keys()].map((text) => text.length))].sort((a, b) => a - b);
  const tried = new Map([...byText].map(([text, sharing]) => [text, tryAll(sharing)]));
  return (name, found) => {
    for (const length of lengths) {
      if (length > name.length) return;
      tried.get(edge === 'suffix' ? name.slice(-length) : name.slice(0, length))?.(name, found);
    }
  };
}

function add<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
