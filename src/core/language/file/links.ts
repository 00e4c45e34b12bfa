/** The links of a file: pages and files that say more, and the files it includes. */
import type { PlainScalar, Range } from '../../file/plainTree';
import { parseIncludeGlob } from '../../rules/glob';
import { safeTarget } from '../../text/markdown';
import { globsIn } from './globs';
import { mapsIn, scalarsIn, textRange, valueOf } from './nodes';
import type { WrittenFile } from './writtenFile';

export interface WrittenLink {
  readonly at: Range;
  readonly target:
    | { readonly kind: 'uri'; readonly uri: string }
    /** A file that is included, from the root with `/`. */
    | { readonly kind: 'path'; readonly path: string };
}

/** Every link that may be followed. `root` is the URI of the root without a final slash. */
export function linksOf({ text, base, root: top }: WrittenFile, root: string): readonly WrittenLink[] {
  if (top === null) return [];
  const link = (scalar: PlainScalar, uri: string | null): WrittenLink[] =>
    uri === null ? [] : [{ at: textRange(text, scalar), target: { kind: 'uri', uri } }];
  const page = (scalar: PlainScalar): WrittenLink[] => link(scalar, safeTarget(scalar.text, root));
  const address = (scalar: PlainScalar): WrittenLink[] => link(scalar, safeTarget(scalar.text, null));
  const included = (scalar: PlainScalar): WrittenLink[] => {
    const parsed = parseIncludeGlob(scalar.text, base);
    const path = parsed.kind === 'include' ? parsed.include.literal : null;
    return path === null ? [] : [{ at: textRange(text, scalar), target: { kind: 'path', path } }];
  };
  const within = (section: string) =>
    mapsIn(valueOf(top, section))
      .flatMap(({ entries }) => entries)
      .flatMap(({ value }) => mapsIn(value));
  return [
    ...globsIn(valueOf(top, 'include')).flatMap(included),
    ...within('people').flatMap((person) => scalarsIn(valueOf(person, 'chat')).flatMap(address)),
    ...within('aors').flatMap((aor) => [
      ...scalarsIn(valueOf(aor, 'guide')).flatMap(page),
      ...scalarsIn(valueOf(aor, 'contact')).flatMap(address),
      ...mapsIn(valueOf(aor, 'links')).flatMap(({ entries }) =>
        entries.flatMap(({ value }) => scalarsIn(value).flatMap(page)),
      ),
      ...mapsIn(valueOf(aor, 'decisions')).flatMap((decision) => scalarsIn(valueOf(decision, 'link')).flatMap(page)),
    ]),
  ];
}
