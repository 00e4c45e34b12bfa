import { refuse, type Refusal } from './refusal';

/**
 * One code point of a glob. An escaped one stands for itself, whatever it is; that is why braces can be expanded
 * and wildcards told from names without looking at backslashes again.
 */
export interface Character {
  readonly char: string;
  readonly isEscaped: boolean;
}

/** Whether the character is `char` and has its special meaning. */
export function isSpecial(character: Character | undefined, char: string): boolean {
  return character !== undefined && character.char === char && !character.isEscaped;
}

/** Whether the character stands for other characters: `*` or `?`. */
export function isWildcard(character: Character): boolean {
  return isSpecial(character, '*') || isSpecial(character, '?');
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

/** The characters as they would be written. */
export function writeCharacters(characters: readonly Character[]): string {
  return characters.map(({ char, isEscaped }) => (isEscaped ? `\\${char}` : char)).join('');
}
