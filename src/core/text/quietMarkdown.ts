/** Untrusted text for Markdown that leaves the machine: a description, a comment, a message in a chat. */
import { visible } from './visible';

/**
 * What Markdown takes for something else than text. An underscore within a word does nothing. Characters that mean
 * something at the start of a line only are escaped there only: where Markdown is not rendered, every escape disturbs.
 */
const meaning = /[\\`*[\]<>~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)|:(?=\/\/)|(?<=www)\./giu;
const meaningAtStart = /^(?:[-+#=]|\d+(?=[.)]))/;

/**
 * The text in one line that reads as that text. A zero-width space behind `@`, and behind what makes references of
 * numbers and names on some forges, keeps it from telling or linking anybody or anything: forges look for them after
 * escapes are gone.
 */
export const quiet = (text: string): string =>
  visible(text.replace(/[^\S\n\r\t]+/gu, ' ').trim())
    .replace(meaning, '\\$&')
    .replace(meaningAtStart, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`))
    .replace(/@|[#!~%$&](?=\\?["'_\p{L}\p{N}])/gu, '$&\u200B');
