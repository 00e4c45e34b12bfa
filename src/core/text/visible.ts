/**
 * Control characters, line and paragraph separators, bidirectional controls and other invisible format characters.
 * In a title or a path they can make a text read as something it is not (CVE-2021-42574, "Trojan Source").
 */
const hidden =
  /[\p{Cc}\p{Cf}\u2028\u2029\uFFF9-\uFFFB]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;

/** Joiners belong to emoji and to several scripts and are harmless between visible characters. */
const joiners = new Set(['\u200C', '\u200D']);

/** The text in one line with every character that would not be seen written as an escape: `\n`, `\u{202E}`. */
export function visible(text: string): string {
  return text.replace(hidden, (character) => {
    if (joiners.has(character)) return character;
    if (character === '\n') return '\\n';
    if (character === '\r') return '\\r';
    if (character === '\t') return '\\t';
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
  });
}
