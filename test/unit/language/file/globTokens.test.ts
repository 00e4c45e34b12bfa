import assert from 'node:assert/strict';
import { globTokens, writtenFile } from '../../../../src/core';

const letters = { globExclude: 'x', globWildcard: 'w', globBrace: 'b', globEscape: 'e', globText: '.' };

/** The text of globs, and beneath each character the letter of its token; `-` between tokens. */
function colored(text: string): string[] {
  const tokens = globTokens(writtenFile({ path: 'aor.yaml', base: '', text }));
  tokens.reduce((end, token) => {
    assert.ok(
      end <= token.start && token.start < token.end && token.end <= text.length,
      'in order, not over each other',
    );
    assert.doesNotMatch(text.slice(token.start, token.end), /[\r\n]/);
    return token.end;
  }, 0);
  return tokens.map(({ kind, start, end }) => `${letters[kind]} ${text.slice(start, end)}`);
}

const paths = (glob: string): string => `aors: { p: { paths: [${glob}] } }`;

const cases: readonly (readonly [title: string, text: string, expected: readonly string[]])[] = [
  ['a plain path', paths('src/app'), ['. src/app']],
  ['wildcards', paths('src/**/*.t?'), ['. src/', 'w **', '. /', 'w *', '. .t', 'w ?']],
  ['an exclude in quotes, and no other !', paths('"!src/!x"'), ['x !', '. src/!x']],
  [
    'alternatives, nested',
    paths('"{a,b{c,d}}/e,f"'),
    ['b {', '. a', 'b ,', '. b', 'b {', '. c', 'b ,', '. d', 'b }}', '. /e,f'],
  ],
  ['braces without a comma', paths('"x{a}"'), ['. x{a}']],
  ['escapes in single quotes', paths(`'a\\*\\\\*''b'`), ['. a', 'e \\*', 'e \\\\', 'w *', ". ''b"]],
  ['escapes in double quotes, of YAML and of the glob', paths('"a\\\\*\\"*"'), ['. a', 'e \\\\*', '. \\"', 'w *']],
  ['an escaped !', paths(`'\\!x'`), ['e \\!', '. x']],
  [
    'globs with a priority, includes and exempt paths, by place',
    'exempt: ["*.a"]\ninclude: "*.b"\naors: { p: { paths: [{ glob: "*.c", priority: 1 }] } }',
    ['w *', '. .a', 'w *', '. .b', 'w *', '. .c'],
  ],
  ['letters that are not ASCII, CRLF', 'exempt:\r\n  - é/日本*\r\n  - 🎉?\r\n', ['. é/日本', 'w *', '. 🎉', 'w ?']],
  ['half-typed: a brace that is not closed', paths('"src/{a,*"'), ['. src/{a,', 'w *']],
  ['half-typed: a list that is not closed', 'exempt:\n  - "*.a"\n  - [b*\naors:\n', ['w *', '. .a']],
  ['half-typed: quotes that are not closed', 'exempt: ["a*\nversion: 1\n', []],
  [
    'no text of several lines, and none with other escapes',
    'exempt:\n  - a*\n    b\n  - "\\x61*"\n  - c*\n',
    ['. c', 'w *'],
  ],
  ['no title', 'aors: { p: { title: "*" } }', []],
];

describe('in globs, colours are for', () => {
  for (const [title, text, expected] of cases) it(title, () => assert.deepEqual(colored(text), expected));

  it('each escaped character, whole', () => {
    assert.deepEqual(colored("exempt: ['\\🎉\\a*']"), ['e \\🎉', 'e \\a', 'w *']);
  });

  it('nothing in a text that is too long to be a glob', () => {
    assert.deepEqual(colored(`exempt: ['${'\\'.repeat(100_000)}', a]`), ['. a']);
  });
});
