import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { FuzzResult } from './fuzzing';

/** Faults that are easily made and hardly seen. Each replaces text that must be there. */
const faults = [
  {
    name: 'names of several bytes are held against the filter byte by byte',
    file: 'src/core/rules/treeWalk.ts',
    from: 'start >= 0 && !letsThrough(state, end - start, bytes[start] ?? 0, bytes[end - 1] ?? 0)',
    to: '!letsThrough(state, end - (start < 0 ? ~start : start), bytes[start < 0 ? ~start : start] ?? 0, bytes[end - 1] ?? 0)',
  },
  {
    name: 'pruning does not look whether an exclude is in reach',
    file: 'src/core/rules/decider.ts',
    from: 'if (nodes.some(({ guards }) => guards?.has(pattern.list) === true)) continue;',
    to: '',
  },
  {
    name: 'a node is dropped although something beneath it is better',
    file: 'src/core/rules/automaton.ts',
    from: 'below > certain || (isGlobstar',
    to: 'weight > certain || (isGlobstar',
  },
  {
    name: 'specificity is compared from the right',
    file: 'src/core/rules/precedence.ts',
    from: 'for (let at = 0; at < segments; at++) {',
    to: 'for (let at = segments - 1; at >= 0; at--) {',
  },
  {
    name: 'what is remembered of a folder is taken for one whose name begins alike',
    file: 'src/core/rules/automaton.ts',
    from: 'name !== lastFolder.length || !path.startsWith(lastFolder)',
    to: '!path.startsWith(lastFolder)',
  },
];

describe('the comparison with a naive evaluation finds it when', () => {
  let folder: string;
  before(async () => (folder = await mkdtemp(join(tmpdir(), 'aor-mutants-'))));
  after(() => rm(folder, { recursive: true, force: true }));

  for (const [number, fault] of faults.entries()) {
    it(fault.name, async function () {
      this.timeout(60_000);
      const outfile = join(folder, `${number}.cjs`);
      await build({
        entryPoints: ['test/unit/rules/fuzzing.ts'],
        ...{ bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'silent', plugins: [planted(fault)] },
      });
      const { fuzz } = createRequire(join(folder, '_'))(outfile) as {
        fuzz: (seed: number, lookups: number) => FuzzResult;
      };
      assert.notEqual(fuzz(1, 400_000).difference, null);
    });
  }
});

function planted({ file, from, to }: (typeof faults)[number]): Plugin {
  return {
    name: 'planted fault',
    setup(build) {
      let isPlanted = false;
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (path !== resolve(file)) return undefined;
        const source = await readFile(path, 'utf8');
        // Where the text has changed, the fault has to be found anew.
        assert.ok(source.includes(from), `${file} no longer has: ${from}`);
        isPlanted = true;
        return { contents: source.replace(from, to), loader: 'ts' };
      });
      build.onEnd(() => assert.ok(isPlanted, `${file} is not part of what is compared.`));
    },
  };
}
