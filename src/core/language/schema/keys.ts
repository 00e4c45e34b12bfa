import { isProblemCode } from '../../file/policy';
import type { Takes } from '../../file/takes';
import { takesFile } from '../../file/takesFile';
import { keyHelp } from './help';
import { problemHelp } from './problemHelp';
import { valueHelp } from './valueHelp';

/** `*`, where the user chooses the key. */
export const anyKey = '*';

/** The way to a key: `['aors', '*', 'owner']`. Lists are no part of it. */
export type KeyPath = readonly string[];

/** The help for a key; `null` where there is none: of what is not known. */
export function helpFor(path: KeyPath): string | null {
  const code = path.at(-1) ?? '';
  if (isSeverity(path)) return isProblemCode(code) ? problemHelp[code] : null;
  return told(keyHelp, path.join('.'));
}

/** What a value of a few known ones means behind a key; `null` where its name says it all. */
export function helpForValue(path: KeyPath, value: string): string | null {
  const key = isSeverity(path) ? ['review', 'severities', anyKey] : path;
  return told(valueHelp, [...key, value].join('.'));
}

/** The way to the severity of a kind of problem. */
const isSeverity = ([section, key, ...more]: KeyPath): boolean =>
  section === 'review' && key === 'severities' && more.length === 1;

const told = (help: Readonly<Record<string, string>>, key: string): string | null =>
  Object.hasOwn(help, key) ? (help[key] ?? null) : null;

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

/** What stands at the end of a way of keys as they are written. */
export function takesAt(path: readonly string[]): { readonly takes: Takes; readonly way: KeyPath } | undefined {
  let takes: Takes = takesFile;
  const way: string[] = [];
  for (const key of path) {
    const next = within(takes, key);
    if (next === undefined) return undefined;
    takes = next.takes;
    way.push(next.segment);
  }
  return { takes, way };
}
