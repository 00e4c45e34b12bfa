/** People to ask in a commit message. Source of the form: `git help interpret-trailers`. */
import { visible, type Person } from '../../core';

/**
 * `Cc: Ana Ruiz <ana@acme.dev>`; `null` for somebody without an address. `Cc` and not `Reviewed-by`: nobody has reviewed
 * anything yet, and whoever reads the history later takes `Reviewed-by` for a fact.
 */
export function trailerOf({ name, emails }: Person): string | null {
  const [email] = emails;
  if (email === undefined || !/^[^\s<>]+@[^\s<>]+$/.test(email)) return null;
  return `Cc: ${visible(name)
    .replace(/[<>\r\n]/g, ' ')
    .trim()} <${visible(email)}>`;
}

const isTrailer = (line: string): boolean => /^[A-Za-z][A-Za-z-]*: \S/.test(line) || /^\s+\S/.test(line);

/** The message with the trailers at its end, each once. What is there stays as it is; a second time changes nothing. */
export function withTrailers(message: string, trailers: readonly string[]): string {
  const present = new Set(message.split('\n').map((line) => line.trim().toLowerCase()));
  const missing = trailers.filter((trailer) => !present.has(trailer.toLowerCase()));
  if (missing.length === 0) return message;
  const text = message.trimEnd();
  const paragraphs = text.split(/\n[^\S\n]*\n/);
  const last = paragraphs.at(-1) ?? '';
  // A title is no trailer, even if it looks like one: `fix: charge once`.
  const hasTrailers = paragraphs.length > 1 && last.split('\n').every(isTrailer);
  return `${text}${hasTrailers ? '\n' : '\n\n'}${missing.join('\n')}`;
}
