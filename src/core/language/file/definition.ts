/** Where something in an ownership file leads: an id to its key, a glob to its folder, an include to its files. */
import type { Range } from '../../file/plainTree';
import type { Source, Span } from '../../model';
import { matchesGlob, parseIncludeGlob } from '../../rules/glob';
import { idAt, placesOf } from './findIds';
import { folderOf } from './globFolder';
import { globsOf, type WrittenGlob } from './globs';
import { textRange, touches } from './nodes';
import type { WrittenFile } from './writtenFile';

export type DefinitionTarget =
  /** A definition, and its key in it. */
  | { readonly kind: 'key'; readonly whole: Span; readonly at: Span }
  /** A file of the repository that may exist, from the root with `/`. */
  | { readonly kind: 'path'; readonly path: string }
  /** A file or folder that may exist, likewise; `''` is the root. All that the glob matches is it, or lies in it. */
  | { readonly kind: 'glob'; readonly path: string; readonly glob: string; readonly base: string };

export interface Definition {
  /** The characters that lead there. */
  readonly from: Range;
  readonly targets: readonly DefinitionTarget[];
}

/** What the thing at an offset leads to; `null` where nothing is defined or named there. */
export function definitionAt(files: readonly WrittenFile[], file: WrittenFile, offset: number): Definition | null {
  const id = idAt(file, offset);
  if (id !== null) {
    const definitions = placesOf(files, id).filter(({ isDefinition }) => isDefinition);
    return given(
      id.at,
      definitions.map(({ whole, at }) => ({ kind: 'key', whole, at })),
    );
  }
  const glob = globsOf(file).find(({ scalar }) => touches(scalar, offset));
  if (glob === undefined) return null;
  return given(
    textRange(file.text, glob.scalar),
    glob.key === 'include'
      ? includedPaths(files, file, glob).map((path) => ({ kind: 'path', path }))
      : globTarget(glob.scalar.text, file.base),
  );
}

const given = (from: Range, targets: readonly DefinitionTarget[]): Definition | null =>
  targets.length === 0 ? null : { from: { start: from.start, end: from.end }, targets };

/** The file an entry of `include` names, or those of the files in use that its wildcard finds. */
function includedPaths(files: readonly Source[], { base }: Source, { scalar }: WrittenGlob): readonly string[] {
  const parsed = parseIncludeGlob(scalar.text, base);
  if (parsed.kind !== 'include') return [];
  const { literal, patterns } = parsed.include;
  if (literal !== null) return [literal];
  return files.map(({ path }) => path).filter((path) => matchesGlob({ patterns }, path));
}

/** What a glob takes out is looked for like what it would match. */
function globTarget(text: string, base: string): readonly DefinitionTarget[] {
  const path = folderOf(text, base);
  return path === null ? [] : [{ kind: 'glob', path, glob: text.replace(/^!/, ''), base }];
}
