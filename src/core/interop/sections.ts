/** GitLab's sections: one gives the areas, the others are reviews. */
import type { CodeownersLine } from '../codeowners/model';
import type { DraftPath } from '../draft/draft';
import { emptyForeign, type ForeignAor } from './foreign';
import { globsOf } from './globText';
import { matchesIn } from './lastMatch';
import { partiesOf } from './owners';

/** A review for each list of owners of each section. */
export function sectionReviews(lines: readonly CodeownersLine[], tree: readonly string[]): readonly ForeignAor[] {
  const sections = new Set(lines.map(({ section }) => section));
  return [...sections].flatMap((section) =>
    reviewsOf(
      lines.filter((line) => line.section === section),
      tree,
    ),
  );
}

/**
 * The last match decides in a section, and all reviews of ours apply: a review excludes what later lines of other owners
 * take from it. Where that would hide a line of its own further down, that line begins another review.
 */
function reviewsOf(lines: readonly CodeownersLine[], tree: readonly string[]): readonly ForeignAor[] {
  const matchesOf = matchesIn(
    lines.map(({ match }) => ({ patterns: match.kind === 'patterns' ? match.patterns : [] })),
  );
  const taken = overlapsOf(
    lines,
    tree.map(matchesOf).filter((matches) => matches.length > 1),
  );
  const groups: { readonly key: string; readonly numbers: number[] }[] = [];
  for (const [number, line] of lines.entries()) {
    if (line.excludes || line.owners.length === 0) continue;
    const key = line.owners.map(({ text }) => text).join(' ');
    const open = groups.findLast((group) => group.key === key);
    // What an earlier line of the group excludes must not lie beneath this one.
    const isHidden = open?.numbers.some((own) => [...(taken[own] ?? [])].some((by) => taken[by]?.has(number))) ?? false;
    if (open === undefined || isHidden) groups.push({ key, numbers: [number] });
    else open.numbers.push(number);
  }
  return groups.map(({ key, numbers }): ForeignAor => {
    const first = lines[numbers[0] ?? -1];
    const excluded = [...new Set(numbers.flatMap((number) => [...(taken[number] ?? [])]))];
    const { section } = first ?? { section: null };
    const paths = [
      ...numbers.flatMap((number) => globsAt(lines[number], tree)),
      ...excluded.flatMap((number) => globsAt(lines[number], tree)).map((glob) => `!${glob}`),
    ];
    return {
      ...emptyForeign,
      key: `${section?.name ?? ''}\n${key}\n${numbers[0] ?? 0}`,
      title: section?.name ?? null,
      kind: 'review',
      level: section?.isOptional === true ? 'offer' : 'must',
      ...partiesOf(first?.owners ?? []),
      paths: paths.map((glob): DraftPath => ({ glob, priority: 0 })),
    };
  });
}

const globsAt = (line: CodeownersLine | undefined, tree: readonly string[]): readonly string[] =>
  line?.match.kind === 'patterns' ? (globsOf(line.match.patterns, tree) ?? []) : [];

/** Line → the lines of others that take files from it. */
function overlapsOf(
  lines: readonly CodeownersLine[],
  all: readonly (readonly number[])[],
): readonly ReadonlySet<number>[] {
  const keyAt = (number: number): string => lines[number]?.owners.map(({ text }) => text).join(' ') ?? '';
  const taken = lines.map(() => new Set<number>());
  for (const matches of all) {
    const winner = matches.findLast((number) => lines[number]?.excludes === true) ?? matches.at(-1) ?? -1;
    for (const number of matches)
      if (number !== winner && (lines[winner]?.excludes === true || keyAt(number) !== keyAt(winner)))
        taken[number]?.add(winner);
  }
  return taken;
}
