import type { Source } from '../model';
import { loadRegexCheck, type RegexCheck } from '../review/regex';
import { atOnce } from '../steps';
import { emptyMemory, type FileMemory } from './definitions';
import { readFileInParts, readWholeFile, type FileContent } from './readFile';
import { readYaml, type YamlText } from './yaml';

/** Gives what one file says. Never rejects where the regular-expression engine can be loaded. */
export type TextReader = (source: Source, isEntry: boolean) => Promise<FileContent>;

let engine: Promise<RegexCheck> | null = null;

/** Without the engine no expression is checked, so it is loaded wherever the word could be a key. */
const regexCheckFor = async (text: string): Promise<RegexCheck> =>
  text.includes('content') ? await (engine ??= loadRegexCheck()) : () => null;

/** Does steps, and gives back what they return. */
type Run = <T>(steps: Iterator<unknown, T>) => Promise<T>;

/** Gives the tree of a whole text. */
type Parse = (text: string) => YamlText | Promise<YamlText>;

/** Reads at once, here, and forgets. */
export const readText: TextReader = (source, isEntry) => createTextReader()(source, isEntry);

/** As many files as an ownership file may have. */
const maximumRemembered = 500;

/**
 * A reader that keeps what it read: of a file that has changed since, only the changed definitions are read again, and
 * globs that are still there are the same objects. `parse` is asked where a text does not fall into parts.
 */
export function createTextReader(
  run: Run = (steps) => Promise.resolve(atOnce(steps)),
  parse: Parse = readYaml,
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
    const content = await run(readFileInParts(source, isEntry, check, memory));
    return content ?? run(readWholeFile(source, isEntry, check, await parse(source.text), memory));
  };
}
