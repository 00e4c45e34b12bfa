import type { PlainScalar, Range } from '../../file/plainTree';

/** One UTF-16 unit of a scalar's text, and the characters of the file it is written with. */
export interface ScalarUnit extends Range {
  readonly char: string;
}

/** What a backslash in double quotes gives, as far as it gives one unit and may stand in a glob. */
const escapes: Readonly<Record<string, string>> = { '\\': '\\', '"': '"', '/': '/', ' ': ' ' };

/** The units of a scalar on one line; empty where it is written in a way that is not taken apart here. */
export function scalarUnits(text: string, { text: value, start, end }: PlainScalar): readonly ScalarUnit[] {
  const written = text.slice(start, end);
  const quote = /^(["'])[^\r\n]*\1$/.exec(written)?.[1];
  const units = quote === undefined ? unitsOf(written, start) : quotedUnits(written.slice(1, -1), quote, start + 1);
  return units.map(({ char }) => char).join('') === value ? units : [];
}

const unitsOf = (written: string, start: number): ScalarUnit[] =>
  Array.from({ length: written.length }, (_, index) => ({
    char: written.charAt(index),
    start: start + index,
    end: start + index + 1,
  }));

function quotedUnits(written: string, quote: string, start: number): ScalarUnit[] {
  const pattern = quote === '"' ? /\\.|[^\\]/gs : /''|[^']/gs;
  return Array.from(written.matchAll(pattern), ({ 0: part, index }) => ({
    char: part === "''" ? "'" : part.length === 2 ? (escapes[part.charAt(1)] ?? '') : part,
    start: start + index,
    end: start + index + part.length,
  }));
}
