/** Changes of a text: what is replaced, by what. Offsets are UTF-16, end exclusive. */

/** A range of one text and what stands there instead. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A replacement in a file: base-relative, `/`. */
export interface TextEdit extends Replacement {
  readonly file: string;
}

/** The text after the replacements, which do not overlap; several at one place are made in their order. */
export function applyReplacements(text: string, replacements: readonly Replacement[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: put } of inOrder(replacements)) {
    result += text.slice(at, start) + put;
    at = end;
  }
  return result + text.slice(at);
}

/** Sorting keeps the order of those that begin at one place. */
export const inOrder = (replacements: readonly Replacement[]): readonly Replacement[] =>
  [...replacements].sort((a, b) => a.start - b.start || a.end - b.end);

/** A part of the original text, or a new one. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

const lengthOf = (piece: Piece): number => ('text' in piece ? piece.text.length : piece.end - piece.start);

/** A text under change that remembers which of its parts are untouched, so that several steps become few replacements. */
export interface Changing {
  readonly pieces: readonly Piece[];
}

export const unchanged = (text: string): Changing => ({ pieces: [{ start: 0, end: text.length }] });

/** The text after more replacements, whose offsets count in the text as it was before them. */
export function change({ pieces }: Changing, replacements: readonly Replacement[]): Changing {
  const result: Piece[] = [];
  let at = 0;
  for (const { start, end, text } of inOrder(replacements)) {
    result.push(...slice(pieces, at, start), { text });
    at = end;
  }
  return { pieces: [...result, ...slice(pieces, at, Infinity)] };
}

function slice(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = lengthOf(piece);
    const start = Math.max(0, from - at);
    const end = Math.min(length, to - at);
    if (start < end)
      found.push(
        'text' in piece
          ? { text: piece.text.slice(start, end) }
          : { start: piece.start + start, end: piece.start + end },
      );
    at += length;
  }
  return found;
}

/** All changes since the original text, which was `length` long, as replacements in it. */
export function replacementsOf({ pieces }: Changing, length: number): readonly Replacement[] {
  const found: Replacement[] = [];
  let at = 0;
  let text = '';
  for (const piece of [...pieces, { start: length, end: length }]) {
    if ('text' in piece) {
      text += piece.text;
    } else {
      if (text !== '' || piece.start > at) found.push({ start: at, end: piece.start, text });
      text = '';
      at = piece.end;
    }
  }
  return found;
}
