import type { Takes } from '../../file/takes';
import { keyHelp } from './help';

/** `*`, where the user chooses the key. */
export const anyKey = '*';

/** The way to a key: `['aors', '*', 'owner']`. Lists are no part of it. */
export type KeyPath = readonly string[];

/** The help for a key; `null` where there is none: of what is not known, and of a problem's severity. */
export const helpFor = (path: KeyPath): string | null => {
  const key = path.join('.');
  return Object.hasOwn(keyHelp, key) ? (keyHelp[key] ?? null) : null;
};

/** What a value takes where a list, or more to say, is not meant. */
export function single(takes: Takes): Takes {
  return takes.kind === 'list' ? single(takes.of) : takes;
}

/** What stands behind a key of a map; `undefined` where no such key is known. */
export function within(takes: Takes, key: string): { readonly takes: Takes; readonly segment: string } | undefined {
  const one = single(takes);
  switch (one.kind) {
    case 'map': {
      const of = Object.hasOwn(one.keys, key) ? one.keys[key] : undefined;
      return of === undefined ? undefined : { takes: of, segment: key };
    }
    case 'short':
      return within(one.map, key);
    case 'ids':
    case 'names':
      return { takes: one.of, segment: anyKey };
    default:
      return undefined;
  }
}
