/**
 * The plain part of YAML that ownership files are written in, read fast: block maps and lists of values that stand on
 * one line (`plainLine.ts`), comments and empty lines. Gives the tree that `yaml.ts` gives, offset for offset, or
 * `null` for a text with anything else in it, or anything doubtful, which is left to `yaml.ts`.
 */
import { isLineEnd, presentValue, readKey, readValue, skipSpaces } from './plainLine';
import type { PlainEntry, PlainItem, PlainMap, PlainList, PlainNode, PlainScalar } from './plainTree';

/** Control characters, lone carriage returns, what is a line end or a mark to some readers only, and the end of a document. */
const unusual = /[\0-\t\v\f\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\r(?!\n)|^\.{3}/m;

/** Far fewer than `yaml.ts` allows, so that its limit is never reached. */
const deepest = 40;

const space = 0x20;
const hash = 0x23;
const dash = 0x2d;

/** Whether a text has none of these. */
export const isUsual = (text: string): boolean => !unusual.test(text);

/** The tree of a plain text, with `null` for its root where it holds nothing but comments; `null`: not plain. Never throws. */
export function readPlainYaml(text: string): { readonly root: PlainNode | null } | null {
  if (!isUsual(text)) return null;
  const root = blockReader(text).read();
  return root === 'refused' ? null : { root };
}

/**
 * Where collections end, as `yaml` has it: behind the line of their last value, with the comments beneath it that are
 * indented further than the collection is. Comments at its own column are inside of it for what is around it alone,
 * and reach to the next key.
 */
function blockReader(text: string) {
  /** The next key or dash, or the end of the text, and its column, -1 at the end. */
  let at = 0;
  let column = 0;
  /** Behind what was read last, with the comments that belong to it. */
  let end = 0;
  /** The rightmost column of the other comments in front of `at`; -1: there are none. */
  let commentColumn = -1;

  function lineAfter(from: number): number {
    const next = text.indexOf('\n', from);
    return next < 0 ? text.length : next + 1;
  }

  /** From the start of a line to the next key or dash. `indent`: comments further in belong to what is above. */
  function skipLines(from: number, indent: number): void {
    let line = from;
    end = from;
    commentColumn = -1;
    while (line < text.length) {
      at = skipSpaces(text, line);
      column = at - line;
      const code = text.charCodeAt(at);
      if (code !== hash && !isLineEnd(code)) return;
      line = lineAfter(at);
      if (code !== hash) continue;
      if (commentColumn < 0 && column > indent) end = line;
      else commentColumn = Math.max(commentColumn, column);
    }
    at = text.length;
    column = -1;
  }

  /** The comment at the end of a line, or the line's end; -1 where something else follows. */
  function afterValue(from: number): number {
    const next = skipSpaces(text, from);
    const code = text.charCodeAt(next);
    return isLineEnd(code) || (code === hash && next > from) ? next : -1;
  }

  /** A value that ends its line. */
  function readLine(from: number, indent: number): PlainNode | null {
    const node = readValue(text, from, false);
    const after = node === null ? -1 : afterValue(node.end);
    if (node === null || after < 0) return null;
    skipLines(lineAfter(after), indent);
    return node.kind === 'scalar' && text.charCodeAt(after) === hash ? withComment(node, after) : node;
  }

  function withComment(node: PlainScalar, start: number): PlainScalar {
    const [comment = ''] = /^#[^\s#!-][^\r\n]*/.exec(text.slice(start, lineAfter(start))) ?? [];
    return comment === '' ? node : { ...node, tightComment: { start, end: start + comment.length } };
  }

  const isAtDash = (): boolean => text.charCodeAt(at) === dash && text.charCodeAt(at + 1) === space;

  /** What stands beneath a key that has nothing behind it. */
  function readBeneath(from: number, indent: number, depth: number): PlainNode | 'none' | 'refused' {
    const after = afterValue(from);
    if (after < 0) return 'refused';
    skipLines(lineAfter(after), Infinity);
    const hasComment = commentColumn >= 0 || text.charCodeAt(after) === hash;
    if (column > indent || (column === indent && isAtDash())) {
      return (isAtDash() ? readList(column, depth + 1) : readMap(column, depth + 1)) ?? 'refused';
    }
    commentColumn = -1;
    end = hasComment ? at : after;
    return 'none';
  }

  function readEntry(key: PlainScalar, indent: number, depth: number): PlainEntry | null {
    const after = skipSpaces(text, key.end + 1);
    const code = text.charCodeAt(after);
    if (isLineEnd(code) || code === hash) {
      const value = readBeneath(key.end + 1, indent, depth);
      return value === 'refused' ? null : { key, value: value === 'none' ? null : value };
    }
    const value = readLine(after, indent);
    return value === null ? null : { key, value: presentValue(value) };
  }

  /** Reads on to a key or dash that is no part of it. */
  function readMap(indent: number, depth: number): PlainMap | null {
    if (depth > deepest) return null;
    const start = at;
    const entries: PlainEntry[] = [];
    const keys = new Set<string>();
    do {
      const key = readKey(text, at, false);
      const entry = key === null || keys.has(key.text) ? null : readEntry(key, indent, depth);
      if (entry === null) return null;
      keys.add(entry.key.text);
      entries.push(entry);
    } while (column === indent);
    return column > indent ? null : { kind: 'map', entries, start, end: endOf(indent) };
  }

  function readList(indent: number, depth: number): PlainList | null {
    if (depth > deepest) return null;
    const start = at;
    const items: PlainItem[] = [];
    do {
      const item = readItem(indent, depth);
      if (item === null) return null;
      items.push({ value: presentValue(item), start: item.start, end: item.end, tightComment: null });
    } while (column === indent && isAtDash());
    return column > indent ? null : { kind: 'list', items, start, end: endOf(indent) };
  }

  /** An item that is a map of several lines begins behind the dash. */
  function readItem(indent: number, depth: number): PlainNode | null {
    const start = skipSpaces(text, at + 1);
    if (readKey(text, start, false) === null) return readLine(start, indent);
    column = indent + start - at;
    at = start;
    return readMap(column, depth + 1);
  }

  /** Where a collection ends. Moves `end` behind the comments that what is around it takes for a part of it. */
  function endOf(indent: number): number {
    const own = end;
    if (indent > 0 && commentColumn >= indent) {
      end = at;
      commentColumn = -1;
    }
    return own;
  }

  return {
    read(): PlainNode | null | 'refused' {
      skipLines(0, Infinity);
      if (column < 0) return null;
      return column > 0 ? 'refused' : (readMap(0, 0) ?? 'refused');
    },
  };
}
