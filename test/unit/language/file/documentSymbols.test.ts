import assert from 'node:assert/strict';
import { documentSymbols, writtenFile, type DocumentSymbol } from '../../../../src/core';

const names: Readonly<Record<string, string>> = { ana: 'Ana Ruiz' };

/** Each symbol on a line, its children further in: `kind name | detail`. */
function outline(text: string): string[] {
  const file = writtenFile({ path: 'aor.yaml', base: '', text });
  const lines = (symbols: readonly DocumentSymbol[], indent: string): string[] =>
    symbols.flatMap(({ kind, name, detail, whole, key, children }) => {
      assert.ok(name !== '', 'editors refuse a symbol without a name');
      assert.ok(0 <= whole.start && whole.start <= key.start && key.end <= whole.end && whole.end <= text.length, name);
      return [`${indent}${kind} ${name}${detail === '' ? '' : ` | ${detail}`}`, ...lines(children, `${indent}  `)];
    });
  return lines(
    documentSymbols(file, ({ id }) => names[id] ?? null),
    '',
  );
}

const cases: readonly (readonly [title: string, text: string, expected: readonly string[]])[] = [
  [
    'people in both forms',
    'people:\n  ana: Ana <a@x.dev>\n  ben: { name: Ben }\n',
    ['section people', '  person ana | Ana <a@x.dev>', '  person ben | Ben'],
  ],
  ['teams', 'teams: { web: { name: Web } }', ['section teams', '  team web | Web']],
  [
    'AORs with kind, owner and globs',
    'aors:\n  p: { owner: ana, paths: [src, "!src/gen", { glob: x, priority: 1 }] }\n  r: { kind: review, owner: [zoe] }\n',
    [
      'section aors',
      '  aor p | area · Ana Ruiz',
      '    glob src',
      '    glob !src/gen',
      '    glob x',
      '  aor r | review · zoe',
    ],
  ],
  ['a vacant AOR', 'aors: { p: { owner: } }', ['section aors', '  aor p | area · vacant']],
  [
    'roles with duties',
    'roles: { lead: { title: Lead, duties: { hire: { title: Hiring } } } }',
    ['section roles', '  role lead | Lead', '    duty hire | Hiring'],
  ],
  [
    'globs that are exempt, and includes',
    'include: x/aor.yaml\nexempt: [vendor]',
    ['section include', '  glob x/aor.yaml', 'section exempt', '  glob vendor'],
  ],
  [
    'sections in the order written, and no key nobody knows',
    'review: {}\nx-mine: 1\nversion: 1\npeople: {}',
    ['section review', 'section people'],
  ],
  [
    'names that are empty or would not be seen',
    'people:\n  "": x\n  "a\\u202Eb": x',
    ['section people', '  person "" | x', '  person a\\u{202E}b | x'],
  ],
  [
    'half-typed text',
    'aors:\r\n  p:\r\n    owner: [ana\r\n  q:\r\n    ti\r\n',
    ['section aors', '  aor p | area · Ana Ruiz', '  aor q | area · vacant'],
  ],
  ['a text that is no map', '- a', []],
];

describe('the outline has', () => {
  for (const [title, text, expected] of cases) it(title, () => assert.deepEqual(outline(text), expected));

  it('an AOR to its last value, without the comments behind it', () => {
    const text = 'aors:\n  p:\n    title: P\n\n  # about q\n  q: {}\n';
    const [aors] = documentSymbols(writtenFile({ path: 'aor.yaml', base: '', text }), () => null);
    const { start, end } = aors!.children[0]!.whole;
    assert.equal(text.slice(start, end), 'p:\n    title: P');
  });
});
