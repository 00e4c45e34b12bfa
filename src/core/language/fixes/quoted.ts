/** `syntax` where YAML takes a glob for something else, and `suspicious-scalar`: the text in quotes. */
import { applyReplacements, doubleQuoted, editSource, type Edit } from '../../edits';
import { fixIn, textOf, type Fix, type Fixer } from './fix';

/** The advice in the message, a JSON text at its end. */
const advice = /quote it: ("(?:[^"\\]|\\.)*")\.?$/;

/** Puts the range in quotes, if that leaves less that cannot be read. */
const quote =
  (start: number, end: number): Edit =>
  (source) => {
    const replacement = { start, end, text: doubleQuoted(source.text.slice(start, end)) };
    const after = editSource(applyReplacements(source.text, [replacement]));
    return after.broken.length < source.broken.length ? [replacement] : null;
  };

/** The first of the edits that can be done. */
const firstOf =
  (...edits: readonly Edit[]): Edit =>
  (source) => {
    for (const edit of edits) {
      const replacements = edit(source);
      if (replacements !== null) return replacements;
    }
    return null;
  };

export const quotedSyntax: Fixer = ({ message, at }, { file }) => {
  const [, json] = advice.exec(message) ?? [];
  const text = textOf(at.file, file);
  if (json === undefined || text === null) return [];
  const word = JSON.parse(json) as string;
  const line = {
    start: text.lastIndexOf('\n', at.start - 1) + 1,
    end: /\r?\n|$/.exec(text.slice(at.start))?.index ?? 0,
  };
  const start = text.startsWith(word, at.start) ? at.start : text.indexOf(word, line.start);
  if (start < 0 || word === '' || start > at.start) return [];
  // A glob with a space goes on behind what the message shows.
  const rest = /^.*?(?=\s+#|\s*$)/.exec(text.slice(start, at.start + line.end))?.[0].length ?? word.length;
  const edit = firstOf(quote(start, start + word.length), quote(start, start + rest));
  return [fixIn(at.file, `Put ${json} in quotes`, [edit], { isPreferred: true })];
};

export const suspiciousScalar: Fixer = ({ at }, { file }) => {
  const text = textOf(at.file, file);
  if (text === null) return [];
  const { start, end } = at;
  // The place of a map reaches over the comment behind it.
  const pair = /^.*?(?=\s+#|\s*$)/.exec(text.slice(start, end).split('\n', 1)[0] ?? '')?.[0] ?? '';
  if (text[start] !== '#') return [quotedRange(at.file, text, start, start + pair.length)];
  // From where the item begins: behind its dash.
  const before = /(?:^|\n)([ \t]*-[ \t]+)?([^\n]*)$/.exec(text.slice(0, start));
  const own = before?.[2] ?? '';
  return [
    ...(/^["'[{]/.test(own) ? [] : [quotedRange(at.file, text, start - own.length, end)]),
    fixIn(at.file, 'Write a space after #, it is a comment', [() => [{ start: start + 1, end: start + 1, text: ' ' }]]),
  ];
};

function quotedRange(file: string, text: string, start: number, end: number): Fix {
  const inner = text.slice(start, end).trimEnd();
  const put = doubleQuoted(inner);
  return fixIn(file, `Put ${put} in quotes`, [() => [{ start, end: start + inner.length, text: put }]], {
    isPreferred: true,
  });
}
