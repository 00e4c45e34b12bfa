/**
 * A text in parts: what stands at the top, and each definition beneath `people`, `teams`, `aors` and `roles`. Lines alone
 * tell them apart, and what a part says depends on nothing but its own text, so each is read by itself: fast where it is
 * plain, else by way of the `yaml` package, and not at all where it was read before.
 */
import { moved } from './moved';
import { columnOf, endOfPart, firstBeneath, isContent, isOutside, nextContent } from './partLines';
import { readKey } from './plainLine';
import type { PlainEntry, PlainMap } from './plainTree';
import { isUsual, readPlainYaml } from './plainYaml';
import { readYaml, type YamlText } from './yaml';

/** Something with a key, as it was read. */
export interface Part {
  /** From its key to whatever comes next. */
  readonly text: string;
  /** The column of its key. */
  readonly column: number;
  /** Its offsets count from `origin` characters in front of the part. */
  readonly entry: PlainEntry;
  readonly origin: number;
  /** Where the map that it is the last one of ends, and what is around that map. */
  readonly end: number;
  readonly outerEnd: number;
}

/** The definitions of a text by id, by section. */
export type Parts = ReadonlyMap<string, ReadonlyMap<string, Part>>;

export interface PartedText {
  /** `null`: the text is empty or holds only comments. */
  readonly root: PlainMap | null;
  readonly parts: Parts;
}

/** The keys of the top whose definitions are parts. */
export const sections: ReadonlySet<string> = new Set(['people', 'teams', 'aors', 'roles']);

/** What `yaml` takes for the beginning of a line where there is none, or for a mark of its own. */
export const misleading = /[\0-\x08\v\f\x0e-\x1f\x7f\ufeff]|\r(?!\n)/;

/**
 * Reads a text in parts; in steps, one for each. `known`: those of an earlier text. Gives `null` where the text falls
 * into no such parts, or has any problem: then it is to be read as a whole. Never throws.
 */
export function* readParts(text: string, known: Parts): Generator<undefined, PartedText | null> {
  const parts = new Map<string, ReadonlyMap<string, Part>>();
  const entries = new Map<string, PlainEntry>();
  const start = nextContent(text, 0);
  let end = start;
  if (misleading.test(text) || !isUsual(text.slice(0, start))) return null;
  for (let at = start; at < text.length;) {
    const key = columnOf(text, at) === 0 ? readKey(text, at, false) : null;
    if (key === null || entries.has(key.text)) return null;
    const first = sections.has(key.text) ? firstBeneath(text, key) : null;
    if (first === null) {
      const next = endOfPart(text, at, 0);
      const part = readPart(text.slice(at, next), 0);
      if (part?.entry.key.text !== key.text) return null;
      entries.set(key.text, moved(part.entry, at));
      end = at + part.outerEnd;
      at = next;
      yield;
    } else {
      const section = isUsual(text.slice(at, first)) ? yield* readSection(text, first, known.get(key.text)) : null;
      if (section === null) return null;
      parts.set(key.text, section.parts);
      entries.set(key.text, { key, value: section.map });
      ({ outerEnd: end, next: at } = section);
    }
  }
  const root: PlainMap | null = entries.size === 0 ? null : { kind: 'map', entries: [...entries.values()], start, end };
  return { root, parts };
}

interface Section {
  readonly parts: ReadonlyMap<string, Part>;
  readonly map: PlainMap;
  readonly outerEnd: number;
  /** Where the next entry of the top begins. */
  readonly next: number;
}

function* readSection(
  text: string,
  start: number,
  known: ReadonlyMap<string, Part> | undefined,
): Generator<undefined, Section | null> {
  const parts = new Map<string, Part>();
  const column = columnOf(text, start);
  const entries: PlainEntry[] = [];
  let end = start;
  let outerEnd = start;
  let at = start;
  do {
    const key = readKey(text, at, false);
    if (key === null || parts.has(key.text)) return null;
    const before = known?.get(key.text);
    const isKnown = before?.column === column && stands(before, text, at);
    const part = isKnown ? before : readPart(text.slice(at, endOfPart(text, at, column)), column);
    if (part?.entry.key.text !== key.text) return null;
    parts.set(key.text, part);
    const by = at - part.origin;
    entries.push({ key: part.entry.key, value: part.entry.value, by });
    end = part.end + by;
    outerEnd = part.outerEnd + by;
    at += part.text.length;
    yield;
  } while (at < text.length && columnOf(text, at) === column);
  return { parts, map: { kind: 'map', entries, start, end }, outerEnd, next: at };
}

/** Whether a part that was read before stands here, whole and with nothing more to it. */
function stands(part: Part, text: string, at: number): boolean {
  if (!text.startsWith(part.text, at)) return false;
  const next = at + part.text.length;
  return next === text.length || (isContent(text, next) && isOutside(text, next, part.column));
}

/** A part of more characters than these would keep `yaml` busy for too long. */
export const largestUnplain = 10_000;

/** Reads a part in the place of one like it in a small text. */
function readPart(part: string, column: number): Part | null {
  const before = column === 0 ? '' : `x:\n${' '.repeat(column)}`;
  const text = before + part;
  const plain = readPlainYaml(text);
  if (plain === null && text.length > largestUnplain) return null;
  const found = only(plain === null ? readYaml(text) : { root: plain.root, problems: [] }, column);
  if (found?.entry.key.start !== before.length) return null;
  if (plain === null && !endsByItself(text, column, found.entry)) return null;
  // Cut from the small text, so that it does not keep the large one in memory.
  return { text: text.slice(before.length), column, origin: before.length, ...found };
}

/** The one entry of a map, and where the map and what is around it end. */
function only({ root, problems }: YamlText, column: number): Pick<Part, 'entry' | 'end' | 'outerEnd'> | null {
  if (problems.length > 0 || root?.kind !== 'map') return null;
  const map = column === 0 ? root : root.entries[0]?.value;
  const [entry, ...others] = map?.kind === 'map' ? map.entries : [];
  if (map == null || entry === undefined || others.length > 0) return null;
  return { entry, end: map.end, outerEnd: root.end };
}

/** `yaml` takes some texts of several lines to go on in a line that is not indented. */
function endsByItself(text: string, column: number, entry: PlainEntry): boolean {
  if (!/\n *$/.test(text)) return true;
  const { root, problems } = readYaml(`${text}~: ~`);
  const map = column === 0 || root?.kind !== 'map' ? root : root.entries[0]?.value;
  return problems.length === 0 && map?.kind === 'map' && JSON.stringify(map.entries[0]) === JSON.stringify(entry);
}
