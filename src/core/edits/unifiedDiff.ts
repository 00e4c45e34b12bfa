/** Replacements as people and `git apply` read them. Source: the unified format of GNU diff. */
import { afterLineEnd, lineEnd, lineStart } from './lines';
import { applyReplacements, inOrder, type Replacement } from './textEdit';

const contextLines = 3;

/** Whole lines of the text, and what is replaced in them. */
interface Hunk {
  start: number;
  end: number;
  readonly replacements: Replacement[];
}

/** What the replacements change in a file; empty where they change nothing. */
export function unifiedDiff(path: string, text: string, replacements: readonly Replacement[]): string {
  if (replacements.length === 0) return '';
  let shift = 0;
  const hunks = hunksOf(text, replacements).map((hunk) => {
    const from = moveLines(text, hunk.start, -contextLines);
    const to = moveLines(text, hunk.end, contextLines);
    const before = linesOf(text.slice(hunk.start, hunk.end));
    const moved = hunk.replacements.map(({ start, end, text: put }) => ({
      ...{ start: start - hunk.start, end: end - hunk.start },
      text: put,
    }));
    const after = linesOf(applyReplacements(text.slice(hunk.start, hunk.end), moved));
    const above = linesOf(text.slice(from, hunk.start));
    const below = linesOf(text.slice(hunk.end, to));
    const first = linesOf(text.slice(0, from)).length + 1;
    const around = above.length + below.length;
    const counts = [before.length + around, after.length + around] as const;
    const head = `@@ -${placeOf(first, counts[0])} +${placeOf(first + shift, counts[1])} @@\n`;
    shift += after.length - before.length;
    return head + [...mark(' ', above), ...mark('-', before), ...mark('+', after), ...mark(' ', below)].join('');
  });
  return `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}

const placeOf = (first: number, count: number): string => `${count === 0 ? first - 1 : first},${count}`;

/** Changes that are near enough to share their context are one. */
function hunksOf(text: string, replacements: readonly Replacement[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  for (const replacement of inOrder(replacements)) {
    const start = lineStart(text, replacement.start);
    // What ends at the start of a line leaves that line alone, unless more is put in front of it.
    const isAtStart = replacement.end > start && replacement.end === lineStart(text, replacement.end);
    const isWhole =
      isAtStart && (replacement.text === '' || replacement.text.endsWith('\n')) && replacement.start === start;
    const end = isWhole ? replacement.end : afterLineEnd(text, lineEnd(text, replacement.end));
    const last = hunks.at(-1);
    if (last !== undefined && moveLines(text, last.end, 2 * contextLines) >= start) {
      last.end = Math.max(last.end, end);
      last.replacements.push(replacement);
    } else hunks.push({ start, end, replacements: [replacement] });
  }
  return hunks;
}

/** The start of a line so many lines further down or up. */
function moveLines(text: string, at: number, count: number): number {
  let place = at;
  for (let left = Math.abs(count); left > 0; left--)
    place = count < 0 ? lineStart(text, place - 1) : afterLineEnd(text, lineEnd(text, place));
  return place;
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

const mark = (sign: string, lines: readonly string[]): string[] =>
  lines.map((line) => (line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`));
