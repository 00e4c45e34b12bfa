import type { Source } from '../model';
import { loadRegexCheck, type RegexCheck } from '../review/regex';
import { readFile, type FileContent } from './readFile';

/**
 * Gives what one file says. What it gives can be sent between threads. Never rejects where the regular-expression
 * engine can be loaded.
 */
export type TextReader = (source: Source, isEntry: boolean) => Promise<FileContent>;

let engine: Promise<RegexCheck> | null = null;

/** Reads at once, here. */
export const readText: TextReader = async (source, isEntry) => {
  // Without the engine no expression is checked, so it is loaded wherever the word could be a key.
  const check = source.text.includes('content') ? await (engine ??= loadRegexCheck()) : () => null;
  return readFile(source, isEntry, check);
};
