/** Rows about the reviews on top, and about what to look at before asking. */
import {
  holderSummary,
  matchesGlob,
  safeTarget,
  visible,
  type Aor,
  type ConditionalReview,
  type Ownership,
  type ReviewLevel,
  type ReviewNeed,
} from '../../core';
import { aorRow, type RowPlace } from './people';
import { joined, row, type Row } from './row';

const levels: readonly ReviewLevel[] = ['must', 'offer', 'note'];

/** Reviews that apply to the file, then those that apply to some changes of it; what must be asked first. */
export function reviewRows({ reviews, conditional, path }: Ownership, place: RowPlace): readonly Row[] {
  const always = byLevel(reviews, (aor) => aor).map((aor) => reviewRow(aor, because(aor, path), place));
  const some = byLevel(conditional, ({ aor }) => aor).map((review) => reviewRow(review.aor, needsOf(review), place));
  return [
    ...group('reviews', 'Reviews on top', always, true),
    ...group('conditional', 'Reviews of some changes', some, false),
  ];
}

const byLevel = <T>(items: readonly T[], aorOf: (item: T) => Aor): readonly T[] =>
  items.toSorted((a, b) => levels.indexOf(aorOf(a).level) - levels.indexOf(aorOf(b).level));

/** Rows under a common title, with how many they are; nothing for none. */
export const group = (id: string, label: string, children: readonly Row[], isOpen: boolean): readonly Row[] =>
  children.length === 0
    ? []
    : [row(id, 'checklist', label, { description: String(children.length), children, isOpen })];

function reviewRow(aor: Aor, why: string, place: RowPlace): Row {
  const holder = holderSummary(place.file, aor, place.today);
  const description = joined(aor.level, holder);
  return aorRow(aor, `review:${aor.id}`, place, {
    icon: 'checklist',
    description,
    spoken: `review ${visible(aor.title)}, ${aor.level}, ${holder}, ${why}`,
    children: [row(`review:${aor.id}/why`, 'info', why), ...questionRows(aor, `review:${aor.id}`, place)],
  });
}

/** The checklist, one question a row, and the guide. */
export function questionRows(aor: Aor, id: string, { root }: RowPlace): readonly Row[] {
  const questions = aor.checklist.map((question, index) => row(`${id}/${index}`, 'circle-outline', visible(question)));
  if (aor.guide === null) return questions;
  const target = safeTarget(aor.guide, root);
  const link = target === null ? null : ({ kind: 'open', target } as const);
  return [...questions, row(`${id}/guide`, 'book', 'Guide', { description: visible(aor.guide), link })];
}

function because(aor: Aor, path: string): string {
  const entry = aor.paths.find(({ glob }) => !glob.exclude && matchesGlob(glob, path));
  return entry === undefined ? 'of every change' : `of ${visible(entry.glob.text)}`;
}

const needsOf = ({ aor, needs }: ConditionalReview): string =>
  `if ${needs.map((need) => needOf(aor, need)).join(' and ')}`;

function needOf(aor: Aor, need: ReviewNeed): string {
  switch (need) {
    case 'content':
      return `a changed line matches ${visible(shortened(aor.content ?? ''))}`;
    case 'min-lines':
      return `at least ${(aor.minLines ?? 0).toLocaleString('en')} lines change`;
    case 'changes':
      return `the file is ${(aor.changes ?? []).join(' or ')}`;
  }
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
