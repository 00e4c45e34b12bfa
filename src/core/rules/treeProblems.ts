import { defaultSeverities, type PathEntry, type Problem } from '../model';
import type { Decision } from './ruleIndex';
import type { EntryTally, Tie, TreeAnalysis } from './treeAnalysis';

/**
 * What the files of a tree show to be wrong with the globs: `no-match`, `shadowed-glob`, `ambiguous-owner`, with their
 * default severities. In a sparse checkout files are missing on purpose, so there `no-match` is not judged.
 */
export function treeProblems(analysis: TreeAnalysis, checkout: { readonly isSparse: boolean }): readonly Problem[] {
  return [
    ...(checkout.isSparse ? [] : analysis.entries.filter(isOfNothing).map(noMatch)),
    ...analysis.entries.flatMap(shadowedGlob),
    ...analysis.ties.map(ambiguousOwner),
  ];
}

/** What no pattern says, an expression of `CODEOWNERS`, is not counted here. */
const isOfNothing = ({ entry, matches }: EntryTally): boolean => matches === 0 && entry.glob.patterns.length > 0;

function noMatch({ entry, base }: EntryTally): Problem {
  const { text, exclude } = entry.glob;
  const where = base === '' ? '' : ` beneath \`${base}\``;
  return {
    code: 'no-match',
    severity: defaultSeverities['no-match'],
    message: `\`${text}\` ${exclude ? 'takes nothing out: it ' : ''}matches no file${where}`,
    at: entry.at,
    related: [],
  };
}

/** Only the globs of areas decide anything; excludes, reviews and `exempt` have nothing to win. */
function shadowedGlob({ entry, aor, matches, decides, lost: [lost] }: EntryTally): readonly Problem[] {
  if (aor?.kind !== 'area' || entry.glob.exclude || decides > 0 || lost === undefined) return [];
  const { entry: winner, phrase } = deciderOf(lost.to);
  const problem: Problem = {
    code: 'shadowed-glob',
    severity: defaultSeverities['shadowed-glob'],
    message: `\`${entry.glob.text}\` matches ${countOf(matches)} but decides none: \`${lost.path}\` ${phrase}`,
    at: entry.at,
    related: winner === null ? [] : [{ at: winner.at, message: `\`${winner.glob.text}\` decides \`${lost.path}\`` }],
  };
  return [problem];
}

function deciderOf(decision: Decision): { readonly entry: PathEntry | null; readonly phrase: string } {
  switch (decision.kind) {
    case 'area': {
      const { aor, entry } = decision.winner;
      return { entry, phrase: `is decided by \`${entry.glob.text}\` of \`${aor.id}\`` };
    }
    case 'exempt':
      return { entry: decision.entry, phrase: `is exempt by \`${decision.entry.glob.text}\`` };
    case 'none':
      return { entry: null, phrase: 'is taken out by an exclude beside it' };
  }
}

function ambiguousOwner({ winner, loser, path, count }: Tie): Problem {
  const globs = `\`${loser.entry.glob.text}\` of \`${loser.aor.id}\` and \`${winner.entry.glob.text}\` of \`${winner.aor.id}\``;
  return {
    code: 'ambiguous-owner',
    severity: defaultSeverities['ambiguous-owner'],
    message: `${globs} are equally specific: the id gives ${countOf(count)} to \`${winner.aor.id}\`, such as \`${path}\`; make one glob more exact or give it a priority`,
    at: loser.entry.at,
    related: [{ at: winner.entry.at, message: `\`${winner.entry.glob.text}\` wins by the id of its AOR` }],
  };
}

function countOf(files: number): string {
  return files === 1 ? '1 file' : `${files} files`;
}
