import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Marked, type Token } from 'marked';
import { code, link, plain, safeTarget, untrustedMarkdown } from '../../../src/core';

const root = 'file:///shop';
const options = { numRuns: 4000 };

/** Texts of the kind that breaks things: pieces of Markdown, HTML, URIs, icons, control characters. */
const hostile = fc
  .array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.constantFrom(
          ...[
            '[',
            ']',
            '(',
            ')',
            '<',
            '>',
            '!',
            '`',
            '``',
            '*',
            '**',
            '_',
            '~~',
            '\\',
            '&',
            ';',
            '#',
            '|',
            '$',
            ':',
            '/',
            '//',
            '.',
            '@',
            '"',
            "'",
            '=',
            '-',
            '+',
            '1.',
            ' ',
            '    ',
            '\t',
            '\n',
            '\n\n',
            '\r',
            '\0',
            '\u202E',
            '\u200B',
            '\uD800',
            '\u2028',
          ],
          ...[
            'a',
            'b',
            'x',
            '![',
            '](',
            ')[',
            ']: ',
            '&#91;',
            '&lt;',
            '&colon;',
            '%28',
            '%2e%2e',
            '..',
            '$(trash)',
            '- [x] ',
            '> ',
            '---',
            '| a | b |',
            '|-|-|',
            '```',
            '<!--',
            '-->',
          ],
          ...[
            'command:aor.openRule',
            'command:workbench.action.quit',
            'javascript:alert(1)',
            'data:text/html,x',
            'vscode://x.y/z',
            'file:///etc/passwd',
            'https://acme.dev',
            'http://a.b/c?d=1&e',
            'www.acme.dev',
            'ana@acme.dev',
            'mailto:ana@acme.dev',
            'docs/a.md',
            '../../etc',
            '<img src=x onerror=y>',
            '<a href="command:x">',
            '</a>',
            '<script>',
          ],
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

const parser = new Marked({ gfm: true });

/** Every token of the Markdown as the editor reads it, nested ones too. */
function tokensOf(markdown: string): Token[] {
  const found: Token[] = [];
  parser.walkTokens(parser.lexer(markdown), (token) => {
    found.push(token);
  });
  return found;
}

const allowed = /^(?:https?:\/\/|mailto:|file:\/\/\/shop\/(?!(?:.*\/)?(?:\.|%2e){1,2}(?:\/|$)))/i;

function assertHarmless(markdown: string): void {
  for (const token of tokensOf(markdown)) {
    assert.notEqual(token.type, 'html', markdown);
    assert.notEqual(token.type, 'image', markdown);
    if (token.type === 'link') assert.match((token as { href: string }).href, allowed, markdown);
  }
  // Icons are looked for in the rendered text, after escapes are gone.
  assert.doesNotMatch(parser.parse(markdown, { async: false }), /\$\([a-z]/i, markdown);
}

/** What a reader sees, white space apart. */
const seen = (markdown: string): string =>
  parser
    .parse(markdown, { async: false })
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCharCode(Number(digits)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replaceAll('\u200B', '')
    .trim();

describe('Plain text from a file', () => {
  it('is nothing but text in Markdown', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const types = new Set(tokensOf(plain(text)).map(({ type }) => type));
        assert.deepEqual(
          [...types].filter((type) => !['paragraph', 'text', 'escape'].includes(type)),
          [],
          plain(text),
        );
        assertHarmless(plain(text));
      }),
      options,
    );
  });

  it('reads as it was written', () => {
    for (const text of [
      'a *b* _c_',
      '1. x',
      '# x',
      '- x',
      '<b>',
      '&amp;',
      '[a](b)',
      'R&D',
      '$(trash) $5',
      'a@b.c',
      'https://a.b',
      '~~x~~',
      'a|b',
      'back\\slash',
      '`x`',
    ])
      assert.equal(seen(plain(text)), text);
  });

  it('stays harmless inside bold text, a link and a list', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        assertHarmless(`**${plain(text)}**`);
        assertHarmless(`- a ${plain(text)} b`);
        assertHarmless(`[${plain(text)}](https://acme.dev)`);
        assertHarmless(`a ${code(text)} b`);
      }),
      options,
    );
  });

  it('shows control and bidirectional characters', () => {
    assert.equal(seen(plain('a\u202Eb\nc')), 'a\\u{202E}b\\nc');
    assert.equal(seen(code('a\u202Eb')), 'a\\u{202E}b');
  });

  it('shows code as it was written', () => {
    for (const text of ['**', '`', '``a`', ' a', 'services/{a,b}', '$(x)', '\\'])
      assert.equal(seen(code(text)), text.trim());
  });
});

describe('The target of a link from a file', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['https://acme.dev/a?b=1&c=(2)#d', 'https://acme.dev/a?b=1&c=%282%29#d'],
    ['HTTP://ACME.dev', 'http://acme.dev/'],
    ['mailto:ana@acme.dev', 'mailto:ana@acme.dev'],
    ['docs/a b.md', 'file:///shop/docs/a%20b.md'],
    ['docs/a%20b.md#top', 'file:///shop/docs/a%20b.md#top'],
    ['/docs/../README.md', 'file:///shop/README.md'],
    ['../secret', null],
    ['docs/%2e%2e/%2e%2e/secret', null],
    ['docs/..%2f..%2fsecret', null],
    ['//acme.dev/x', null],
    ['command:workbench.action.quit', null],
    ['JavaScript:alert(1)', null],
    ['vscode://a.b/c', null],
    ['file:///etc/passwd', null],
    ['https:acme.dev', null],
    ['C:\\x', null],
    ['', null],
  ];
  for (const [target, expected] of cases) {
    it(`${target || '(nothing)'} → ${expected ?? 'none'}`, () => {
      assert.equal(safeTarget(target, root), expected);
    });
  }

  it('is never anything else', () => {
    fc.assert(
      fc.property(hostile, (target) => {
        const safe = safeTarget(target, root);
        if (safe !== null) assert.match(safe, allowed);
        assertHarmless(link('text', target, root));
        assertHarmless(link(target, target, root));
      }),
      options,
    );
  });
});

describe('Markdown from a file', () => {
  it('keeps emphasis, lists, quotes, code and good links', () => {
    const html = parser.parse(
      untrustedMarkdown('Takes *money*, **back** too: `a*b`, [design](docs/a.md).\n\n- one\n- two\n\n> said', root),
      { async: false },
    );
    for (const part of [
      '<em>money</em>',
      '<strong>back</strong>',
      '<code>a*b</code>',
      '<a href="file:///shop/docs/a.md">design</a>',
      '<li>one</li>',
      '<blockquote>',
    ])
      assert.ok(html.includes(part), `${part} in ${html}`);
  });

  it('loses images, HTML and command links, and keeps their text', () => {
    assert.equal(
      seen(untrustedMarkdown('![a picture](https://x.y/z.png) <b>bold</b> [go](command:x)', root)),
      'a picture bold go',
    );
  });

  it('never gives an image, HTML, an icon or a link that is not allowed', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        assertHarmless(untrustedMarkdown(text, root));
      }),
      options,
    );
  });

  it('takes a text of any size and depth in little time', () => {
    const started = performance.now();
    for (const text of [
      '>'.repeat(100_000),
      '- '.repeat(50_000),
      '['.repeat(100_000),
      '*a '.repeat(50_000),
      '`'.repeat(99_999),
    ])
      assertHarmless(untrustedMarkdown(text, root));
    assert.ok(performance.now() - started < 3000);
  });
});
