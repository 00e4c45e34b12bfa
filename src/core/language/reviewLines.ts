import { holderSummary } from './summary';
import type { Aor, ConditionalReview, Ownership, OwnershipFile, ReviewLevel, ReviewNeed, Today } from '../model';
import { matchesGlob } from '../rules/glob';
import { code, plain } from '../text/markdown';

/**
 * Review AORs that apply to the path, and those that would apply to some changes, as a Markdown list: what must be
 * asked first. Empty for none.
 */
export function reviewLines(ownership: Ownership, file: OwnershipFile, today: Today): string {
  const { reviews, conditional, path } = ownership;
  return [
    ...reviews.map((aor) => ({ aor, why: because(aor, path) })),
    ...conditional.map((review) => ({ aor: review.aor, why: `if ${needsOf(review)}` })),
  ]
    .sort((a, b) => levels.indexOf(a.aor.level) - levels.indexOf(b.aor.level))
    .map(
      ({ aor, why }) => `- **${plain(aor.title)}**, ${aor.level} · ${plain(holderSummary(file, aor, today))} · ${why}`,
    )
    .join('\n');
}

const levels: readonly ReviewLevel[] = ['must', 'offer', 'note'];

function because(aor: Aor, path: string): string {
  const entry = aor.paths.find(({ glob }) => !glob.exclude && matchesGlob(glob, path));
  return entry === undefined ? 'every change' : code(entry.glob.text);
}

const needsOf = ({ aor, needs }: ConditionalReview): string => needs.map((need) => needOf(aor, need)).join(' and ');

function needOf(aor: Aor, need: ReviewNeed): string {
  switch (need) {
    case 'content':
      return `a changed line matches ${code(shortened(aor.content ?? ''))}`;
    case 'min-lines':
      return `at least ${aor.minLines ?? 0} lines change`;
    case 'changes':
      return `the file is ${(aor.changes ?? []).join(' or ')}`;
  }
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
