import type { Replacement } from '../../edits/textEdit';
import { isKept, linesOf, type Layout } from './layout';

/** No blanks at the end of lines, of blank lines one at most, none at the beginning and the end, and an end of the last line. */
export function blankLineEdits(layout: Layout): readonly Replacement[] {
  const { text } = layout;
  const lines = linesOf(text);
  const edits: Replacement[] = [];
  const last = lines.findLastIndex((line) => isKept(layout, line) || text.slice(line.start, line.end).trim() !== '');
  let wasBlank = true;
  for (const [at, line] of lines.entries()) {
    const { start, end } = line;
    const next = lines[at + 1]?.start ?? text.length;
    if (isKept(layout, { start, end: Math.max(end, start + 1) }) && !endsKept(layout, end)) {
      wasBlank = false;
      continue;
    }
    const written = text.slice(start, end);
    const content = written.trimEnd();
    if (content === '') {
      // The end of the line goes too, where the line does.
      if (wasBlank || at > last) edits.push({ start, end: next, text: '' });
      else if (written !== '') edits.push({ start, end, text: '' });
      wasBlank = true;
      continue;
    }
    if (content !== written) edits.push({ start: start + content.length, end, text: '' });
    if (next === text.length && end === next) edits.push({ start: end, end, text: /\r\n/.test(text) ? '\r\n' : '\n' });
    wasBlank = false;
  }
  return edits;
}

/** Whether a text of several lines ends on a line, or begins there: what follows it may be cut. */
const endsKept = ({ kept, text }: Layout, end: number): boolean =>
  kept.some((range) => range.end <= end && !/[\r\n]/.test(text.slice(range.end, end)) && text[range.end - 1] !== '\n');
