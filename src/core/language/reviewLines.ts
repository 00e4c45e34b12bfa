import { holderSummary } from './summary';
import type { Aor, ConditionalReview, Ownership, OwnershipFile, ReviewNeed, Today } from '../model';
import { matchesGlob } from '../rules/glob';
import { code, plain } from '../text/markdown';

/** Review AORs that apply to the path, and those that would apply to some changes, as a Markdown list. Empty for none. */
export function reviewLines(ownership: Ownership, file: OwnershipFile, today: Today): string {
  const { reviews, conditional, path } = ownership;
  return [
    ...reviews.map((aor) => `${head(aor, file, today)}${because(aor, path)}`),
    ...conditional.map((review) => `${head(review.aor, file, today)}, if ${needsOf(review)}`),
  ]
    .map((line) => `- ${line}`)
    .join('\n');
}

const levels = { must: 'must', offer: 'on offer', note: 'to note' } as const;

const head = (aor: Aor, file: OwnershipFile, today: Today): string =>
  `**${plain(aor.title)}** (${levels[aor.level]}) · ${plain(holderSummary(file, aor, today))}`;

function because(aor: Aor, path: string): string {
  const entry = aor.paths.find(({ glob }) => !glob.exclude && matchesGlob(glob, path));
  return entry === undefined ? ', every change' : `, for ${code(entry.glob.text)}`;
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

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
