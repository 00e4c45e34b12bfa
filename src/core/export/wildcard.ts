/** Names and patterns of names. */

/** `*`, `?`, or what one character has to be. */
export type NameToken = 'star' | 'one' | ((character: string) => boolean);

/** Whether a name fits; greedy, going back to the last star alone, so never slow. Both in code points. */
export function fitsName(name: readonly string[], tokens: readonly NameToken[]): boolean {
  let star = -1;
  let from = 0;
  let at = 0;
  let place = 0;
  while (at < name.length) {
    const token = tokens[place];
    if (token === 'star') {
      star = place++;
      from = at;
    } else if (token !== undefined && (token === 'one' || token(name[at] ?? ''))) {
      place++;
      at++;
    } else if (star >= 0) {
      place = star + 1;
      at = ++from;
    } else {
      return false;
    }
  }
  while (tokens[place] === 'star') place++;
  return place === tokens.length;
}

/** A token for exactly one character. */
export const exactly =
  (wanted: string): NameToken =>
  (character) =>
    character === wanted;
