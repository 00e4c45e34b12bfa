import assert from 'node:assert/strict';
import { linksOf, writtenFile } from '../../../../src/core';

/** Each link as `text → target`. */
function links(text: string, path = 'aor.yaml'): string[] {
  const base = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  return linksOf(writtenFile({ path, base, text }), 'file:///r').map(
    ({ at, target }) => `${text.slice(at.start, at.end)} → ${target.kind === 'uri' ? target.uri : `<${target.path}>`}`,
  );
}

const cases: readonly (readonly [title: string, text: string, expected: readonly string[], path?: string])[] = [
  ['a guide beneath the root', 'aors: { p: { guide: docs/a b.md } }', ['docs/a b.md → file:///r/docs/a%20b.md']],
  [
    'a guide at an address',
    'aors:\n  p:\n    guide: "https://acme.dev/x"\n',
    ['https://acme.dev/x → https://acme.dev/x'],
  ],
  [
    'links by name',
    'aors: { p: { links: { design: docs/d.md#one, chat: "https://acme.dev" } } }',
    ['docs/d.md#one → file:///r/docs/d.md#one', 'https://acme.dev → https://acme.dev/'],
  ],
  [
    'decisions',
    'aors:\n  p:\n    decisions:\n      - { date: 2026-01-01, link: docs/1.md }\n      - link: /docs/2.md\n',
    ['docs/1.md → file:///r/docs/1.md', '/docs/2.md → file:///r/docs/2.md'],
  ],
  [
    'a chat and a contact that are addresses',
    'people: { ana: { chat: "https://acme.dev/ana" } }\naors: { p: { contact: "mailto:p@acme.dev" }, q: { contact: the corridor } }',
    ['https://acme.dev/ana → https://acme.dev/ana', 'mailto:p@acme.dev → mailto:p@acme.dev'],
  ],
  ['included files, not wildcards', 'include: [web/aor.yaml, "*/aor.yaml"]', ['web/aor.yaml → <web/aor.yaml>']],
  [
    'a file that an included file includes, and a guide from the root',
    'include: b/aor.yaml\naors: { p: { guide: docs/x.md } }',
    ['b/aor.yaml → <a/b/aor.yaml>', 'docs/x.md → file:///r/docs/x.md'],
    'a/aor.yaml',
  ],
  [
    'none that may not be followed',
    'aors: { p: { guide: ../x, links: { a: "javascript:alert(1)", b: "command:x", c: "file:///etc/passwd" } } }',
    [],
  ],
  [
    'none that would break a URI',
    'include: ["a\\uD800.yaml"]\naors: { p: { guide: "x\\uD800" } }',
    ['"a\\uD800.yaml" → <a\uD800.yaml>'],
  ],
  [
    'those of half-typed text',
    'aors:\r\n  é:\r\n    guide: docs/x.md\r\n    links: { a: docs/y.md\r\n  q:\r\n    gui\r\n',
    ['docs/x.md → file:///r/docs/x.md', 'docs/y.md → file:///r/docs/y.md'],
  ],
];

describe('links are', () => {
  for (const [title, text, expected, path] of cases) it(title, () => assert.deepEqual(links(text, path), expected));
});
