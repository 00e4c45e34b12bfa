import assert from 'node:assert/strict';
import { resolveReference, type PathReference, type ResolveContext } from '../../../src/core';

const nothing: ResolveContext = { tsconfigs: [], goMods: [], roots: [''] };

/** The first candidate that is among `files`, as the editor would find it. */
function resolved(
  reference: string,
  document: string,
  files: readonly string[],
  context: Partial<ResolveContext> = {},
): string | null {
  const [kind, text = '', name = null] = reference.split(':');
  const full = { kind: kind as PathReference['kind'], text, name, start: 0, end: text.length };
  const candidates = resolveReference(full, document, { ...nothing, ...context });
  return candidates.find(({ path }) => files.includes(path))?.path ?? null;
}

describe('A reference leads to', () => {
  const cases: readonly (readonly [
    string,
    string,
    string,
    readonly string[],
    string | null,
    Partial<ResolveContext>?,
  ])[] = [
    ['a TypeScript file without its extension', 'module:./b', 'src/a.ts', ['src/b.ts', 'src/b.js'], 'src/b.ts'],
    ['the source of an emitted file', 'module:./b.js', 'src/a.ts', ['src/b.js', 'src/b.tsx'], 'src/b.tsx'],
    ['an emitted file that has no source', 'module:./b.js', 'src/a.ts', ['src/b.js'], 'src/b.js'],
    ['an index file', 'module:../lib', 'src/a.ts', ['lib/index.ts'], 'lib/index.ts'],
    ['the folder itself', 'module:.', 'src/a.ts', ['src/index.tsx'], 'src/index.tsx'],
    ['a style sheet', 'module:./a.css', 'src/a.ts', ['src/a.css'], 'src/a.css'],
    ['a name with a dot', 'module:./a.service', 'src/a.ts', ['src/a.service.ts'], 'src/a.service.ts'],
    ['nothing outside the base', 'module:../../x', 'src/a.ts', ['x.ts'], null],
    ['no package', 'module:react', 'src/a.ts', ['react.ts', 'src/react.ts'], null],
    ['nothing, for the document itself', 'module:./a', 'src/a.ts', ['src/a.ts'], null],
    [
      'a file by an alias of tsconfig, comments and all',
      'module:@/pay/card',
      'web/src/a.ts',
      ['web/src/pay/card.tsx'],
      'web/src/pay/card.tsx',
      {
        tsconfigs: [
          { path: 'web/tsconfig.json', text: '{ // c\n "compilerOptions": { "paths": { "@/*": ["./src/*",], }, } }' },
        ],
      },
    ],
    [
      'a file by the longest alias',
      'module:@app/ui/x',
      'a.ts',
      ['ui/x.ts', 'app/ui/x.ts'],
      'ui/x.ts',
      {
        tsconfigs: [
          { path: 'tsconfig.json', text: '{"compilerOptions":{"paths":{"@app/*":["app/*"],"@app/ui/*":["ui/*"]}}}' },
        ],
      },
    ],
    [
      'a file by baseUrl',
      'module:pay/card',
      'src/a.ts',
      ['src/pay/card.ts'],
      'src/pay/card.ts',
      { tsconfigs: [{ path: 'tsconfig.json', text: '{"compilerOptions":{"baseUrl":"src"}}' }] },
    ],
    [
      'nothing by a broken tsconfig',
      'module:a',
      'b.ts',
      ['a.ts'],
      null,
      { tsconfigs: [{ path: 'tsconfig.json', text: '{' }] },
    ],
    ['a Python module', 'python:shop.pay', 'tools/x.py', ['shop/pay.py'], 'shop/pay.py'],
    ['a Python package', 'python:shop.pay', 'tools/x.py', ['shop/pay/__init__.py'], 'shop/pay/__init__.py'],
    ['a Python module beneath src', 'python:shop', 'tools/x.py', ['src/shop/__init__.py'], 'src/shop/__init__.py'],
    ['a Python module beside the script', 'python:helper', 'tools/x.py', ['tools/helper.py'], 'tools/helper.py'],
    ['a relative Python module', 'python:..pay', 'a/b/x.py', ['a/pay.py'], 'a/pay.py'],
    ['an imported name that is a module', 'python:.:pay', 'a/x.py', ['a/pay.py', 'a/__init__.py'], 'a/pay.py'],
    ['the module of an imported name', 'python:.pay:refund', 'a/x.py', ['a/pay.py'], 'a/pay.py'],
    ['a Python module in a workspace folder', 'python:pay', 'a/x/y.py', ['a/pay.py'], 'a/pay.py', { roots: ['a'] }],
    [
      'a folder of a Go module',
      'go:example.com/shop/web/cart',
      'go/main.go',
      ['go/web/cart'],
      'go/web/cart',
      { goMods: [{ path: 'go/go.mod', text: '// c\nmodule example.com/shop\n\ngo 1.22\n' }] },
    ],
    [
      'no folder for another module with the same beginning',
      'go:example.com/shopping',
      'main.go',
      ['ping'],
      null,
      { goMods: [{ path: 'go.mod', text: 'module example.com/shop' }] },
    ],
    ['a Rust module beside lib.rs', 'rust:pay', 'src/lib.rs', ['src/pay.rs'], 'src/pay.rs'],
    [
      'a Rust module in the folder of its file',
      'rust:card',
      'src/pay.rs',
      ['src/pay/card/mod.rs'],
      'src/pay/card/mod.rs',
    ],
    ['a path from the document', 'path:x.json', 'a/b.yaml', ['a/x.json', 'x.json'], 'a/x.json'],
    ['a path from the base', 'path:data/x.json', 'a/b.yaml', ['data/x.json'], 'data/x.json'],
    ['a path with a slash in front', 'path:/data/x.json', 'a/b.yaml', ['data/x.json', 'a/data/x.json'], 'data/x.json'],
    ['a path with a fragment', 'path:x%20y.md#why', 'a/b.md', ['a/x y.md'], 'a/x y.md'],
  ];
  for (const [title, reference, document, files, expected, context] of cases) {
    it(`${title}: ${reference} in ${document}`, () => {
      assert.equal(resolved(reference, document, files, context), expected);
    });
  }
});
