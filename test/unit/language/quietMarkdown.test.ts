import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Marked, type Token } from 'marked';
import { quiet, visible } from '../../../src/core';

const parser = new Marked({ gfm: true });

/** The text of a token that is nothing but text; `null` for anything else. */
function textOf(token: Token): string | null {
  if (token.type === 'escape') return token.raw.slice(1);
  if (token.type !== 'text') return null;
  return 'tokens' in token ? textsOf(token.tokens ?? []) : token.raw;
}

function textsOf(tokens: readonly Token[]): string | null {
  const texts = tokens.map(textOf);
  return texts.includes(null) ? null : texts.join('');
}

/** What a reader sees of a line in a list; `null` where it is more than text. */
function seen(markdown: string): string | null {
  const [list, ...others] = parser.lexer(`- Ana: ${markdown}`);
  if (list?.type !== 'list' || others.length > 0) return null;
  const [item] = (list as { items: { tokens: Token[] }[] }).items;
  return textsOf(item!.tokens)?.replaceAll('\u200B', '').slice('Ana: '.length) ?? null;
}

const pieces = [
  ...['\\', '`', '*', '_', '[', ']', '(', ')', '<', '>', '~~', '|', '&amp;', '&', '#1', '!', '$x$', '@ana', 'a', 'b c'],
  ...[
    'http://evil.example',
    'www.evil.example',
    'a@b.example',
    '- ',
    '1. ',
    '<b>',
    '![x](y)',
    '[x]: y',
    '---',
    '\n',
    ' ',
  ],
];
const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));

describe('text for Markdown that leaves the machine', () => {
  it('reads as that text, and nothing else comes of it', () => {
    const reads = (text: string): void => {
      assert.equal(seen(quiet(text)), visible(text.replace(/[^\S\n\r\t]+/gu, ' ').trim()));
    };
    fc.assert(fc.property(fc.oneof(hostile, fc.string()), reads), { numRuns: 3000 });
  });

  it('is no list, heading or rule at the start of a line', () => {
    for (const text of [
      '- a',
      '+ a',
      '* a',
      '# a',
      '1. a',
      '12) a',
      '===',
      '---',
      '> a',
      '    a',
      '| a |',
      '```',
      '~~~',
    ]) {
      const tokens = parser.lexer(quiet(text));
      assert.deepEqual(
        tokens.map(({ type }) => type),
        ['paragraph'],
        text,
      );
    }
  });

  it('is left as it is where that does no harm', () => {
    for (const text of [
      'backup of Payments (Ana Ruiz is unavailable): 9 files, matching at web/saved_cards.py:5',
      'Is it fast? Yes, 100% - and “safe”; see docs/web.md.',
    ])
      assert.equal(quiet(text), text);
  });

  it('tells nobody and refers to nothing', () => {
    assert.equal(quiet('@ana #12 !7'), '@\u200Bana #\u200B12 !\u200B7');
  });
});
