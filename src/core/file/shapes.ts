/**
 * How values are read: small shapes that turn a plain node into a typed value, or report what is wrong and give
 * `null`. The tables made of them (`people.ts`, `aors.ts`, …) are what the ownership file may say.
 */
import type { Day, ProblemCode, Ref, Span } from '../model';
import { isDay } from '../people/days';
import type { GlobResult } from '../rules/glob';
import { nearest } from '../text/nearest';
import { moved } from './moved';
import type { IdKind, Takes, TakesMap, TextFormat } from './takes';
import type { PlainEntry, PlainItem, PlainList, PlainMap, PlainNode, PlainScalar, Range } from './plainTree';

/** The file being read, and where its problems go. */
export interface ReadContext {
  /** Base-relative path of the file. */
  readonly file: string;
  /** The folder its globs are relative to. */
  readonly base: string;
  readonly isEntry: boolean;
  /** What the places in the tree are to be moved by. */
  readonly by: number;
  /** What is wrong with a regular expression; `null`: nothing. */
  regexProblem(source: string): string | null;
  glob(text: string): GlobResult;
  /** Takes a place in the tree. */
  report(code: ProblemCode, at: Range, message: string): void;
  /** Whether globs with alternatives, and these further ones, are still read. */
  hasRoomForAlternatives(further?: number): boolean;
  /** Says what a glob that was read stands for. */
  countAlternatives(count: number): void;
}

export const spanOf = ({ file, by }: ReadContext, { start, end }: Range): Span => ({
  file,
  start: start + by,
  end: end + by,
});

/** Reads one kind of value. `null` stands for nothing: an empty value, or one that was reported and is ignored. */
export interface Shape<T> {
  (node: PlainNode, context: ReadContext): T | null;
  readonly takes: Takes;
}

/** A shape of its own: what it takes, and how it is read. */
export const shape = <T>(takes: Takes, read: (node: PlainNode, context: ReadContext) => T | null): Shape<T> =>
  Object.assign(read, { takes });

const names = { scalar: 'a text', map: 'a map', list: 'a list' } as const;

export const wrongType = (context: ReadContext, node: PlainNode, expected: string): null => {
  context.report('wrong-type', node, `Expected ${expected}, found ${names[node.kind]}.`);
  return null;
};

/** One value; a list of one stands for its value. */
function one(node: PlainNode, context: ReadContext, expected: string): PlainNode | null {
  if (node.kind !== 'list') return node;
  const [first, ...more] = node.items;
  return more.length > 0 ? wrongType(context, node, expected) : (first?.value ?? null);
}

/** A shape for texts that not every text satisfies. `parse` gives the value or what is wrong. */
export function scalar<T>(
  takes: Takes,
  expected: string,
  parse: (text: string, node: PlainScalar, context: ReadContext) => T | null,
): Shape<T> {
  return shape(takes, (node, context) => {
    const single = one(node, context, expected);
    if (single === null) return null;
    if (single.kind !== 'scalar') return wrongType(context, single, expected);
    const value = parse(single.text, single, context);
    if (value === null)
      context.report('bad-value', single, `Expected ${expected}, found ${JSON.stringify(single.text)}.`);
    return value;
  });
}

const textAs = (format: TextFormat): Shape<string> => scalar({ kind: 'text', format }, 'a text', (value) => value);

export const text: Shape<string> = textAs('plain');
export const markdown: Shape<string> = textAs('markdown');
/** A path from the root, or a URL. */
export const place: Shape<string> = textAs('place');
export const expression: Shape<string> = textAs('expression');

export const day: Shape<Day> = scalar({ kind: 'day' }, 'a day as YYYY-MM-DD', (value) => (isDay(value) ? value : null));

export const flag: Shape<boolean> = scalar({ kind: 'choice', values: ['true', 'false'] }, 'true or false', (value) =>
  value === 'true' ? true : value === 'false' ? false : null,
);

const refTo = (to: IdKind): Shape<Ref> =>
  scalar({ kind: 'id', to }, 'an id', (id, node, context) => ({ id, at: spanOf(context, node) }));

export const person: Shape<Ref> = refTo('person');
export const team: Shape<Ref> = refTo('team');
export const aor: Shape<Ref> = refTo('aor');
/** An AOR, or a duty of a role as `role.duty`. */
export const wish: Shape<Ref> = refTo('wish');

export function choice<const T extends string>(...values: readonly T[]): Shape<T> {
  const expected = `one of ${values.join(', ')}`;
  return scalar({ kind: 'choice', values }, expected, (value) => values.find((known) => known === value) ?? null);
}

/** A whole number within bounds, both included. */
export function whole(least: number, most: number): Shape<number> {
  const expected = `a whole number from ${least}${most === Infinity ? '' : ` to ${most}`}`;
  return scalar({ kind: 'whole', least, most }, expected, (value) => {
    const number = /^[+-]?\d{1,15}$/.test(value) ? Number(value) : NaN;
    return number >= least && number <= most ? number : null;
  });
}

