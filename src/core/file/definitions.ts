/** The definitions beneath `people`, `teams`, `aors` and `roles`: each is read once, and moved where its text has moved. */
import type { ProblemCode } from '../model';
import type { Glob, GlobResult } from '../rules/glob';
import { moved } from './moved';
import type { Parts } from './parts';
import { idEntries, type PlainEntry, type PlainNode, type PlainScalar, type Range, type ReadContext } from './shapes';

/** What was read of a file before: of its last text that fell into parts. */
export interface FileMemory {
  parts: Parts;
  /** By id, by section. */
  said: ReadonlyMap<string, AllSaid>;
}

export type AllSaid = ReadonlyMap<string, Said>;

/** What a definition says. */
export interface Said {
  /** The key in the tree that it was read from. */
  readonly key: PlainScalar;
  /** `null`: nothing. Its places are right where the part is moved by `by`. */
  readonly value: unknown;
  readonly by: number;
  /** With the places of the tree. */
  readonly reports: readonly Report[];
  readonly alternatives: number;
  readonly globs: readonly Glob[];
}

interface Report {
  readonly code: ProblemCode;
  readonly at: Range;
  readonly message: string;
}

export const emptyMemory = (): FileMemory => ({ parts: new Map(), said: new Map() });

export type DefinitionReader<T> = (entry: PlainEntry, context: ReadContext) => T | null;

/** What the definitions of a section say, in the order written. */
export interface Definitions<T> {
  readonly found: readonly T[];
  readonly said: AllSaid;
}

/**
 * Reads the definitions of a section; in steps, one for each. `known`: what they said before. A definition that has
 * changed keeps the globs it still has, as the same objects.
 */
export function* readDefinitions<T>(
  node: PlainNode | null,
  read: DefinitionReader<T>,
  context: ReadContext,
  known: AllSaid | undefined,
): Generator<undefined, Definitions<T>> {
  const found: T[] = [];
  const said = new Map<string, Said>();
  for (const entry of node === null ? [] : idEntries(node, context)) {
    const id = entry.key.text;
    const before = known?.get(id);
    const now = recall(before, entry, context) ?? readOne(entry, read, context, before?.globs ?? []);
    context.countAlternatives(now.alternatives);
    // Beyond the limit, what is read depends on what stands in front.
    if (entry.by !== undefined && context.hasRoomForAlternatives()) said.set(id, now);
    for (const { code, at, message } of now.reports) context.report(code, moved(at, now.by), message);
    if (now.value !== null) found.push(now.value as T);
    yield;
  }
  return { found, said };
}

/** Of a part that was read before. */
function recall(before: Said | undefined, { key, by }: PlainEntry, context: ReadContext): Said | null {
  if (before?.key !== key || by === undefined || !context.hasRoomForAlternatives(before.alternatives)) return null;
  return before.by === by ? before : { ...before, value: moved(before.value, by - before.by), by };
}

function readOne<T>(entry: PlainEntry, read: DefinitionReader<T>, around: ReadContext, known: readonly Glob[]): Said {
  const { key, by = 0 } = entry;
  const reports: Report[] = [];
  const globs: Glob[] = [];
  const knownGlobs = new Map(known.map((glob) => [glob.text, glob]));
  let alternatives = 0;
  const context: ReadContext = {
    ...around,
    by,
    report: (code, { start, end }, message) => reports.push({ code, at: { start, end }, message }),
    glob(text) {
      const before = knownGlobs.get(text);
      const result: GlobResult = before === undefined ? around.glob(text) : { kind: 'glob', glob: before };
      if (result.kind === 'glob') globs.push(result.glob);
      return result;
    },
    hasRoomForAlternatives: (further = 0) => around.hasRoomForAlternatives(alternatives + further),
    countAlternatives(count) {
      alternatives += count;
    },
  };
  return { key, value: read(entry, context), by, reports, alternatives, globs };
}
