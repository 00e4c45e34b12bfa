/** Random YAML in the styles people write: brackets and dashes, comments, empty lines, both line ends. */
import fc from 'fast-check';
import type { PlainNode } from '../../../src/core/file/plainTree';

export type Model = string | null | readonly Model[] | { readonly [key: string]: Model };

interface Layout {
  readonly inBrackets: boolean;
  /** A comment above, behind and beneath, and an empty line or a comment that stands alone in front. */
  readonly above: boolean;
  readonly behind: boolean;
  readonly beneath: boolean;
  readonly gap: 'none' | 'empty' | 'apart';
}

type Node =
  | { readonly kind: 'text'; readonly written: string }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [string, Node, Layout])[]; readonly layout: Layout }
  | { readonly kind: 'list'; readonly items: readonly (readonly [Node, Layout])[]; readonly layout: Layout };

const written = fc.constantFrom(
  ...['ana', 'src/**', '"*.ts"', "'it''s'", '2026-01-01', '~', '', 'Ana Ruiz <a@b.example>', '"é 😀"', 'a{b}', 'null'],
);

const layout = fc.record<Layout>({
  inBrackets: fc.boolean(),
  above: fc.boolean(),
  behind: fc.boolean(),
  beneath: fc.boolean(),
  gap: fc.constantFrom('none', 'none', 'empty', 'apart'),
});

export const keyNames = ['a', 'b', 'c', 'd', 'title', 'owner'] as const;

const text = written.map((value): Node => ({ kind: 'text', written: value }));

const nodes = (depth: number): fc.Arbitrary<Node> =>
  depth === 0 ? text : fc.oneof({ arbitrary: text, weight: 2 }, maps(depth), lists(depth));

const maps = (depth: number): fc.Arbitrary<Node> =>
  fc
    .tuple(
      fc.uniqueArray(fc.tuple(fc.constantFrom<string>(...keyNames), nodes(depth - 1), layout), {
        selector: ([key]) => key,
        minLength: 1,
        maxLength: 4,
      }),
      layout,
    )
    .map(([entries, own]) => ({ kind: 'map', entries, layout: own }));

const lists = (depth: number): fc.Arbitrary<Node> =>
  fc
    .tuple(fc.array(fc.tuple(text, layout), { minLength: 1, maxLength: 3 }), layout)
    .map(([items, own]) => ({ kind: 'list', items, layout: depth < 0 ? { ...own, inBrackets: true } : own }));

/** A text with the comments named after what they belong to: `# of a/b`, `# of a/N.` for one that stands alone in `a`. */
export const randomFile: fc.Arbitrary<string> = fc
  .record({
    root: maps(3),
    step: fc.constantFrom(1, 2, 4),
    eol: fc.constantFrom('\n', '\r\n'),
    isEnded: fc.boolean(),
  })
  .map(({ root, step, eol, isEnded }) => {
    let alone = 0;
    const apart = (indent: string, path: string): string[] => [
      '',
      `${indent}# of ${path.replace(/[^/]*$/, '')}${alone++}.`,
      '',
    ];
    const around = (indent: string, path: string, { gap, above, beneath }: Layout, lines: string[]): string[] => [
      ...(gap === 'none' ? [] : gap === 'empty' ? [''] : apart(indent, path)),
      ...(above ? [`${indent}# of ${path}`] : []),
      ...lines,
      ...(beneath ? [`${indent}${' '.repeat(step)}# of ${path}`] : []),
    ];
    const behindOf = (path: string, { behind }: Layout): string => (behind ? ` # of ${path}` : '');
    const linesOf = (node: Node, column: number, path: string): string[] => {
      const indent = ' '.repeat(column);
      if (node.kind === 'map')
        return node.entries.flatMap(([key, value, own]) => {
          const name = path === '' ? key : `${path}/${key}`;
          const inline = inlineOf(value);
          const lines =
            inline === null
              ? [`${indent}${key}:${behindOf(name, own)}`, ...linesOf(value, column + step, name)]
              : [`${indent}${key}:${inline === '' ? '' : ' '}${inline}${behindOf(name, own)}`];
          return around(indent, name, own, lines);
        });
      if (node.kind === 'list')
        return node.items.flatMap(([item, own], index) => {
          const name = `${path}/${index}`;
          return around(indent, name, own, [`${indent}- ${inlineOf(item) ?? ''}`.trimEnd() + behindOf(name, own)]);
        });
      return [];
    };
    const lines = linesOf(root, 0, '');
    return lines.join(eol) + (isEnded ? eol : '');
  });

/** A node on one line, where it is to be written so. */
function inlineOf(node: Node, inBrackets = false): string | null {
  if (node.kind === 'text')
    return inBrackets && /[,[\]{}]/.test(node.written) ? JSON.stringify(node.written) : node.written;
  if (!inBrackets && !node.layout.inBrackets) return null;
  if (node.kind === 'list') {
    const items = node.items.map(([item]) => inlineOf(item, true)).map((item) => (item === '' ? '""' : item));
    return `[${items.join(', ')}]`;
  }
  return `{ ${node.entries.map(([key, value]) => `${key}: ${inlineOf(value, true) ?? ''}`).join(', ')} }`;
}

/** What a text says, without where. */
export function modelOf(node: PlainNode | null): Model {
  if (node === null) return null;
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'list') return node.items.map(({ value }) => modelOf(value));
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, modelOf(value)]));
}