/** The items of a list; a single value stands for a list of one. */
export function itemsOf(node: PlainNode): readonly PlainItem[] {
  return node.kind === 'list' ? node.items : [{ value: node, start: node.start, end: node.end, tightComment: null }];
}

/** A list of values, without those that are empty or were reported. */
export function list<T>(of: Shape<T>): Shape<readonly T[]> {
  return shape({ kind: 'list', of: of.takes }, (node, context) =>
    itemsOf(node).flatMap(({ value }) => (value === null ? [] : (of(value, context) ?? []))),
  );
}

/** The map in a place where one is needed; a list of one map stands for it. */
export function mapIn(node: PlainNode, context: ReadContext): PlainMap | null {
  const single = one(node, context, 'a map');
  return single === null || single.kind === 'map' ? single : wrongType(context, single, 'a map');
}

/** A map whose keys the user chooses. */
export function mapOf<T>(of: Shape<T>): Shape<ReadonlyMap<string, T>> {
  return shape({ kind: 'names', of: of.takes }, (node, context) => {
    const map = mapIn(node, context);
    if (map === null) return null;
    return new Map(
      map.entries.flatMap(({ key, value }) => {
        const read = value === null ? null : of(value, context);
        return read === null ? [] : [[key.text, read] as const];
      }),
    );
  });
}

type Values<Table> = { readonly [Key in keyof Table]: Table[Key] extends Shape<infer T> ? T | null : never };

/** What a map with known keys says. */
export interface Fields<Table> {
  readonly values: Values<Table>;
  /** The known keys that are there, misplaced ones left out. */
  readonly entries: ReadonlyMap<string, PlainEntry>;
}

/**
 * Reads a map with known keys. Unknown keys are reported with the nearest known one, `x-` keys are the user's own.
 * `misplaced` tells why a known key has no business here, `null` if it has.
 */
export function readFields<Table extends Record<string, Shape<unknown>>>(
  map: PlainMap,
  table: Table,
  context: ReadContext,
  misplaced: (key: string) => string | null = () => null,
): Fields<Table> {
  const values: Record<string, unknown> = {};
  for (const key in table) values[key] = null;
  const entries = new Map<string, PlainEntry>();
  for (const entry of map.entries) {
    const { key, value } = entry;
    if (key.text.startsWith('x-')) continue;
    const shape = Object.hasOwn(table, key.text) ? table[key.text] : undefined;
    if (shape === undefined) {
      reportUnknownKey(key, Object.keys(table), context);
      continue;
    }
    const why = misplaced(key.text);
    if (why !== null) {
      context.report('misplaced-key', key, why);
      continue;
    }
    entries.set(key.text, entry);
    if (value !== null) values[key.text] = shape(value, context);
  }
  return { values: values as Values<Table>, entries };
}

export function reportUnknownKey(key: PlainScalar, known: readonly string[], context: ReadContext): void {
  const meant = nearest(key.text, known);
  const advice = meant === null ? `Known keys: ${known.join(', ')}.` : `Did you mean "${meant}"?`;
  context.report('unknown-key', key, `Unknown key ${JSON.stringify(key.text)}. ${advice}`);
}

/** A map with known keys whose values need each other; `build` gives `null` after reporting what is missing. */
export function object<Table extends Record<string, Shape<unknown>>, T>(
  table: Table,
  required: readonly (keyof Table & string)[],
  build: (values: Values<Table>, map: PlainMap, context: ReadContext) => T | null,
): Shape<T> {
  return shape(mapTaking(table, required), (node, context) => {
    const map = mapIn(node, context);
    return map === null ? null : build(readFields(map, table, context).values, map, context);
  });
}

/** What a map with these keys takes. */
export const mapTaking = (table: Record<string, Shape<unknown>>, required: readonly string[] = []): TakesMap => ({
  kind: 'map',
  keys: Object.fromEntries(Object.entries(table).map(([key, { takes }]) => [key, takes])),
  required,
});

/** Reports a required key that is missing or empty. */
export function missing(context: ReadContext, at: Range, key: string): null {
  context.report('bad-value', at, `"${key}" is required here.`);
  return null;
}

const idPattern = /^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/;
const reservedIds = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);

/** The entries of a map from ids; a bad id is reported and its entry kept. */
export function idEntries(node: PlainNode, context: ReadContext): readonly PlainEntry[] {
  const map = mapIn(node, context);
  if (map === null) return [];
  for (const { key, by = 0 } of map.entries) {
    if (idPattern.test(key.text) && !reservedIds.has(key.text)) continue;
    const why = reservedIds.has(key.text)
      ? 'is a reserved word'
      : 'is not lower-case letters and digits joined by single - or _, starting with a letter';
    context.report('bad-id', moved(key, by), `The id ${JSON.stringify(key.text)} ${why}.`);
  }
  return map.entries;
}

export type { PlainEntry, PlainItem, PlainList, PlainMap, PlainNode, PlainScalar, Range };
