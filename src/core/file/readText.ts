import type { Source } from '../model';
import { loadRegexCheck, type RegexCheck } from '../review/regex';
import { atOnce } from '../steps';
import { emptyMemory, type FileMemory } from './definitions';
import { readFile, readFileInParts, readWholeFile, type FileContent } from './readFile';

/**
 * Gives what one file says. What it gives can be sent between threads. Never rejects where the regular-expression
 * engine can be loaded.
 */
export type TextReader = (source: Source, isEntry: boolean) => Promise<FileContent>;

let engine: Promise<RegexCheck> | null = null;

/** Without the engine no expression is checked, so it is loaded wherever the word could be a key. */
const regexCheckFor = async (text: string): Promise<RegexCheck> =>
  text.includes('content') ? await (engine ??= loadRegexCheck()) : () => null;

/** Reads at once, here. */
export const readText: TextReader = async (source, isEntry) =>
  readFile(source, isEntry, await regexCheckFor(source.text));

/** The same for texts that do not fall into parts, without trying. */
export const readWholeText: TextReader = async (source, isEntry) =>
  readWholeFile(source, isEntry, await regexCheckFor(source.text));

/** Does steps, and gives back what they return. */
type Run = <T>(steps: Iterator<unknown, T>) => Promise<T>;

/** As many files as an ownership file may have. */
const maximumRemembered = 500;

/**
 * A reader that keeps what it read: of a file that has changed since, only the changed definitions are read again, and
 * globs that stay are the same objects. `readWhole` reads what does not fall into parts.
 */
export function createTextReader(
  run: Run = (steps) => Promise.resolve(atOnce(steps)),
  readWhole: TextReader = readWholeText,
): TextReader {
  const memories = new Map<string, FileMemory>();

  function memoryOf(name: string): FileMemory {
    const memory = memories.get(name) ?? emptyMemory();
    memories.delete(name);
    memories.set(name, memory);
    const [oldest] = memories.keys();
    if (memories.size > maximumRemembered && oldest !== undefined) memories.delete(oldest);
    return memory;
  }

  return async (source, isEntry) => {
    const memory = memoryOf(JSON.stringify([source.path, source.base, isEntry]));
    const check = await regexCheckFor(source.text);
    return (await run(readFileInParts(source, isEntry, check, memory))) ?? readWhole(source, isEntry);
  };
}
