import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { compileRules, loadOwnership, treeOfPaths, type OwnershipFile } from '../../../../src/core';
import { complete } from '../../../../src/core/language/completion/complete';
import { memorySource } from '../../memorySource';

const shop = readFileSync('test/data/shop/aor.yaml', 'utf8');

const texts = [
  shop,
  shop.replaceAll('\n', '\r\n'),
  readFileSync('aor.yaml', 'utf8'),
  'people: { ana: { name: Ana, email: [a@b.c] } }\naors: { pay: { title: P, owner: ana, paths: ["a b", c/**] } }\n',
  'aors:\n- not: a map\n  of: ids\npeople:\n',
];

/** Without its texts, of which a snippet says nothing. */
async function syntaxOf(
  text: string,
): Promise<{ readonly isReadable: boolean; readonly faults: number; readonly file: OwnershipFile | null }> {
  const loaded = await loadOwnership(memorySource({ 'aor.yaml': text }), null);
  const problems = 'problems' in loaded ? loaded.problems : [];
  return {
    isReadable: loaded.kind === 'loaded',
    faults: problems.filter(({ code }) => code === 'syntax').length,
    file: loaded.kind === 'loaded' ? loaded.file : null,
  };
}

/** What the editor does with a snippet: later lines are indented like the first. */
function expanded(insert: string, isSnippet: boolean, indent: string): string {
  if (!isSnippet) return insert;
  const plain = insert.replace(/\$\{\d+:([^}]*)\}|\$\{\d+\}|\$\d/g, '$1').replace(/\\([\\$}])/g, '$1');
  return plain.replaceAll('\n', `\n${indent}`);
}

describe('a completion that is taken at any place', () => {
  it('leaves a file readable, with no fault of syntax more', async () => {
    const before = new Map<string, Awaited<ReturnType<typeof syntaxOf>>>();
    for (const text of texts) before.set(text, await syntaxOf(text));
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        async (text, place, pick, isNewLine) => {
          const known = before.get(text);
          assert.ok(known?.file != null);
          // At any offset, and on a line of its own that is indented like the one above.
          const somewhere = place % (text.length + 1);
          const any = text.startsWith('\r\n', somewhere - 1) ? somewhere - 1 : somewhere;
          const lineEnd = text.indexOf('\n', any) < 0 ? text.length : text.indexOf('\n', any) + 1;
          const lineStart = text.lastIndexOf('\n', Math.max(0, any - 1)) + 1;
          const space = /^ */.exec(text.slice(lineStart))?.[0] ?? '';
          const typing = isNewLine ? `${text.slice(0, lineEnd)}${space}\n${text.slice(lineEnd)}` : text;
          const offset = isNewLine ? lineEnd + space.length : any;
          const items = complete(typing, offset, {
            ...{ file: known.file, index: compileRules(known.file), base: '', today: '2026-11-21', isEntry: true },
            tree: treeOfPaths(['a/b', 'a: b/c', "it's/x", '#x/y', '[slug]/page', '- d/e', 'é/日本']),
          });
          const item = items[pick % Math.max(1, items.length)];
          if (item === undefined) return;
          assert.ok(item.start <= offset && offset <= item.end);
          const indent = /^ */.exec(typing.slice(typing.lastIndexOf('\n', item.start - 1) + 1))?.[0] ?? '';
          const after =
            typing.slice(0, item.start) + expanded(item.insert, item.isSnippet, indent) + typing.slice(item.end);
          const found = await syntaxOf(after);
          assert.ok(
            found.isReadable && found.faults <= known.faults,
            `${JSON.stringify(item.insert)} in\n${after.slice(Math.max(0, item.start - 200), item.start + 200)}`,
          );
          taken++;
        },
      ),
      { numRuns: 300 },
    );
    assert.ok(taken > 100, `${taken} were taken`);
  });
});
