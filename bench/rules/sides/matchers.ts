/** The loops over compiled matchers of `minimatch` and `picomatch`: what one would write without an index. */
import { Minimatch } from 'minimatch';
import { version as minimatchVersion } from 'minimatch/package.json';
import picomatch from 'picomatch';
import { version as picomatchVersion } from 'picomatch/package.json';
import type { Pattern } from '../../../src/core/rules';
import { nothing, type Entries } from '../answers';
import { claimsBestFirst, loopOver } from '../claims';
import type { DataSet } from '../dataSet';
import { lookupSide, sampleFor, type Pace, type Side } from './side';

const clock = 'lookups; rules compiled before, best first, ends at the first match; path strings ready';

const minimatchOptions = { dot: true, noext: true, nonegate: true, nocomment: true, platform: 'linux' } as const;

/** `docs` and `docs/**` of one entry are one matcher with alternatives, which splits a path only once. */
function minimatchOf(patterns: readonly Pattern[]): (path: string) => boolean {
  const written = patterns.map((pattern) => writingOf(pattern));
  const canBeJoined = written.length > 1 && !written.some((text) => /[\\,{}]/.test(text));
  const matchers = canBeJoined
    ? [new Minimatch(`{${written.join(',')}}`, minimatchOptions)]
    : written.map((text) => new Minimatch(text, { ...minimatchOptions, nobrace: true }));
  return anyOf(matchers.map((matcher) => (path) => matcher.match(path)));
}

const picomatchOptions = {
  ...{ dot: true, noextglob: true, nonegate: true, nobrace: true, nobracket: true, windows: false },
};

/** A last `**` means at least one name here, but `picomatch` takes it for none as well. */
function picomatchOf(patterns: readonly Pattern[]): (path: string) => boolean {
  return anyOf(
    patterns.map((pattern) => {
      const beneath = pattern.at(-1)?.class === 'globstar' ? '/*' : '';
      return picomatch(writingOf(pattern, '()!+@|') + beneath, picomatchOptions);
    }),
  );
}

/** A pattern as text: plain names with what the libraries would read as more than itself, and `special`, escaped. */
function writingOf(pattern: Pattern, special = ''): string {
  const escape = (name: string): string =>
    [...name].map((char) => (`\\*?[]{}${special}`.includes(char) ? `\\${char}` : char)).join('');
  return pattern.map(({ class: is, text }) => (is === 'plain' ? escape(text) : text)).join('/');
}

type Matches = (path: string) => boolean;

function anyOf(all: readonly Matches[]): Matches {
  const [only, ...others] = all;
  return only !== undefined && others.length === 0 ? only : (path) => all.some((matches) => matches(path));
}

/** The honest baseline. */
export function minimatchSide(data: DataSet, entries: Entries, pace: Pace): Side {
  return matcherSide(`minimatch ${minimatchVersion}`, data, entries, pace, minimatchOf);
}

export function picomatchSide(data: DataSet, entries: Entries, pace: Pace): Side {
  return matcherSide(`picomatch ${picomatchVersion}`, data, entries, pace, picomatchOf);
}

function matcherSide(
  name: string,
  { file, paths }: DataSet,
  { numberOf }: Entries,
  pace: Pace,
  compile: (patterns: readonly Pattern[]) => (path: string) => boolean,
): Side {
  const claims = claimsBestFirst(file);
  const at = sampleFor(paths.length, claims.length, pace);
  let find: ((path: string) => number) | undefined;
  // Nothing is remembered from path to path, so once compiled is enough.
  return lookupSide({ name, clock, at }, paths, () => (find ??= loopOver(claims, compile, numberOf, nothing)));
}
