// Builds everything that runs: the extension, the command line, and the tests.
//   node esbuild.config.mjs                 development build of all
//   node esbuild.config.mjs --production    minified extension and command line only
//   node esbuild.config.mjs --watch         rebuild on change
import * as esbuild from 'esbuild';
import { readdirSync, rmSync } from 'node:fs';

const isProduction = process.argv.includes('--production');
const isWatch = process.argv.includes('--watch');

/** The regular-expression engine is a chunk of its own, read only when an ownership file has a `content` condition. */
const re2AsChunk = {
  name: 're2-as-chunk',
  setup: (build) => build.onResolve({ filter: /^re2js$/ }, () => ({ path: './re2.js', external: true })),
};

const shared = {
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  minify: isProduction,
  sourcemap: isProduction ? false : 'linked',
  // Takes the ES modules of the libraries, which can be tree-shaken.
  mainFields: ['module', 'main'],
};

const shipped = [
  {
    ...shared,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    plugins: [re2AsChunk],
  },
  // No `external: ["vscode"]` here or below: an import of it stops the build.
  {
    ...shared,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [re2AsChunk],
  },
  { ...shared, entryPoints: ['src/host/readerThread.ts'], outfile: 'dist/reader.js', plugins: [re2AsChunk] },
  { ...shared, stdin: { contents: "export { RE2JS } from 're2js';", resolveDir: '.' }, outfile: 'dist/re2.js' },
];

/** Proves that core is pure: a `vscode` or `node:` import cannot be resolved here. */
const purityOfCore = {
  ...shared,
  platform: 'neutral',
  entryPoints: ['src/core/index.ts'],
  outfile: 'out/core.js',
  external: ['re2js'],
};

const sourcesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .filter((path) => path.endsWith('.ts') && !path.startsWith('test/data/'));

const tests = {
  ...shared,
  minify: false,
  packages: 'external',
  external: ['vscode'],
  entryPoints: [...sourcesBelow('test'), ...sourcesBelow('bench')],
  outdir: 'out',
  outbase: '.',
};

const builds = isProduction ? shipped : [...shipped, purityOfCore, tests];

rmSync('dist', { recursive: true, force: true });
if (!isProduction) rmSync('out', { recursive: true, force: true });

if (isWatch) {
  const contexts = await Promise.all(builds.map((options) => esbuild.context({ ...options, logLevel: 'info' })));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  await Promise.all(builds.map((options) => esbuild.build(options)));
}
