/** What the characters of globs mean, for colours. */
import type { PlainScalar, Range } from '../../file/plainTree';
import { globsOf } from './globs';
import { scalarUnits } from './scalarUnits';
import type { WrittenFile } from './writtenFile';

/** The `!` in front, `*` and `?`, the marks of `{a,b}`, `\x`, and what stands for itself. */
export const globTokenKinds = ['globExclude', 'globWildcard', 'globBrace', 'globEscape', 'globText'] as const;

export type GlobTokenKind = (typeof globTokenKinds)[number];

export interface GlobToken extends Range {
  readonly kind: GlobTokenKind;
}

/** The tokens of every glob in a file, in the order of their places; each on one line. */
export const globTokens = (file: WrittenFile): readonly GlobToken[] =>
  globsOf(file)
    .flatMap(({ scalar }) => tokensOf(file.text, scalar))
    .sort((a, b) => a.start - b.start);

/** What is longer is refused as a glob. */
const maximumLength = 2_000;

function tokensOf(text: string, scalar: PlainScalar): GlobToken[] {
  if (scalar.text.length > maximumLength) return [];
  if (isPlain(text, scalar)) return [{ kind: 'globText', start: scalar.start, end: scalar.end }];
  const units = scalarUnits(text, scalar);
  const kinds = kindsOf(units.map(({ char }) => char));
  const tokens: GlobToken[] = [];
  units.forEach(({ start, end }, index) => {
    const { kind, isFirst } = kinds[index] ?? plain;
    const last = tokens.at(-1);
    if (last?.kind === kind && !isFirst) tokens[tokens.length - 1] = { ...last, end };
    else tokens.push({ kind, start, end });
  });
  return tokens;
}

/** Most globs are names alone: taking thousands of them apart would keep an editor waiting. */
const isPlain = (text: string, { text: value, start, end }: PlainScalar): boolean =>
  value !== '' && !/[\\*?!{}]/.test(value) && text.slice(start, end) === value;

interface Meaning {
  readonly kind: GlobTokenKind;
  /** Begins a token though one of its kind ends here: each escape stands for itself. */
  readonly isFirst: boolean;
}

const plain: Meaning = { kind: 'globText', isFirst: false };

/** What each character means. Braces without a comma of their own are plain. */
function kindsOf(chars: readonly string[]): readonly Meaning[] {
  const kinds: Meaning[] = [];
  const open: number[][] = [];
  const put = (index: number, kind: GlobTokenKind): void => {
    kinds[index] = { kind, isFirst: false };
  };
  for (let index = 0; index < chars.length; index++) {
    const char = chars[index];
    kinds[index] = plain;
    if (char === '\\') {
      kinds[index] = { kind: 'globEscape', isFirst: true };
      // A code point beyond the first plane has two units.
      const isPair = /[\uD800-\uDBFF]/.test(chars[index + 1] ?? '');
      for (let rest = isPair ? 2 : 1; rest > 0 && index + 1 < chars.length; rest--) put(++index, 'globEscape');
    } else if (char === '*' || char === '?') put(index, 'globWildcard');
    else if (char === '!' && index === 0) put(index, 'globExclude');
    else if (char === '{') open.push([index]);
    else if (char === ',') open.at(-1)?.push(index);
    else if (char === '}') {
      const group = [...(open.pop() ?? []), index];
      if (group.length > 2) for (const mark of group) put(mark, 'globBrace');
    }
  }
  return kinds;
}
