/** The parts of the dialect that others have too, and rules written as they write them. */
import type { OwnershipFile, PathEntry } from '../../src/core';
import type { Pattern } from '../../src/core/rules';
import { claimsBestFirst } from './claims';
import { globsOf, type DataSet } from './dataSet';

/** Whether another format has an entry, with the same meaning. */
export type IsCommon = (entry: PathEntry) => boolean;

/** The data set with those entries only. */
export function commonPart(data: DataSet, isCommon: IsCommon): DataSet {
  const file = {
    ...data.file,
    aors: new Map([...data.file.aors].map(([id, aor]) => [id, { ...aor, paths: aor.paths.filter(isCommon) }])),
    exempt: data.file.exempt.map((list) => ({ ...list, entries: list.entries.filter(isCommon) })),
  };
  return { ...data, file, globs: globsOf(file) };
}

/** `.gitattributes` has no excludes of one area; its `?` is a byte. What it would want quoted or escaped is left out as well. */
export const isCommonWithAttributes: IsCommon = ({ glob }) =>
  !glob.exclude && glob.patterns.every((pattern) => pattern.every(({ text }) => !/[\s\\[\](){}!#"?]/.test(text)));

/**
 * The libraries for `CODEOWNERS` moreover give what is beneath a folder to the last segment that has its name, wildcards
 * or not, and do not tell upper case from lower: left out are a last segment of wildcards alone, and names that `paths`
 * have in another case.
 */
export function isCommonWithCodeowners(paths: readonly string[]): IsCommon {
  const spellings = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const name of new Set(paths.flatMap((path) => path.split('/')))) {
    const lower = name.toLowerCase();
    if (spellings.has(lower)) ambiguous.add(lower);
    spellings.set(lower, name);
  }
  const isSafe = ({ class: is, text }: Pattern[number]): boolean => {
    const lower = text.toLowerCase();
    return is !== 'plain' || (!ambiguous.has(lower) && (spellings.get(lower) ?? text) === text);
  };
  return (entry) =>
    isCommonWithAttributes(entry) &&
    entry.glob.patterns.every((pattern) => {
      const last = pattern.at(-1)?.class;
      return last !== 'star' && last !== 'wildcards' && pattern.every(isSafe);
    });
}

/** A rule of another format. */
export interface Line {
  readonly pattern: string;
  readonly entry: PathEntry;
}

/** Lines of which the last that matches decides, for `.gitattributes`: one for each pattern. */
export function attributeLines(file: OwnershipFile): readonly Line[] {
  return linesOf(file, (pattern) => [anchored(pattern)]);
}

/** The same for `CODEOWNERS`, where `/docs` has what is beneath it too and `/docs/` is what stands for `/docs/**`. */
export function codeownersLines(file: OwnershipFile): readonly Line[] {
  return linesOf(file, (pattern, others) => {
    if (pattern.at(-1)?.class !== 'globstar') return [anchored(pattern)];
    const isBoth = others.some((other) => anchored(pattern) === `${anchored(other)}/**`);
    return isBoth ? [] : [anchored(pattern).replace(/\*\*$/, '')];
  });
}

function linesOf(
  file: OwnershipFile,
  write: (pattern: Pattern, others: readonly Pattern[]) => readonly string[],
): readonly Line[] {
  return claimsBestFirst(file)
    .flatMap(({ entry, patterns }) =>
      patterns.flatMap((pattern) => write(pattern, patterns)).map((pattern) => ({ pattern, entry })),
    )
    .reverse();
}

/** Without a `/` in front, a pattern of one segment would be one for every folder; `*` is everything. */
function anchored(pattern: Pattern): string {
  const written = pattern.map(({ text }) => text).join('/');
  return written === '**' ? '*' : `/${written}`;
}
