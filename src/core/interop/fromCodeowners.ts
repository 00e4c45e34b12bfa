/** `CODEOWNERS` → areas and reviews that leave every file of a tree to the owners it had. */
import { handleForge } from '../codeowners/dialect';
import type { CodeownersLine, CodeownersText } from '../codeowners/model';
import { areaSection } from '../codeowners/sections';
import type { DraftPath } from '../draft/draft';
import { lineMap } from '../text/lines';
import { exemptionsOf, type MatchedFile } from './exempt';
import { emptyForeign, type Foreign, type ForeignAor, type Lost } from './foreign';
import { escapedGlob, globsOf } from './globText';
import { matchesIn } from './lastMatch';
import { mistakesIn, type OrderingMistake } from './mistakes';
import { partiesOf } from './owners';
import { highestPriority, prioritiesFor, type HeldRule } from './priorities';
import { sectionReviews } from './sections';

export interface ForeignCodeowners extends Foreign {
  readonly mistakes: readonly OrderingMistake[];
  /** How many different lists of owners there are, those of the reviews included. */
  readonly lists: number;
  /** The section whose lines are the areas; `null`: what stands before any heading. */
  readonly areas: string | null;
}

/** A line of `CODEOWNERS` as a rule of an area. */
interface AreaRule extends HeldRule {
  readonly line: CodeownersLine;
}

/**
 * Reads the good lines of a file whose lines have patterns (not Gitea's). `areas` names the section that becomes the
 * areas; by default the unnamed one, else the one with the most lines.
 */
export function fromCodeowners(
  read: CodeownersText,
  tree: readonly string[],
  areas: string | null = areaSection(read.lines),
): ForeignCodeowners {
  const rules = rulesOf(read.lines.filter(({ section }) => section.name === areas));
  const matchesOf = matchesIn(rules);
  const files = tree.map((path): MatchedFile => ({ path, matches: matchesOf(path) }));
  const matched = files.filter(({ matches }) => matches.length > 0);
  const priorities = prioritiesFor(
    rules,
    matched.map(({ matches }) => matches),
  );
  const exempt = exemptionsOf(rules, matched, tree);
  const areaAors = areasOf(rules, priorities, exempt.single, tree);
  const others = sectionReviews(
    read.lines.filter(({ section }) => section.name !== areas),
    tree,
  );
  const aors = [...areaAors, ...others];
  const lines = lineNumbers(read.text);
  return {
    promise: 'exact',
    forge: handleForge[read.dialect],
    aors,
    exempt: exempt.globs,
    lost: [
      ...read.problems
        .filter(({ code }) => code !== 'codeowners-duplicate')
        .map(({ at, message }) => lost(read, lines(at.start), message)),
      ...unwritable(read, tree, lines),
      ...rules.flatMap(({ line }, number) =>
        (priorities[number] ?? 0) > highestPriority
          ? [lost(read, lines(line.at.start), `It would need a priority above ${highestPriority}.`)]
          : [],
      ),
      ...approvalsLost(read, lines),
    ],
    mistakes: mistakesIn(rules, matched, (rule) => lines(rule.line.at.start)),
    lists: new Set(read.lines.filter(({ owners }) => owners.length > 0).map(listKey)).size,
    areas,
  };
}

/** Excludes win over whatever stands further down, so they come last. */
function rulesOf(lines: readonly CodeownersLine[]): readonly AreaRule[] {
  const last = new Map(lines.map((line) => [`${line.excludes ? '!' : ''}${JSON.stringify(line.match)}`, line]));
  const those = new Set(last.values());
  const counted = lines.filter((line) => those.has(line));
  return [...counted.filter(({ excludes }) => !excludes), ...counted.filter(({ excludes }) => excludes)].map(
    (line): AreaRule => ({
      line,
      patterns: line.match.kind === 'patterns' ? line.match.patterns : [],
      holder: line.excludes || line.owners.length === 0 ? null : listKey(line),
    }),
  );
}

const listKey = ({ owners }: CodeownersLine): string => owners.map(({ text }) => text).join(' ');

/** One area for each list of owners, in the order of the file. */
function areasOf(
  rules: readonly AreaRule[],
  priorities: readonly number[],
  single: readonly MatchedFile[],
  tree: readonly string[],
): readonly ForeignAor[] {
  const byHolder = new Map<string, { line: CodeownersLine; paths: DraftPath[]; about: string[] }>();
  for (const [number, { holder, line, patterns }] of rules.entries()) {
    if (holder === null) continue;
    const area = byHolder.get(holder) ?? { line, paths: [], about: [] };
    byHolder.set(holder, area);
    const priority = Math.min(highestPriority, priorities[number] ?? 0);
    area.paths.push(...(globsOf(patterns, tree) ?? []).map((glob) => ({ glob, priority })));
    if (line.about !== null && !area.about.includes(line.about)) area.about.push(line.about);
  }
  for (const { path, matches } of single) {
    for (const holder of new Set(matches.flatMap((number) => rules[number]?.holder ?? [])))
      byHolder.get(holder)?.paths.push({ glob: `!${escapedGlob(path)}`, priority: 0 });
  }
  // What has no glob of ours is listed as lost.
  const written = [...byHolder].filter(([, { paths }]) => paths.length > 0);
  return written.map(([key, { line, paths, about }]) => ({
    ...emptyForeign,
    key,
    about: about.length === 0 ? null : about.join('\n\n'),
    ...partiesOf(line.owners),
    paths,
  }));
}

function lost({ path, text }: CodeownersText, line: number, why: string, files: number | null = null): Lost {
  return { file: path, line, text: text.split(/\r\n?|\n/)[line - 1]?.trim() ?? '', why, files };
}

function unwritable(
  read: CodeownersText,
  tree: readonly string[],
  lineOf: (offset: number) => number,
): readonly Lost[] {
  return read.lines.flatMap((line) => {
    const { match } = line;
    if (match.kind !== 'patterns' || globsOf(match.patterns, []) !== null) return [];
    const matches = matchesIn([{ patterns: match.patterns }]);
    const files = tree.filter((path) => matches(path).length > 0).length;
    return [lost(read, lineOf(line.at.start), 'Its range of characters has no writing as a glob.', files)];
  });
}

function approvalsLost({ lines, ...read }: CodeownersText, lineOf: (offset: number) => number): readonly Lost[] {
  const sections = new Set(lines.map(({ section }) => section).filter(({ approvals }) => (approvals ?? 1) > 1));
  return [...sections].map(({ at }) => lost({ lines, ...read }, lineOf(at.start), 'How many approve is not kept.'));
}

/** Offset → 1-based line. */
function lineNumbers(text: string): (offset: number) => number {
  const map = lineMap(text);
  return (offset) => map.positionAt(offset).line + 1;
}
