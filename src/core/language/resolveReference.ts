/** Where a reference may lead. Nothing is looked up here: the caller sees which candidate exists. */
import type { PathReference } from './references/reference';
import type { ConfigText } from './resolve/config';
import { goCandidates } from './resolve/go';
import { moduleCandidates } from './resolve/javascript';
import { folderOf, joined } from './resolve/paths';
import { pythonCandidates } from './resolve/python';

/** A place a reference may lead to, base-relative with `/`. A Go package is a folder. */
export interface Candidate {
  readonly path: string;
  readonly kind: 'file' | 'folder';
}

/** What the caller knows about the project. */
export interface ResolveContext {
  /** `tsconfig.json`, `tsconfig.base.json` and `jsconfig.json` from the document's folder upwards, nearest first. */
  readonly tsconfigs: readonly ConfigText[];
  /** `go.mod` from the document's folder upwards, nearest first. */
  readonly goMods: readonly ConfigText[];
  /** Workspace folders beneath the base: `''` or `a/b`. */
  readonly roots: readonly string[];
}

/** Names of the files that `ResolveContext` wants for a reference. */
export function configNames(kind: PathReference['kind']): readonly string[] {
  if (kind === 'module') return ['tsconfig.json', 'tsconfig.base.json', 'jsconfig.json'];
  return kind === 'go' ? ['go.mod'] : [];
}

/** The places a reference in a document (base-relative path) may lead to, best first, each once, all beneath the base. Never throws. */
export function resolveReference(
  reference: PathReference,
  document: string,
  context: ResolveContext,
): readonly Candidate[] {
  const found = new Map(
    candidates(reference, document, context).map((candidate) => [candidate.path, candidate] as const),
  );
  found.delete(document);
  return [...found.values()];
}

function candidates(reference: PathReference, document: string, context: ResolveContext): readonly Candidate[] {
  switch (reference.kind) {
    case 'module':
      return files(moduleCandidates(reference.text, document, context.tsconfigs));
    case 'python':
      return files(pythonCandidates(reference, document, context.roots));
    case 'go':
      return goCandidates(reference.text, document, context.goMods).map((path) => ({ path, kind: 'folder' }));
    case 'rust':
      return files(rustCandidates(reference.text, document));
    case 'path':
      return files(pathCandidates(reference.text, document, context.roots));
  }
}

const files = (paths: readonly (string | null)[]): readonly Candidate[] =>
  paths.flatMap((path) => (path === null || path === '' ? [] : { path, kind: 'file' as const }));

/** `mod name;` of `mod.rs`, `lib.rs` and `main.rs` is beside them, of any other file in the folder of its name. */
function rustCandidates(name: string, document: string): (string | null)[] {
  const folder = folderOf(document);
  const stem = document.slice(folder === '' ? 0 : folder.length + 1).replace(/\.rs$/, '');
  const home = ['mod', 'lib', 'main'].includes(stem) ? folder : joined(folder, stem);
  return home === null ? [] : [joined(home, `${name}.rs`), joined(home, `${name}/mod.rs`)];
}

/** Relative to the document, then to the workspace folders, then to the base. */
function pathCandidates(text: string, document: string, roots: readonly string[]): (string | null)[] {
  const spellings = [...new Set([text, decoded(text.replace(/[?#].*$/, ''))])];
  return spellings.flatMap((path) => {
    if (path.startsWith('./') || path.startsWith('../')) return [joined(folderOf(document), path)];
    const fromRoots = [...roots, ''].map((root) => joined(root, path.replace(/^\/+/, '')));
    return path.startsWith('/') ? fromRoots : [joined(folderOf(document), path), ...fromRoots];
  });
}

function decoded(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
