/** How git writes a name in the header of a patch when `core.quotePath` is off. Source: `quote.c` of git. */

const escapes: Readonly<Record<string, string>> = {
  '\x07': 'a',
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\v': 'v',
  '\f': 'f',
  '\r': 'r',
  '"': '"',
  '\\': '\\',
};

/** A name, one UTF-16 unit a byte → the name as it is, or in quotes where it holds what would break a line. */
export function quoted(name: string): string {
  const escaped = name.replace(/[\x00-\x1F\x7F"\\]/g, (character) => {
    return `\\${escapes[character] ?? character.charCodeAt(0).toString(8).padStart(3, '0')}`;
  });
  return escaped === name ? name : `"${escaped}"`;
}

/** The line that begins the patch of a file. */
export const patchHeader = (before: string, after: string): string =>
  `diff --git ${quoted(`a/${before}`)} ${quoted(`b/${after}`)}`;
