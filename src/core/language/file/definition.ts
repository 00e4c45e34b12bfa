/** Where something in an ownership file leads: an id to its key, a glob to its folder, an include to its files. */
import type { Range } from '../../file/plainTree';
import type { Source, Span } from '../../model';
import { matchesGlob, parseGlob, parseIncludeGlob, type Pattern } from '../../rules/glob';
import { idAt, placesOf } from './findIds';
import { globsOf, type WrittenGlob } from './globs';
import { textRange, touches } from './nodes';
import type { WrittenFile } from './writtenFile';

export type DefinitionTarget =
  /** A definition, and its key in it. */
  | { readonly kind: 'key'; readonly whole: Span; readonly at: Span }
  /** A file or folder of the repository that may exist, from the root with `/`; `''` is the root. */
  | { readonly kind: 'path'; readonly path: string };

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
  const paths = glob.key === 'include' ? includedPaths(files, file, glob) : folderOf(glob.scalar.text, file.base);
  return given(
    textRange(file.text, glob.scalar),
    paths.map((path) => ({ kind: 'path', path })),
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

/** The plain segments that all a glob matches have in front, its base among them: of `src/{a,b}/x`, `src`. */
function folderOf(text: string, base: string): readonly string[] {
  const parsed = parseGlob(text, base);
  if (parsed.kind !== 'glob') return [];
  const [first, ...others] = parsed.glob.patterns.map(plainStart);
  const common = others.reduce((left, right) => left.slice(0, sharedLength(left, right)), first ?? []);
  return [common.join('/')];
}

function plainStart(pattern: Pattern): readonly string[] {
  const end = pattern.findIndex((segment) => segment.class !== 'plain');
  return (end < 0 ? pattern : pattern.slice(0, end)).map((segment) => segment.text);
}

function sharedLength(left: readonly string[], right: readonly string[]): number {
  const end = left.findIndex((name, index) => name !== right[index]);
  return end < 0 ? left.length : end;
}
