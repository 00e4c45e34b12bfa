import type { PlainNode, Range } from '../../file/plainTree';
import { contentEnd } from './nodes';
import type { WrittenFile } from './writtenFile';

export interface Fold extends Range {
  readonly kind: 'entry' | 'comment';
}

/** What can be folded: entries and items of more than one line, and comments of more than one line. */
export const folds = (file: WrittenFile): readonly Fold[] => {
  const { text, root } = file;
  const entries = root === null ? [] : foldsIn(text, root);
  return [...entries, ...commentFolds(text, root)].filter(({ start, end }) => /[\r\n]/.test(text.slice(start, end)));
};

function foldsIn(text: string, node: PlainNode | null): Fold[] {
  if (node === null || node.kind === 'scalar') return [];
  const parts =
    node.kind === 'map'
      ? node.entries.map(({ key, value }) => ({ start: key.start, value }))
      : node.items.map(({ start, value }) => ({ start, value }));
  return parts.flatMap(({ start, value }) =>
    value === null ? [] : [{ kind: 'entry', start, end: contentEnd(text, value) }, ...foldsIn(text, value)],
  );
}

/** Lines that are comments alone, one behind the other. A `#` within a text of several lines begins none. */
function commentFolds(text: string, root: PlainNode | null): Fold[] {
  const texts = longTexts(text, root);
  const runs = Array.from(text.matchAll(/^[ \t]*#.*(?:(?:\r\n|\r|\n)[ \t]*#.*)+/gm), ({ 0: run, index }): Fold => ({
    kind: 'comment',
    start: index,
    end: index + run.length,
  }));
  return runs.filter(({ start }) => !texts.some((range) => range.start < start && start < range.end));
}

/** Texts that go over several lines. */
function longTexts(text: string, node: PlainNode | null): Range[] {
  if (node === null) return [];
  if (node.kind === 'scalar') return /[\r\n]/.test(text.slice(node.start, contentEnd(text, node))) ? [node] : [];
  const values = node.kind === 'map' ? node.entries : node.items;
  return values.flatMap(({ value }) => longTexts(text, value));
}
