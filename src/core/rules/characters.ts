import { refuse, type Refusal } from './refusal';

/** One code point of a glob as written. An escaped one stands for itself, whatever it is. */
export interface Character {
  readonly char: string;
  readonly isEscaped: boolean;
}

/** Whether the character is `char` and has its special meaning. */
export function isSpecial(character: Character | undefined, char: string): boolean {
  return character !== undefined && character.char === char && !character.isEscaped;
}

/** Takes the backslashes out of a glob. Refuses `\/`, which no path can match, and a backslash with nothing behind it. */
export function readCharacters(text: string): readonly Character[] | Refusal {
  const characters: Character[] = [];
  let isEscaped = false;
  for (const char of text) {
    if (isEscaped && char === '/')
      return refuse('\\/', 'A `/` cannot be escaped: write `/`, or `\\\\` for a backslash');
    if (!isEscaped && char === '\\') {
      isEscaped = true;
      continue;
    }
    characters.push({ char, isEscaped });
    isEscaped = false;
  }
  if (isEscaped) return refuse('\\', 'A `\\` at the end escapes nothing: remove it, or write `\\\\` for a backslash');
  return characters;
}

/**
 * A glob without alternatives: only what would mean something else without is behind a backslash. Braces and commas
 * are plain, for they have had their say. It is text again because a thousand alternatives are joined as text at once.
 */
export type FlatText = string;

/** Writes characters whose braces are plain. */
export function flatten(characters: readonly Character[]): FlatText {
  return characters.map(({ char, isEscaped }) => (isEscaped && /[\\*?!(:]/.test(char) ? `\\${char}` : char)).join('');
}

/** The name a flat text without wildcards stands for. */
export function nameOf(text: FlatText): string {
  return text.replace(/\\(.)/gsu, '$1');
}
