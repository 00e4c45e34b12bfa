import type { ConfigText } from './config';
import { folderOf, joined } from './paths';
import { aliasTargets } from './tsconfig';

const extensions = ['.ts', '.tsx', '.d.ts', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts', '.json', '.vue', '.svelte'];
const indexes = ['index.ts', 'index.tsx', 'index.d.ts', 'index.js', 'index.jsx', 'index.mjs', 'index.cjs'];

/** What TypeScript takes for an import of the emitted file. */
const sourcesOf: readonly (readonly [string, readonly string[]])[] = [
  ['.js', ['.ts', '.tsx', '.d.ts', '.js']],
  ['.jsx', ['.tsx', '.jsx']],
  ['.mjs', ['.mts', '.mjs']],
  ['.cjs', ['.cts', '.cjs']],
];

/** Files an ECMAScript module specifier may mean: relative to the document, else by `paths` and `baseUrl`. */
export function moduleCandidates(
  specifier: string,
  document: string,
  tsconfigs: readonly ConfigText[],
): readonly (string | null)[] {
  const bare = specifier.replace(/[?#].*$/, '') || specifier;
  if (/^\.{1,2}(?:\/|$)/.test(bare)) return spellings(joined(folderOf(document), bare), bare.endsWith('/'));
  if (bare.startsWith('/')) return spellings(joined('', bare), false);
  return tsconfigs.flatMap((config) => aliasTargets(config, bare)).flatMap((path) => spellings(path, false));
}

/** A path as it may be spelled on disk. A path that has no extension is most likely one without. */
function spellings(path: string | null, isFolder: boolean): readonly string[] {
  if (path === null) return [];
  const asFolder = indexes.map((name) => (path === '' ? name : `${path}/${name}`));
  if (isFolder || path === '' || path.endsWith('..')) return asFolder;
  const source = sourcesOf.find(([extension]) => path.endsWith(extension));
  if (source !== undefined) {
    const [extension, sources] = source;
    return sources.map((other) => path.slice(0, -extension.length) + other);
  }
  if (extensions.some((extension) => path.endsWith(extension))) return [path];
  const withExtension = extensions.map((extension) => path + extension);
  return /\.\w+$/.test(path.slice(path.lastIndexOf('/') + 1))
    ? [path, ...withExtension, ...asFolder]
    : [...withExtension, ...asFolder, path];
}
