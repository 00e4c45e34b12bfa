/** What `F:` and `X:` of Linux' `MAINTAINERS` name, as globs of ours; the rules are those of `scripts/get_maintainer.pl`. */
import { escapedGlob } from './globText';

/** Finds the sorted paths that start with a text. */
export type PathsStartingWith = (start: string) => readonly string[];

export function pathsStartingWith(tree: readonly string[]): PathsStartingWith {
  const sorted = [...tree].sort((a, b) => (a < b ? -1 : 1));
  const firstAtLeast = (isAtLeast: (path: string) => boolean): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isAtLeast(sorted[middle] ?? '')) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return (start) =>
    sorted.slice(
      firstAtLeast((path) => path >= start),
      firstAtLeast((path) => path > start && !path.startsWith(start)),
    );
}

/**
 * A slash at the end, or a folder: everything beneath, and a `*` before it crosses folders. Otherwise it is the start
 * of paths with as many slashes, so `a/b` names `a/bc` too: that is written only where the tree has such a file.
 * `null`: there is no glob for it.
 */
export function maintainersGlobs(value: string, startingWith: PathsStartingWith): readonly string[] | null {
  if (/[[\](){}|+^$\\]|\*\*|\/\/|^\//.test(value)) return null;
  const hasStar = /[*?]/.test(value);
  const isFolder = value.endsWith('/') || (!hasStar && startingWith(`${value}/`).length > 0);
  if (!isFolder) {
    const own = globOf(value);
    if (value.endsWith('*')) return [own];
    if (hasStar) return [own, `${own}*`];
    const isStart = startingWith(value).some((path) => path !== value && !path.slice(value.length).includes('/'));
    return isStart ? [own, `${own}*`] : [own];
  }
  const names = value.replace(/\/$/, '').split('/');
  const starred = names.filter((name) => name.includes('*')).length;
  // Each star may stand for folders too; that several do is not written out.
  if (starred > 1) return null;
  if (starred === 0) return [`${globOf(value).replace(/\/$/, '')}/`];
  const at = names.findIndex((name) => name.includes('*'));
  const [before = '', after = '', ...more] = (names[at] ?? '').split('*');
  if (more.length > 0) return null;
  const [above, below] = [names.slice(0, at), names.slice(at + 1)].map((some) => some.map(globOf));
  const written = (...middle: readonly string[]): string =>
    `${[...(above ?? []), ...middle, ...(below ?? [])].join('/')}/`;
  const [left, right] = [globOf(before), globOf(after)];
  return [...new Set([written(`${left}*${right}`), written(`${left}*`, '**', `*${right}`)])];
}

/** `*` and `?` stay what they are. */
const globOf = (text: string): string =>
  text
    .split(/([*?])/)
    .map((part) => (/^[*?]$/.test(part) ? part : escapedGlob(part)))
    .join('');
