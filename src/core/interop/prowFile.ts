/** One `OWNERS` or `OWNERS_ALIASES` of Prow, read. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { ForeignFile, Lost } from './foreign';

/** Who approves and reviews what the expression is found in. */
export interface ProwRule {
  /** `null`: everything in the folder. */
  readonly filter: string | null;
  readonly line: number;
  readonly approvers: readonly string[];
  readonly reviewers: readonly string[];
}

export interface ProwFile {
  readonly rules: readonly ProwRule[];
  readonly noParent: boolean;
  readonly lost: readonly Lost[];
}

type Entry = readonly [key: string, value: unknown, line: number];

/** Reads a map of YAML: its entries in order, and what is broken. */
function entriesIn({ path, text }: ForeignFile) {
  const counter = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: counter, logLevel: 'silent' });
  const lines = text.split(/\r\n?|\n/);
  const lineOf = (offset: number): number => Math.max(1, counter.linePos(offset).line);
  const lost = (line: number, why: string): Lost => ({
    ...{ file: path, line, text: lines[line - 1]?.trim() ?? '', why, files: null },
  });
  const entriesOf = (node: unknown): readonly Entry[] =>
    isMap(node)
      ? node.items.map(({ key, value }) => [
          isScalar(key) ? String(key.value) : '',
          value,
          lineOf((key as Node | null)?.range?.[0] ?? 0),
        ])
      : [];
  const errors = document.errors.map(({ pos: [at] }) => lost(lineOf(at), 'It is not good YAML.'));
  return { root: document.contents, entriesOf, lost, errors };
}

/** Names are compared without case and `@` by Prow. */
function namesIn(node: unknown): readonly string[] {
  const items: readonly unknown[] = isSeq(node) ? node.items : [node];
  const names = items.flatMap((item) => (isScalar(item) && item.value !== null ? (item.source ?? []) : []));
  return [...new Set(names.map((name) => name.trim().replace(/^@/, '').toLowerCase()))].filter((name) => name !== '');
}

/** Alias → members. */
export function readAliases(file: ForeignFile): {
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly lost: readonly Lost[];
} {
  const { root, entriesOf, errors } = entriesIn(file);
  const [, node] = entriesOf(root).find(([key]) => key === 'aliases') ?? [];
  const aliases = entriesOf(node).map(([key, value]) => [key.toLowerCase(), namesIn(value)] as const);
  return { aliases: new Map(aliases), lost: errors };
}

/** Filters count only where the file names nobody for the whole folder, as in Prow. */
export function readProwFile(file: ForeignFile): ProwFile {
  const { root, entriesOf, lost, errors } = entriesIn(file);
  const dropped: Lost[] = [...errors];
  const ruleOf = (filter: string | null, entries: readonly Entry[], line: number): ProwRule => {
    const peopleAt = (wanted: string) => namesIn(entries.find(([key]) => key === wanted)?.[1]);
    for (const [key, , at] of entries) {
      if (key === 'labels') dropped.push(lost(at, 'Labels that a change gets are not kept.'));
      else if (key === 'required_reviewers') dropped.push(lost(at, 'Reviewers who must be asked are not kept.'));
      else if (!known.test(key)) dropped.push(lost(at, 'This key is not known.'));
    }
    return { filter, line, approvers: peopleAt('approvers'), reviewers: peopleAt('reviewers') };
  };
  const entries = entriesOf(root);
  if (!isMap(root) && root !== null) dropped.push(lost(1, 'It is not a map of YAML.'));
  const [, filters, filtersLine = 1] = entries.find(([key]) => key === 'filters') ?? [];
  const whole = ruleOf(null, entries, 1);
  const isSimple =
    whole.approvers.length + whole.reviewers.length > 0 || entries.some(([key]) => /^(labels|required_)/.test(key));
  const options = entriesOf(entries.find(([key]) => key === 'options')?.[1]);
  if (isSimple && filters !== undefined)
    dropped.push(lost(filtersLine, 'Filters do not count beside people or labels of the whole folder.'));
  const rules = isSimple
    ? [whole]
    : entriesOf(filters).map(([filter, value, line]) => ruleOf(filter, entriesOf(value), line));
  const noParent = options.some(
    ([key, value]) => key === 'no_parent_owners' && isScalar(value) && value.value === true,
  );
  return { rules, noParent, lost: dropped };
}

const known = /^(approvers|reviewers|emeritus_\w+|options|filters)$/;
