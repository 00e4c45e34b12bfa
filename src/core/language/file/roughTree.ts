/**
 * The tree of a text that is being written. Each definition is read by itself, as `parts.ts` does, but what is broken in
 * one is not the end of it: it costs and loses that one alone. `yaml` takes 90 ms for a text of 700 AORs, and a broken
 * line may cost it all that follows; here it is the one AOR, and the rest is known from before.
 */
import { moved } from '../../file/moved';
import { columnOf, endOfPart, firstBeneath, nextContent } from '../../file/partLines';
import { largestUnplain, misleading, sections } from '../../file/parts';
import { readKey } from '../../file/plainLine';
import { readPlainYaml } from '../../file/plainYaml';
import type { PlainEntry, PlainMap, PlainNode } from '../../file/plainTree';
import { readYaml } from '../../file/yaml';

interface RoughPart {
  /** Its offsets count from `origin` characters in front of the part; `null`: nothing can be made out. */
  readonly entry: PlainEntry | null;
  readonly origin: number;
  /** The same at its place in the text that was read last. */
  at: number;
  placed: PlainEntry | null;
}

/** What was read of an earlier text: of a later one only the parts that are others are read. */
export interface RoughMemory {
  parts: ReadonlyMap<string, RoughPart>;
}

export const emptyRoughMemory = (): RoughMemory => ({ parts: new Map() });

/** A second document, a directive, or the end of one. */
const unusual = /^(?:---|\.\.\.|%)/m;

/**
 * The map at the top, with the entries that can be made out; of two with one key the first. `undefined`: the text has no
 * such parts and is to be read as a whole. Never throws.
 */
export function roughTree(text: string, memory: RoughMemory): PlainMap | undefined {
  if (misleading.test(text) || unusual.test(text)) return undefined;
  const parts = new Map<string, RoughPart>();
  const start = nextContent(text, 0);
  const top = new Map<string, PlainEntry>();
  let tooLarge = 0;

  function read(at: number, end: number, column: number, into: Map<string, PlainEntry>): void {
    const name = `${column} ${text.slice(at, end)}`;
    const part = memory.parts.get(name) ?? readPart(text.slice(at, end), column, at);
    if (part === null) {
      tooLarge++;
      return;
    }
    parts.set(name, part);
    if (part.at !== at) {
      part.placed = moved(part.entry, at - part.origin);
      part.at = at;
    }
    if (part.placed !== null && !into.has(part.placed.key.text)) into.set(part.placed.key.text, part.placed);
  }

  /** The map beneath a key of the top. Whatever stands further out than its keys is passed over. */
  function section(first: number): PlainMap {
    const column = columnOf(text, first);
    const entries = new Map<string, PlainEntry>();
    let at = first;
    while (at < text.length && columnOf(text, at) > 0) {
      const here = columnOf(text, at);
      const end = endOf(text, at, here);
      if (here === column) read(at, end, column, entries);
      at = end;
    }
    return { kind: 'map', entries: [...entries.values()], start: first, end: at };
  }

  for (let at = start; at < text.length && tooLarge === 0;) {
    if (columnOf(text, at) > 0) return undefined;
    const key = readKey(text, at, false);
    const first = key !== null && sections.has(key.text) ? firstBeneath(text, key) : null;
    if (key !== null && first !== null) {
      const map = section(first);
      if (!top.has(key.text)) top.set(key.text, { key, value: map });
      at = map.end;
    } else {
      const end = endOf(text, at, 0);
      read(at, end, 0, top);
      at = end;
    }
  }
  if (tooLarge > 0 || top.size === 0) return undefined;
  memory.parts = parts;
  return { kind: 'map', entries: [...top.values()], start, end: text.length };
}

/** A bracket may close where the key stands that it belongs to. */
function endOf(text: string, at: number, column: number): number {
  let end = endOfPart(text, at, column);
  while ((text[end] === ']' || text[end] === '}') && columnOf(text, end) === column) end = endOfPart(text, end, column);
  return end;
}

/** Reads a part in the place of one like it in a small text; `null`: it is too large to be read here. */
function readPart(part: string, column: number, at: number): RoughPart | null {
  const indent = ' '.repeat(column);
  const above = column === 0 ? '' : `x:\n${indent}`;
  const plain = readPlainYaml(above + part);
  if (plain !== null) return placed(entryIn(plain.root, column, above.length), above.length, at);
  if (part.length > largestUnplain) return null;
  // Beside another key, a word alone is taken for a key that is being typed.
  const before = `${above}~: ~\n${indent}`;
  return placed(entryIn(readYaml(before + part).root, column, before.length), before.length, at);
}

function entryIn(root: PlainNode | null, column: number, start: number): PlainEntry | null {
  const map = column === 0 || root?.kind !== 'map' ? root : (root.entries[0]?.value ?? null);
  return map?.kind === 'map' ? (map.entries.find(({ key }) => key.start === start) ?? null) : null;
}

const placed = (entry: PlainEntry | null, origin: number, at: number): RoughPart => ({
  ...{ entry, origin, at },
  placed: moved(entry, at - origin),
});
