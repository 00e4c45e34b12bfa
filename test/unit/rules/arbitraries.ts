import fc from 'fast-check';

/** Names as they occur and as they are meant to trip a matcher; no name is `.`, `..` or empty. */
const name = fc
  .oneof(
    { weight: 4, arbitrary: fc.constantFrom('a', 'b', 'ab', 'a.ts', '.a', 'é', 'e\u0301', '日本', '😀', '[a]', '(b)') },
    fc.constantFrom('{a,b}', '*', '**', '?', 'a*', '\\', 'a\\b', '!a', '#a', '@(a|b)', '+a', '__proto__', 'a b', '{}'),
    fc
      .array(fc.constantFrom('a', 'b', '.', 'é', '😀', '[', ']', '-'), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('')),
  )
  .filter((text) => text !== '.' && text !== '..');

/** Paths as core has them: `/` between names. */
export const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((names) => names.join('/'));

const escaped = (text: string) => text.replace(/[\\*?{},!([\]]/g, '\\$&');

const globPiece = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('a', 'b', 'ab', 'a.ts', '.a', 'é', 'e\u0301', '日本', '😀', '[a]', '(b)', '__proto__'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('*', '?', '**', 'a*', '*.ts', '?*', '*[a]', '.*', '[*', '*😀', 'a?b', '@(a|b)*'),
  },
  name.map(escaped),
);

const alternatives = fc
  .array(
    fc.oneof(
      globPiece,
      fc.tuple(globPiece, globPiece).map((two) => two.join('/')),
      fc.constant(''),
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((options) => `{${options.join(',')}}`);

/** Text that is a glob more often than not. */
export const globText = fc
  .array(fc.tuple(fc.oneof({ weight: 4, arbitrary: globPiece }, alternatives), fc.constantFrom('/', '/', '/', '')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pieces) => pieces.map((piece) => piece.join('')).join(''))
  // `$` before a brace is where the dialect leaves `minimatch` on purpose; no piece holds one.
  .map((text) => text.replace(/\/$/, (slash) => (text.length % 3 === 0 ? slash : '')));

/** Text made of everything that means something in a glob, in any order. */
export const globNoise = fc
  .array(
    fc.constantFrom(
      'a',
      'b',
      'é',
      '😀',
      '.',
      '*',
      '?',
      '/',
      '{',
      '}',
      ',',
      '{',
      '}',
      ',',
      '[',
      ']',
      '!',
      '(',
      '\\',
      '..',
    ),
    {
      maxLength: 14,
    },
  )
  .map((parts) => parts.join(''));
