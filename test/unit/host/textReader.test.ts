/** Texts for the thread and texts for here are read alike, with and without the thread. */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import type { LogOutputChannel } from 'vscode';
import { readText, type Source } from '../../../src/core';
import { createThreadedReader } from '../../../src/host/textReader';

const people = Array.from({ length: 900 }, (_, id) => `  p${id}: Person ${id} <p${id}@acme.dev>\n`).join('');
const plain = `version: 1\npeople:\n${people}aors:\n  a:\n    title: A\n    owner: p1\n    paths: [a]\n`;
const broken = `${plain}  b: "never closed\n  c: *anchor\n`;

const sourceOf = (text: string): Source => ({ path: 'aor.yaml', base: '', text });

function readerAt(script: string) {
  const warnings: string[] = [];
  const log = { warn: (message: string) => warnings.push(message) } as unknown as LogOutputChannel;
  return { ...createThreadedReader(resolve(script), log), warnings };
}

describe('the reader of the extension', () => {
  for (const [name, script] of [
    ['with its thread', 'dist/reader.js'],
    ['without', 'dist/none.js'],
  ] as const) {
    it(`reads plain and broken texts ${name}`, async () => {
      const reader = readerAt(script);
      assert.ok(plain.length > 20_000);
      for (const text of [plain, broken, plain, broken])
        assert.deepEqual(await reader.read(sourceOf(text), true), await readText(sourceOf(text), true));
      assert.equal(reader.warnings.length, script === 'dist/none.js' ? 1 : 0);
      reader.dispose();
    });
  }

  it('answers what waits for the thread when it is disposed', async () => {
    const reader = readerAt('dist/reader.js');
    const read = reader.read(sourceOf(broken), true);
    setTimeout(() => reader.dispose(), 0);
    assert.ok((await read).problems.length > 0);
  });

  it('keeps the globs of a text that is broken for a while', async () => {
    const reader = readerAt('dist/reader.js');
    const before = await reader.read(sourceOf(plain), true);
    const meanwhile = await reader.read(sourceOf(broken), true);
    assert.equal(meanwhile.aors[0]?.paths[0]?.glob, before.aors[0]?.paths[0]?.glob);
    reader.dispose();
  });
});
