/** What globs need that match nothing, decide nothing, or tie: another folder, a priority, an exclude, or to go. */
import { addItem, entryAt, removeItem, writeText, type Edit, type EditSource } from '../../edits';
import type { PlainNode } from '../../file/plainTree';
import type { Aor, PathEntry, Problem, Span } from '../../model';
import { fixIn, type Fix, type FixContext, type Fixer } from './fix';

/** `no-match`: where the folder moved to, or without it. */
export const noMatch: Fixer = (problem, context) => {
  const found = entryOf(problem.at, context);
  return [...moved(problem, found, context), ...withoutGlob(problem, found)];
};

/** `shadowed-glob`: without it, or above what beats it. */
export const shadowedGlob: Fixer = (problem, context) => {
  const found = entryOf(problem.at, context);
  const winner = entryOf(problem.related[0]?.at, context);
  return [...withoutGlob(problem, found), ...(winner === null ? [] : above(problem.at, found, winner, context))];
};

/** `ambiguous-owner`: one of the two takes the other's glob out, or comes before it. */
export const ambiguousOwner: Fixer = (problem, context) => {
  const loser = entryOf(problem.at, context);
  const winner = entryOf(problem.related[0]?.at, context);
  if (loser === null || winner === null) return [];
  return [
    ...excluding(loser, winner),
    ...excluding(winner, loser),
    ...above(problem.at, loser, winner, context),
    ...above(winner.entry.at, winner, loser, context),
  ];
};

/** An entry of `paths` or `exempt`, and whose it is. */
interface Found {
  readonly entry: PathEntry;
  readonly aor: Aor | null;
  readonly base: string;
}

function entryOf(at: Span | undefined, { file }: FixContext): Found | null {
  if (at === undefined) return null;
  const isIt = ({ at: own }: PathEntry): boolean => own.file === at.file && own.start === at.start;
  for (const aor of file.aors.values()) {
    const entry = aor.paths.find(isIt);
    if (entry !== undefined) return { entry, aor, base: aor.base };
  }
  for (const { base, entries } of file.exempt) {
    const entry = entries.find(isIt);
    if (entry !== undefined) return { entry, aor: null, base };
  }
  return null;
}

/** A review that has no glob left would apply to nothing, and without the key to everything. */
function withoutGlob({ at }: Problem, found: Found | null): Fix[] {
  if (found === null) return [];
  const { entry, aor } = found;
  if (aor?.kind === 'review' && aor.paths.filter(({ glob }) => !glob.exclude).length < 2 && !entry.glob.exclude)
    return [];
  return [fixIn(at.file, `Remove \`${entry.glob.text}\``, [removeItemAt(found)])];
}

/** The list an entry stands in. */
const listOf = ({ aor }: Found): readonly string[] => (aor === null ? ['exempt'] : ['aors', aor.id, 'paths']);

interface Item {
  readonly index: number;
  readonly value: PlainNode;
  readonly inBrackets: boolean;
}

/** The item of a list that an offset is in. */
function itemAt(source: EditSource, found: Found, offset: number): Item | null {
  const place = entryAt(source, listOf(found));
  const node = place?.entry.value ?? null;
  if (place === null || node === null) return null;
  if (node.kind !== 'list') return { index: 0, value: node, inBrackets: place.inBrackets };
  const index = node.items.findIndex(({ start, end }) => start <= offset && offset < end);
  const value = node.items[index]?.value ?? null;
  return value === null ? null : { index, value, inBrackets: place.inBrackets || source.text[node.start] === '[' };
}

const removeItemAt =
  (found: Found): Edit =>
  (source) => {
    const item = itemAt(source, found, found.entry.at.start);
    return item === null ? null : removeItem(listOf(found), item.index)(source);
  };

const replaceGlob =
  (found: Found, put: string): Edit =>
  (source) => {
    const { start, end } = found.entry.at;
    const item = itemAt(source, found, start);
    if (item === null) return null;
    const inBrackets = item.inBrackets || item.value.kind === 'map';
    return [{ start, end, text: writeText(put, inBrackets, source.text.slice(start, end)) }];
  };

/** A glob alone becomes `{ glob, priority }`. */
const setPriority =
  (found: Found, priority: number): Edit =>
  (source) => {
    const { start, end } = found.entry.at;
    const value = itemAt(source, found, start)?.value;
    const written = writeText(found.entry.glob.text, true, source.text.slice(start, end));
    if (value?.kind === 'scalar') return [{ start, end, text: `{ glob: ${written}, priority: ${priority} }` }];
    if (value?.kind !== 'map') return null;
    const there = value.entries.find(({ key }) => key.text === 'priority')?.value ?? null;
    if (there !== null) return [{ start: there.start, end: there.end, text: String(priority) }];
    return source.text[value.start] === '{' ? [{ start: end, end, text: `, priority: ${priority}` }] : null;
  };

/** The folders that a glob which matches nothing may mean, from the root, longest first: those in front of any wildcard. */
export function foldersNamed(problem: Problem, context: FixContext): readonly string[] {
  const found = entryOf(problem.at, context);
  if (found === null) return [];
  const plain = found.entry.glob.text
    .replace(/^!/, '')
    .replace(/^\/|\/$/g, '')
    .split('/');
  const end = plain.findIndex((segment) => /[*?{}\\]/.test(segment));
  const segments = end < 0 ? plain : plain.slice(0, end);
  const prefix = found.base === '' ? '' : `${found.base}/`;
  return segments.map((_, at) => prefix + segments.slice(0, segments.length - at).join('/'));
}

function moved({ at }: Problem, found: Found | null, { moves }: FixContext): Fix[] {
  if (found === null || moves === undefined) return [];
  const { entry, base } = found;
  const parts = /^(!?)\/?(.*)$/s.exec(entry.glob.text);
  const [, mark = '', glob = ''] = parts ?? [];
  const prefix = base === '' ? '' : `${base}/`;
  // The longest folder in front that is known to have moved.
  const segments = glob.replace(/\/$/, '').split('/');
  for (let length = segments.length; length > 0; length--) {
    const move = moves.get(prefix + segments.slice(0, length).join('/'));
    if (move === undefined || !move.to.startsWith(prefix)) continue;
    const rest = glob.slice(segments.slice(0, length).join('/').length);
    const text = `${mark}${escapeGlob(move.to.slice(prefix.length))}${rest}`;
    const count = move.files === 1 ? '1 file' : `${move.files} files`;
    return [
      fixIn(at.file, `Follow the move to \`${text}\` (${count})`, [replaceGlob(found, text)], { isPreferred: true }),
    ];
  }
  return [];
}

const escapeGlob = (path: string): string => path.replace(/[*?{}\\]/g, '\\$&').replace(/^!/, '\\!');

function excluding(other: Found, of: Found): Fix[] {
  if (of.aor === null || other.aor === null || of.base !== other.base) return [];
  const glob = other.entry.glob.text;
  const title = `Exclude \`${glob}\` from "${of.aor.id}", for "${other.aor.id}"`;
  return [fixIn(of.entry.at.file, title, [addItem(['aors', of.aor.id, 'paths'], `!${glob.replace(/^\//, '')}`)])];
}

/** Priorities count in the entry file alone. */
function above(at: Span, found: Found | null, other: Found, { file }: FixContext): Fix[] {
  const priority = other.entry.priority + 1;
  if (found?.aor == null || at.file !== file.sources[0].path || priority > 9 || other.aor === null) return [];
  const title = `Give \`${found.entry.glob.text}\` of "${found.aor.id}" priority ${priority}`;
  return [fixIn(at.file, title, [setPriority(found, priority)])];
}
