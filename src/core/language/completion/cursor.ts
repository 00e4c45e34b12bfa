import { isBlockText, readLine, commentStart, type WrittenLine } from './lines';
import { readFlow } from './flow';

/** Where the cursor stands in an ownership file that is being typed. Offsets are UTF-16 units. */
export interface Cursor {
  /** The keys on the way to the map or list it stands in, or to the value that is typed. */
  readonly path: readonly string[];
  /** `key`: a key of that map is typed. `value`: the value of the last key. `item`: an item of its list, or a key of a map in it. */
  readonly role: 'key' | 'value' | 'item';
  /** What was typed so far, with its quotes, and where that starts. */
  readonly typed: string;
  readonly start: number;
  /** Behind the word the cursor is in. */
  readonly end: number;
  /** A colon follows: the word is a key that is there already. */
  readonly isKeyed: boolean;
  /** Inside `[ ]` or `{ }`. */
  readonly isFlow: boolean;
  /** The other keys of the map, with their values on the same line. */
  readonly siblings: ReadonlyMap<string, string>;
  /** How many spaces stand before the key; for a snippet of several lines. */
  readonly indent: number;
}

/** Finds out where an offset of a text is. `null`: in a comment, or in a text of several lines. Never throws. */
export function cursorAt(text: string, offset: number): Cursor | null {
  const lines = text
    .slice(0, offset)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const written = lines.pop() ?? '';
  const [behind = ''] = /^[^\r\n]*/.exec(text.slice(offset)) ?? [];
  const lineStart = offset - written.length;
  const line = readLine(written) ?? {
    dashes: [],
    column: written.length,
    key: null,
    valueColumn: written.length,
    value: '',
  };
  // In front of something else on its line nothing begins, nor right behind a colon or a dash.
  if (commentStart(written) >= 0 || /:$|(^|\s)-$/.test(written)) return null;
  if (/(^|[\s,[{])$/.test(written) && /^(\s+[^\s#\]},]|[#[{"'|>])/.test(behind)) return null;
  const above = linesAbove(lines);
  if (isInBlockText(above, line, written)) return null;

  const container = containerOf(above, line);
  if (container === null) return null;
  const siblings = new Map([...container.siblings, ...siblingsBelow(text, offset, line)]);
  const common = { siblings, indent: line.column };
  const raw = written.slice(line.valueColumn);
  const path = line.key === null ? container.path : [...container.path, line.key];
  if (raw.startsWith('[') || raw.startsWith('{')) {
    const flow = readFlow(raw);
    if (flow === null || isClosed(flow.typed)) return null;
    const start = lineStart + line.valueColumn + flow.start;
    const end = /^["']/.test(flow.typed)
      ? wordBehind(flow.typed, behind)
      : (/^[^,\]}\s:]*/.exec(behind)?.[0].length ?? 0);
    return {
      ...common,
      path: [...path, ...flow.keys],
      role: flow.inside === 'list' ? 'item' : flow.isValue ? 'value' : 'key',
      typed: flow.typed,
      start,
      end: offset + end,
      isKeyed: isColonNext(behind.slice(end)),
      isFlow: true,
      siblings: new Map(flow.before.map((key) => [key, ''])),
    };
  }
  if (isClosed(raw)) return null;
  const start = lineStart + line.valueColumn;
  const length = wordBehind(raw, behind);
  const isKeyed = isColonNext(behind.slice(length));
  // Between a key and what stands beneath it no other key may come.
  if (line.key === null && isHeldBelow(text, offset, line)) return null;
  const role = line.key !== null ? 'value' : line.dashes.length > 0 ? 'item' : 'key';
  return { ...common, path, role, typed: raw, start, end: offset + length, isKeyed, isFlow: false };
}

/** A text in quotes that has ended. */
const isClosed = (typed: string): boolean => /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'(?!'))/.test(typed);

const isColonNext = (behind: string): boolean => /^\s*:(\s|$)/.test(behind);

/** What belongs to the word behind the cursor: up to a quote, a key's colon, a comment or the end. */
function wordBehind(typed: string, behind: string): number {
  const quote = /^["']/.exec(typed)?.[0];
  if (quote !== undefined) {
    const end = behind.indexOf(quote);
    return end < 0 ? behind.trimEnd().length : end + 1;
  }
  return /^(?:[^\s:#]|:(?=\S))*/.exec(behind)?.[0].length ?? 0;
}

/** The lines above, the nearest first, each read once and only when it is looked at. */
function linesAbove(lines: readonly string[]): () => Generator<WrittenLine> {
  const known: (WrittenLine | null)[] = [];
  return function* () {
    for (let back = 0; back < lines.length; back++) {
      const line = (known[back] ??= readLine(lines[lines.length - 1 - back] ?? ''));
      if (line !== null) yield line;
    }
  };
}

interface Container {
  readonly path: readonly string[];
  readonly siblings: ReadonlyMap<string, string>;
}

/** What is looked for above: the map whose keys stand at a column, or the key whose list has dashes there. */
interface Sought {
  readonly what: 'map' | 'list';
  readonly column: number;
  /** Dashes of the same line further left. */
  readonly outer: readonly number[];
}

const around = (column: number, dashes: readonly number[]): Sought => {
  const dash = dashes.at(-1);
  return dash === undefined
    ? { what: 'map', column, outer: [] }
    : { what: 'list', column: dash, outer: dashes.slice(0, -1) };
};

/** The keys around a line: of lines above that stand further left. */
function containerOf(above: () => Generator<WrittenLine>, line: WrittenLine): Container | null {
  const path: string[] = [];
  const siblings = new Map<string, string>();
  let sought = around(line.column, line.dashes);
  let isOwnMap = sought.what === 'map';
  for (const other of above()) {
    const { what, column } = sought;
    if (column === 0 && what === 'map' && !isOwnMap) break;
    // A list has items here, not keys.
    if (what === 'map' && other.dashes.includes(column)) return null;
    if (other.key === null) {
      // A text stands where a map would have to.
      if (what === 'map' && other.column === column) return null;
      continue;
    }
    if (what === 'map' && other.column === column) {
      if (isOwnMap) siblings.set(other.key, other.value);
      if (other.dashes.length > 0) {
        sought = around(column, other.dashes);
        isOwnMap = false;
      }
      continue;
    }
    // A dash may stand right below the key it belongs to; other items of its list do not count.
    const isAbove = what === 'list' ? other.column <= column && !other.dashes.includes(column) : other.column < column;
    if (!isAbove) continue;
    // What has a value on its own line has nothing beneath.
    if (other.value !== '') return null;
    path.unshift(other.key);
    isOwnMap = false;
    sought = around(other.column, other.dashes);
  }
  return { path, siblings };
}

/** Whether the next line belongs to something above, which a key or an item here would part from it. */
function isHeldBelow(text: string, offset: number, { column, dashes }: WrittenLine): boolean {
  const [, ...below] = text.slice(offset).split(/\r?\n/, 50);
  for (const written of below) {
    const line = readLine(written);
    if (line === null) continue;
    const start = line.dashes[0] ?? line.column;
    const own = dashes[0] ?? column;
    return start > own || (start === own && line.dashes.length > 0 && dashes.length === 0);
  }
  return false;
}

/** Keys of the same map that stand below. */
function siblingsBelow(text: string, offset: number, { column, key }: WrittenLine): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (key !== null) return found;
  const [, ...below] = text.slice(offset).split(/\r?\n/);
  for (const written of below) {
    const line = readLine(written);
    if (line === null) continue;
    if (line.column < column || line.dashes.length > 0) break;
    if (line.column === column && line.key !== null) found.set(line.key, line.value);
  }
  return found;
}

/** Whether the line belongs to a text that began with `|` or `>` above. */
function isInBlockText(above: () => Generator<WrittenLine>, line: WrittenLine, written: string): boolean {
  const indent = written.trim() === '' ? written.length : (line.dashes[0] ?? line.column);
  let least = indent;
  for (const other of above()) {
    if (least === 0) return false;
    const column = other.dashes[0] ?? other.column;
    if (column >= least) continue;
    if (isBlockText(other)) return true;
    least = column;
  }
  return false;
}
