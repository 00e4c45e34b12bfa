/**
 * `{a,b}` before anything else: a glob with alternatives stands for several globs without. The groups are found as
 * `minimatch` finds them, and counted before they are written out, so that no glob can ask for too many.
 */
import { flatten, isSpecial, type Character, type FlatText } from './characters';
import { refuse, type Refusal } from './refusal';

/** The most globs that one glob with alternatives may stand for. */
export const maximumAlternatives = 1_000;

type Text = readonly Character[];
type Part =
  | { readonly kind: 'text'; readonly text: FlatText }
  | { readonly kind: 'choice'; readonly options: readonly (readonly Part[])[] };

/** The place of a `{` and of its `}`. */
interface Group {
  readonly open: number;
  readonly close: number;
}

export interface Expansion {
  readonly kind: 'expanded';
  /** In the order written; equal ones are kept. */
  readonly results: readonly FlatText[];
  readonly hasAlternatives: boolean;
}

/**
 * Writes out the alternatives of a glob: `{a,b/}c` → `ac`, `b/c`. A pair of braces without a comma is plain text.
 * Refuses an open brace, ranges such as `{1..9}`, and more than 1,000 results.
 */
export function expandBraces(text: Text): Expansion | Refusal {
  const refusal = refuseOpenBrace(text) ?? refuseRange(text);
  if (refusal !== undefined) return refusal;
  const parts = partsOf(withPlainFirstPair(text));
  if (countResults(parts) > maximumAlternatives) {
    return refuse('alternatives', `The braces stand for more than ${maximumAlternatives} globs: write several entries`);
  }
  return { kind: 'expanded', results: combine(parts), hasAlternatives: parts.some(({ kind }) => kind === 'choice') };
}

function refuseOpenBrace(text: Text): Refusal | undefined {
  let depth = 0;
  for (const character of text) {
    if (isSpecial(character, '{')) depth++;
    if (isSpecial(character, '}') && depth > 0) depth--;
  }
  return depth > 0 ? refuse('{', 'A `{` is never closed: add the `}`, or write `\\{` for the character') : undefined;
}

const range = /^(-?\d+\.\.-?\d+|[a-zA-Z]\.\.[a-zA-Z])(\.\.-?\d+)?$/;

function refuseRange(text: Text): Refusal | undefined {
  // A range holds no brace, so the last `{` before a `}` is enough.
  let body: string | undefined;
  for (const character of text) {
    if (isSpecial(character, '{')) body = '';
    else if (isSpecial(character, '}')) {
      if (body !== undefined && range.test(body)) {
        return refuse(`{${body}}`, `\`{${body}}\` is a range: write its values, as in \`{a,b}\``);
      }
      body = undefined;
    } else if (body !== undefined) body += character.isEscaped ? `\\${character.char}` : character.char;
  }
  return undefined;
}

/** `{}` at the very start is plain, whatever follows: `minimatch` takes this over from Bash. */
function withPlainFirstPair(text: Text): Text {
  return isSpecial(text[0], '{') && isSpecial(text[1], '}') ? [plain('{'), plain('}'), ...text.slice(2)] : text;
}

function textPart(text: Text): Part {
  return { kind: 'text', text: flatten(text) };
}

function plain(char: string): Character {
  return { char, isEscaped: true };
}

function partsOf(text: Text): readonly Part[] {
  const parts: Part[] = [];
  let rest = text;
  for (;;) {
    const group = firstGroup(rest);
    if (group === undefined) return [...parts, textPart(rest)];
    const body = rest.slice(group.open + 1, group.close);
    const after = rest.slice(group.close + 1);
    if (!body.some((character) => isSpecial(character, ','))) {
      // Bash again: in `{a},b}` the first `}` is plain, because the second one closes a group with a comma.
      if (!hasCommaThenClose(after)) return [...parts, textPart(rest)];
      rest = rest.with(group.close, plain('}'));
      continue;
    }
    parts.push(textPart(rest.slice(0, group.open)), ...partsOfGroup(body));
    rest = after;
  }
}

function partsOfGroup(body: Text): readonly Part[] {
  const options = splitAtCommas(body);
  if (options.length > 1) return [{ kind: 'choice', options: options.map(partsOf) }];
  // The only commas are in groups further in, so these braces are plain: `{{a,b}}` → `{a}`, `{b}`.
  return [textPart([plain('{')]), ...partsOf(body), textPart([plain('}')])];
}

/** The first closed group that lies in no other. */
function firstGroup(text: Text): Group | undefined {
  const opens: number[] = [];
  let first: Group | undefined;
  for (let at = 0; at < text.length; at++) {
    if (isSpecial(text[at], '{')) opens.push(at);
    if (!isSpecial(text[at], '}')) continue;
    const open = opens.pop();
    if (open === undefined) continue;
    if (first === undefined || open < first.open) first = { open, close: at };
    if (opens.length === 0) return first;
  }
  return first;
}

function hasCommaThenClose(text: Text): boolean {
  const comma = text.findIndex((character) => isSpecial(character, ','));
  return comma >= 0 && text.slice(comma).some((character) => isSpecial(character, '}'));
}

function splitAtCommas(body: Text): readonly Text[] {
  const options: Text[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < body.length; at++) {
    if (isSpecial(body[at], '{')) depth++;
    if (isSpecial(body[at], '}')) depth--;
    if (depth > 0 || !isSpecial(body[at], ',')) continue;
    options.push(body.slice(start, at));
    start = at + 1;
  }
  return [...options, body.slice(start)];
}

/** How many globs the parts stand for, or some number above the limit. */
function countResults(parts: readonly Part[]): number {
  let count = 1;
  for (const part of parts) {
    if (part.kind === 'choice') count *= part.options.reduce((sum, option) => sum + countResults(option), 0);
    if (count > maximumAlternatives) break;
  }
  return count;
}

function combine(parts: readonly Part[]): readonly FlatText[] {
  let results: readonly FlatText[] = [''];
  for (const part of parts) {
    const endings = part.kind === 'text' ? [part.text] : part.options.flatMap(combine);
    results = results.flatMap((beginning) => endings.map((ending) => beginning + ending));
  }
  return results;
}
