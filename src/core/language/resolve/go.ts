import type { ConfigText } from './config';
import { folderOf, joined } from './paths';

/** Folders a Go import path may be: beneath the modules of the given `go.mod` files, or relative to the document. */
export function goCandidates(path: string, document: string, goMods: readonly ConfigText[]): readonly string[] {
  if (/^\.{1,2}\//.test(path)) return present([joined(folderOf(document), path)]);
  return present(
    goMods.map((mod) => {
      const module = moduleOf(mod.text);
      if (module === null || (path !== module && !path.startsWith(`${module}/`))) return null;
      return joined(folderOf(mod.path), path.slice(module.length));
    }),
  );
}

const present = (paths: readonly (string | null)[]): readonly string[] => paths.filter((path) => path !== null);

const moduleOf = (text: string): string | null => /^\s*module\s+["`]?([^\s"`]+)/m.exec(text)?.[1] ?? null;
