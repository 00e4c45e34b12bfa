import type { BrokenCondition, PathEntry } from '../model';
import { itemsOf, readFields, spanOf, text, whole, wrongType } from './shapes';
import type { Takes } from './takes';
import type { PlainItem, PlainMap, PlainNode, PlainScalar, ReadContext } from './shapes';

/** The good entries of a list of globs, and what is wrong with the others, which is reported as well. */
export interface ReadPaths {
  readonly entries: readonly PathEntry[];
  readonly broken: readonly BrokenCondition[];
}

const entryFields = { glob: text, priority: whole(-9, 9) };

const glob: Takes = { kind: 'text', format: 'glob' };

/** The list `paths`. */
export const takesPaths: Takes = {
  kind: 'list',
  of: {
    kind: 'short',
    text: 'glob',
    map: { kind: 'map', keys: { glob, priority: entryFields.priority.takes }, required: ['glob'] },
  },
};

/** The lists `exempt` and `include`. */
export const takesGlobs: Takes = { kind: 'list', of: glob };

/** Reads `paths` and `exempt`: globs, or maps with `glob` and `priority`. `key` is the list's name. */
export function readPaths(node: PlainNode, key: string, context: ReadContext): ReadPaths {
  const entries: PathEntry[] = [];
  const broken: BrokenCondition[] = [];
  for (const item of itemsOf(node)) {
    reportTightComment(item, context);
    if (item.value === null) continue;
    const read = readEntry(item.value, node.kind === 'list', key, context);
    if (typeof read === 'string') broken.push({ code: 'bad-glob', key, text: read });
    else entries.push(read);
  }
  return { entries, broken };
}

/** A `#` that begins a comment where it may have been meant as a part of a glob. */
export function reportTightComment(item: PlainItem, context: ReadContext): void {
  const comment = item.tightComment ?? (item.value?.kind === 'scalar' ? item.value.tightComment : null);
  if (comment === null) return;
  context.report(
    'suspicious-scalar',
    comment,
    'Everything from # on is a comment here. If it belongs to the glob, put the glob in quotes; if not, write a space after #.',
  );
}

/** The entry, or what is wrong with it. */
function readEntry(node: PlainNode, isItem: boolean, key: string, context: ReadContext): PathEntry | string {
  if (node.kind === 'scalar') return readGlob(node, 0, context);
  if (node.kind === 'list') {
    wrongType(context, node, 'a glob');
    return 'a list in place of a glob';
  }
  const glob = node.entries.find((entry) => entry.key.text === 'glob')?.value;
  if (glob === undefined && isItem) return reportPair(node, context);
  if (glob?.kind !== 'scalar') {
    context.report('wrong-type', node, 'Expected a glob, or a map with "glob" and "priority".');
    return 'a map in place of a glob';
  }
  const { values } = readFields(node, entryFields, context, (field) =>
    field !== 'priority'
      ? null
      : key === 'exempt'
        ? 'An exempt glob has no priority.'
        : context.isEntry
          ? null
          : '"priority" counts in the entry file only.',
  );
  return readGlob(glob, values.priority ?? 0, context);
}

/** Reports a map in place of a glob, as `- notes: 2026/a` is one to YAML. Gives what was likely meant. */
export function reportPair(node: PlainMap, context: ReadContext): string {
  const [pair] = node.entries;
  if (node.entries.length !== 1 || pair === undefined) {
    context.report('wrong-type', node, 'Expected a glob, or a map with "glob" and "priority".');
    return 'a map in place of a glob';
  }
  const meant = `${pair.key.text}: ${pair.value?.kind === 'scalar' ? pair.value.text : ''}`.trim();
  context.report(
    'suspicious-scalar',
    node,
    `This is a map, not a glob. If a glob is meant, quote it: ${JSON.stringify(meant)}.`,
  );
  return meant;
}

function readGlob(node: PlainScalar, priority: number, context: ReadContext): PathEntry | string {
  if (node.text.includes('{') && !context.hasRoomForAlternatives()) {
    const message = 'Not read: the globs of this file stand for too many alternatives already.';
    context.report('too-large', node, message);
    return message;
  }
  const result = context.glob(node.text);
  if (result.kind === 'glob') {
    context.countAlternatives(result.glob.patterns.length);
    return { glob: result.glob, priority, at: spanOf(context, node) };
  }
  context.report('bad-glob', node, result.message);
  return result.message;
}
