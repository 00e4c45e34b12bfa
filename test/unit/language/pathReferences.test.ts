import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pathReferenceAt } from '../../../src/core';

/** `|` is the cursor; the result is written as `kind:text` or `kind:module:name`, with the span it covers if that differs. */
function at(languageId: string, marked: string): string | null {
  const offset = marked.indexOf('|');
  assert.notEqual(offset, -1, 'no cursor in the text');
  const text = marked.replace('|', '');
  const found = pathReferenceAt(text, offset, languageId);
  if (found === null) return null;
  const spanned = text.slice(found.start, found.end);
  assert.ok(found.start <= offset && offset <= found.end, 'the cursor is in the span');
  assert.equal(spanned, found.name ?? found.text, 'the span is the text');
  return [found.kind, found.text, ...(found.name === null ? [] : [found.name])].join(':');
}

const tables: Record<string, readonly (readonly [marked: string, expected: string | null])[]> = {
  typescript: [
    [`import { a } from './a|';`, 'module:./a'],
    [`import { a } from '|./a';`, 'module:./a'],
    [`import { a } from './a'|;`, null],
    [`import { a| } from './a';`, null],
    [`import type { A } from "../types/|a.js"`, 'module:../types/a.js'],
    [`import React, { useState } from 'rea|ct'`, 'module:react'],
    [`import * as x from '@/lib/|x'`, 'module:@/lib/x'],
    [`export * from './|all'`, 'module:./all'],
    [`export { b as c } from './|b'`, 'module:./b'],
    [`import './side|effect.css'`, 'module:./sideeffect.css'],
    [`const a = require('./|a')`, 'module:./a'],
    [`const a = require.resolve('./|a')`, 'module:./a'],
    ['const a = await import(`./|a`)', 'module:./a'],
    [`type A = import('./|a').A`, 'module:./a'],
    [`import {\n  a,\n  b,\n} from './m|any';`, 'module:./many'],
    [`const a = await import(\n  './l|azy'\n);`, 'module:./lazy'],
    [`import { a }\r\n  from\r\n  './cr|lf'`, 'module:./crlf'],
    [`vi.mock('./m|ock')`, 'path:./mock'],
    [`const url = 'data/shop|.json'`, 'path:data/shop.json'],
    [`const word = 'pay|ments'`, null],
    [`const text = 'two wo|rds. More'`, null],
    [`const home = 'https://acme.dev/|a.ts'`, null],
    ['const a = `./${na|me}.ts`', null],
    [`// from the pay|ments service`, null],
    [`const a = b| / c;`, null],
    [`object.require('wo|rd')`, null],
    [`|`, null],
  ],
  javascriptreact: [[`import { Cart } from '../ca|rt'`, 'module:../cart']],
  python: [
    ['import a.b|', 'python:a.b'],
    ['import a, b.|c as d', 'python:b.c'],
    ['import a, b.c as d|', null],
    ['from .a| import b', 'python:.a'],
    ['from .a import b|', 'python:.a:b'],
    ['from .| import b', 'python:.'],
    ['from . import |b', 'python:.:b'],
    ['from ..pkg.mod import (a, b|)', 'python:..pkg.mod:b'],
    ['from a.b import (\n    c,\n    d|,  # why\n)', 'python:a.b:d'],
    ['from a import b, \\\n    c|', 'python:a:c'],
    ['from a import b as c|', null],
    ['from a import b  # fro|m x import y', null],
    ['    from shop.payments import ref|und', 'python:shop.payments:refund'],
    ['from a import b\nc| = 1', null],
    ['from a import b\n\nc|', null],
    ['imp|ort a', null],
    ['x = important|', null],
    ['open("data/pr|ices.json")', 'path:data/prices.json'],
    ['"""from here| on"""', null],
  ],
  go: [
    ['import "example.com/shop/|web"', 'go:example.com/shop/web'],
    ['import w "example.com/shop/|web"', 'go:example.com/shop/web'],
    ['import (\n\t"fmt"\n\n\t// ours\n\t_ "example.com/shop/|web" // the web\n)', 'go:example.com/shop/web'],
    ['import (\n\t"fm|t"\n)', 'go:fmt'],
    ['import (\n\t"fmt"\n)\n\nvar x = []string{\n\t"a/|b",\n}', 'path:a/b'],
    ['fmt.Println("hel|lo")', null],
    ['os.Open("testdata/a.js|on")', 'path:testdata/a.json'],
  ],
  rust: [
    ['mod pay|ments;', 'rust:payments'],
    ['pub(crate) mod pay|ments;', 'rust:payments'],
    ['mod pay|ments {', null],
  ],
  json: [
    ['{ "main": "./src/in|dex.js" }', 'path:./src/index.js'],
    ['{ "ma|in": "./src/index.js" }', null],
    ['{ "schema": "https://json.schemastore.org/|a" }', null],
  ],
  yaml: [
    ['run: ./scripts/dep|loy.sh --now', 'path:./scripts/deploy.sh'],
    ['run: "scripts/dep|loy.sh"', 'path:scripts/deploy.sh'],
    ['title: Pay|ments', null],
  ],
  shellscript: [
    ['source "../lib/com|mon.sh"', 'path:../lib/common.sh'],
    ['../lib/com|mon.sh a b', 'path:../lib/common.sh'],
    ['echo hel|lo', null],
  ],
  markdown: [
    ['See [the design](docs/pay|ments.md#why).', 'path:docs/payments.md#why'],
    ['![picture](|images/a.png "A picture")', 'path:images/a.png'],
    ['[design]: docs/de|sign.md', 'path:docs/design.md'],
    ['See [the des|ign](docs/payments.md).', null],
    ['Mail [me](mailto:ana@ac|me.dev)', null],
  ],
  cpp: [
    ['#include "net/so|cket.h"', 'path:net/socket.h'],
    ['#include <vec|tor>', null],
  ],
};

describe('The reference under the cursor', () => {
  for (const [languageId, rows] of Object.entries(tables)) {
    describe(languageId, () => {
      for (const [marked, expected] of rows) {
        it(`${JSON.stringify(marked)} → ${expected ?? 'none'}`, () => {
          assert.equal(at(languageId, marked), expected);
        });
      }
    });
  }

  it('is found by looking near the cursor only, in a text of megabytes', () => {
    const text = `${'const a = 1;\n'.repeat(300_000)}import a from './a';\n${'x'.repeat(2_000_000)}`;
    const started = performance.now();
    assert.equal(pathReferenceAt(text, text.indexOf('./a') + 1, 'typescript')?.text, './a');
    assert.equal(pathReferenceAt(text, text.length - 5, 'typescript'), null);
    assert.ok(performance.now() - started < 200);
  });

  it('never throws and never leaves the text', () => {
    const languages = fc.constantFrom(...Object.keys(tables), 'plaintext', '');
    const pieces = fc.array(
      fc.constantFrom(
        'import ',
        'from ',
        '"',
        "'",
        '`',
        './a',
        '(',
        ')',
        '\n',
        '\\',
        '.',
        'x',
        '#',
        '[',
        ']',
        ' ',
        '\r',
      ),
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      pieces.map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: -5, max: 200 }), languages, (text, offset, languageId) => {
        const found = pathReferenceAt(text, offset, languageId);
        if (found === null) return;
        assert.ok(0 <= found.start && found.start <= offset && offset <= found.end && found.end <= text.length);
      }),
      { numRuns: 3000 },
    );
  });
});
