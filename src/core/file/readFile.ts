/** One file's text → what it says, by itself. What needs other files is left to `link.ts`. */
import { defaultSeverities } from '../model';
import type { Aor, PathEntry, Person, Problem, ReviewPolicy, Role, Source, Team } from '../model';
import { parseGlob } from '../rules/glob';
import { readAor } from './aors';
import { emptyMemory, readDefinitions, type AllSaid, type DefinitionReader, type FileMemory } from './definitions';
import { readParts } from './parts';
import { readPaths, reportPair, reportTightComment } from './paths';
import { readPerson, readTeam } from './people';
import { defaultPolicy, readPolicy } from './policy';
import { readRole } from './roles';
import { itemsOf, reportUnknownKey, wrongType } from './shapes';
import type { PlainItem, PlainMap, PlainNode, PlainScalar, ReadContext } from './shapes';
import { takesFile } from './takesFile';
import type { YamlText } from './yaml';

/** What one file says. Definitions are in the order written. */
export interface FileContent {
  readonly source: Source;
  /** A map was recovered and its version is known. */
  readonly isReadable: boolean;
  readonly include: readonly PlainScalar[];
  readonly people: readonly Person[];
  readonly teams: readonly Team[];
  readonly aors: readonly Aor[];
  readonly roles: readonly Role[];
  readonly exempt: readonly PathEntry[];
  readonly review: ReviewPolicy;
  readonly problems: readonly Problem[];
}

const keys = Object.keys(takesFile.keys);

/** One glob may stand for 1,000 patterns, and a megabyte holds 16,000 such globs. */
const maximumAlternatives = 100_000;

/** What is wrong with an RE2 expression; `null`: nothing. */
export type RegexProblem = ReadContext['regexProblem'];

/**
 * Reads one file whose text falls into parts; in steps. What `memory` has of earlier texts of this same file is not read
 * again. Gives `null` for another text, which is to be read as a whole. Never throws.
 */
export function* readFileInParts(
  source: Source,
  isEntry: boolean,
  regexProblem: RegexProblem,
  memory: FileMemory,
): Generator<undefined, FileContent | null> {
  const tree = yield* readParts(source.text, memory.parts);
  if (tree === null) return null;
  const yaml = { root: tree.root, problems: [] };
  const { content, said } = yield* readTree(source, isEntry, regexProblem, yaml, memory.said);
  memory.parts = tree.parts;
  memory.said = said;
  return content;
}

/** Reads one file from the tree of its whole text; in steps. Of `memory` the globs stay the same objects. Never throws. */
export function* readWholeFile(
  source: Source,
  isEntry: boolean,
  regexProblem: RegexProblem,
  yaml: YamlText,
  memory: FileMemory = emptyMemory(),
): Generator<undefined, FileContent> {
  return (yield* readTree(source, isEntry, regexProblem, yaml, memory.said)).content;
}

interface ReadTree {
  readonly content: FileContent;
  readonly said: FileMemory['said'];
}

function* readTree(
  source: Source,
  isEntry: boolean,
  regexProblem: RegexProblem,
  yaml: YamlText,
  known: FileMemory['said'],
): Generator<undefined, ReadTree> {
  const problems: Problem[] = [];
  const { path: file, base, text } = source;
  let alternatives = 0;
  const context: ReadContext = {
    file,
    base,
    isEntry,
    by: 0,
    regexProblem,
    glob: (glob) => parseGlob(glob, base),
    report(code, { start, end }, message) {
      // What is missing at the end of the text stands behind it.
      const at = { file, start: Math.min(start, text.length), end: Math.min(end, text.length) };
      problems.push({ code, severity: defaultSeverities[code], message, at, related: [] });
    },
    hasRoomForAlternatives: (further = 0) => alternatives + further < maximumAlternatives,
    countAlternatives(count) {
      alternatives += count;
    },
  };
  for (const problem of yaml.problems) context.report(problem.code, problem, problem.message);

  const root = topMap(yaml.root, context);
  const values = new Map(root?.entries.map(({ key, value }) => [key.text, value]));
  const isReadable = root !== null && readVersion(root, context);
  const value = (key: string): PlainNode | null => (isReadable ? (values.get(key) ?? null) : null);
  const said = new Map<string, AllSaid>();
  function* definitions<T>(key: string, read: DefinitionReader<T>): Generator<undefined, readonly T[]> {
    const section = yield* readDefinitions(value(key), read, context, known.get(key));
    said.set(key, section.said);
    return section.found;
  }
  if (isReadable) reportKeys(root, context);
  const content: FileContent = {
    source,
    isReadable,
    include: read(value('include'), (node) => itemsOf(node).flatMap((item) => includeOf(item, context))),
    people: yield* definitions('people', readPerson),
    teams: yield* definitions('teams', readTeam),
    aors: yield* definitions('aors', readAor),
    roles: yield* definitions('roles', readRole),
    exempt: read(value('exempt'), (node) => [...readPaths(node, 'exempt', context).entries]),
    review: isEntry ? readReview(value('review'), context) : defaultPolicy,
    problems,
  };
  return { content, said };
}

const read = <T>(node: PlainNode | null, reader: (node: PlainNode) => T[]): T[] => (node === null ? [] : reader(node));

const readReview = (node: PlainNode | null, context: ReadContext): ReviewPolicy =>
  node === null ? defaultPolicy : readPolicy(node, context);

/** The map at the top; an empty file is an empty map. */
function topMap(root: PlainNode | null, context: ReadContext): PlainMap | null {
  if (root === null) return { kind: 'map', entries: [], start: 0, end: 0 };
  return root.kind === 'map'
    ? root
    : wrongType(
        context,
        { ...root, end: Math.min(root.end, root.start + 1) },
        'a map with keys such as people and aors',
      );
}

/** Whether the version is one that is known; a missing one is read as 1. */
function readVersion(root: PlainMap, context: ReadContext): boolean {
  const version = root.entries.find(({ key }) => key.text === 'version');
  if (version === undefined || version.value === null) {
    context.report(
      'missing-version',
      version?.key ?? { start: 0, end: 0 },
      'No version is written; "version: 1" is assumed.',
    );
    return true;
  }
  const [only, ...more] = itemsOf(version.value);
  if (only?.value?.kind === 'scalar' && only.value.text === '1' && more.length === 0) return true;
  context.report(
    'unknown-version',
    version.value,
    'This version is not known, so nothing of the file is read. Known: 1.',
  );
  return false;
}

function reportKeys(root: PlainMap, context: ReadContext): void {
  for (const { key } of root.entries) {
    if (key.text.startsWith('x-')) continue;
    if (!keys.includes(key.text)) reportUnknownKey(key, keys, context);
    else if (key.text === 'review' && !context.isEntry)
      context.report('misplaced-key', key, '"review" counts in the entry file only.');
  }
}

function includeOf(item: PlainItem, context: ReadContext): PlainScalar[] {
  reportTightComment(item, context);
  if (item.value?.kind === 'scalar') return [item.value];
  if (item.value?.kind === 'map') reportPair(item.value, context);
  else if (item.value !== null) wrongType(context, item.value, 'a glob');
  return [];
}
