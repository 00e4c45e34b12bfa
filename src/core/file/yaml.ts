/** YAML text → plain tree, by way of the `yaml` package. Source: YAML 1.2.2, less what the reference page leaves out. */
import { Composer, isAlias, isMap, isScalar, isSeq, Parser } from 'yaml';
import type { CST, Document, ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { PlainEntry, PlainItem, PlainMap, PlainNode, PlainScalar, Range, TextProblem } from './plainTree';
import { checkTokens } from './yamlTokens';

export interface YamlText {
  /** `null`: the text is empty or holds only comments. */
  readonly root: PlainNode | null;
  readonly problems: readonly TextProblem[];
}

/** Every scalar stays text; the tree is built without the package's own, quadratic, search for duplicate keys. */
const options = {
  keepSourceTokens: true,
  uniqueKeys: false,
  schema: 'failsafe',
  merge: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** Reads the text. Never throws; what is broken loses itself and is a problem. */
export function readYaml(text: string): YamlText {
  const tokens = [...new Parser().parse(text)];
  const problems: TextProblem[] = checkTokens(tokens, text);
  const [first, second] = [...new Composer(options).compose(tokens, true, text.length)];
  if (second !== undefined) {
    const start = second.range[0];
    problems.push({
      code: 'syntax',
      start,
      end: start + 3,
      message: 'Only one document is read; what follows this line is ignored.',
    });
  }
  if (first === undefined) return { root: null, problems };
  problems.push(...first.errors.flatMap((error) => syntaxProblem(error) ?? []));
  const root = first.contents === null ? null : plainNode(first.contents, problems);
  return { root, problems: onePerLine(problems, text) };
}

type YamlError = Document['errors'][number];

/** Tags and aliases are reported from their tokens, with better words. */
function syntaxProblem({ code, message, pos: [start, end] }: YamlError): TextProblem | null {
  if (code === 'TAG_RESOLVE_FAILED' || code === 'BAD_ALIAS') return null;
  return { code: 'syntax', start, end: Math.max(end, start + 1), message: `${message.replace(/\.?\s*$/, '')}.` };
}

/** Beyond these, a text is not a slipped ownership file but something else. */
const maximumSyntaxProblems = 100;

/** A slip often breaks a whole line; the first problem says enough. */
function onePerLine(problems: TextProblem[], text: string): TextProblem[] {
  const kept: TextProblem[] = [];
  let lineEnd = -1;
  let count = 0;
  for (const problem of problems.sort((a, b) => a.start - b.start)) {
    if (problem.code !== 'syntax') {
      kept.push(problem);
    } else if (problem.start > lineEnd && count++ < maximumSyntaxProblems) {
      const next = text.indexOf('\n', problem.start);
      lineEnd = next < 0 ? text.length : next - 1;
      const lineStart = text.lastIndexOf('\n', problem.start - 1) + 1;
      kept.push(withAdvice(problem, text.slice(lineStart, lineEnd + 1)));
    }
  }
  return kept;
}

/** The entry of a list or the value of a key that starts like a list or map but goes on behind it: `- {a,b}/x`. */
const unquotedFlow = /^(?:\s*-\s+|[^#'"]*?:\s+)([[{][^\s,]*(?:,[^\s,]+)*[\]}][^\s,:#]+)\s*(?:#.*)?$/;

function withAdvice(problem: TextProblem, line: string): TextProblem {
  const text = line.length > 500 ? undefined : unquotedFlow.exec(line)?.[1];
  if (text === undefined) return problem;
  return { ...problem, message: `${problem.message} If one text is meant, quote it: ${JSON.stringify(text)}.` };
}

function plainNode(node: ParsedNode, problems: TextProblem[]): PlainNode | null {
  // An alias is reported from its token, and lost.
  if (isAlias(node)) return null;
  if (isScalar(node)) return isAbsent(node) ? null : plainScalar(node);
  const [start, end] = node.range;
  if (isMap(node)) return plainMap(node, problems);
  if (isSeq(node)) return { kind: 'list', items: plainItems(node, problems), start, end };
  return null;
}

/** Empty, `~` and `null`; in quotes they are texts. */
const isAbsent = ({ type, source }: Scalar.Parsed): boolean =>
  type === 'PLAIN' && (source === '' || source === '~' || source === 'null');

function plainScalar(node: Scalar.Parsed): PlainScalar {
  const [start, end] = node.range;
  const token = node.srcToken;
  const after = token !== undefined && 'end' in token ? (token.end ?? []) : [];
  const text = node.type === 'PLAIN' ? node.source : String(node.value);
  return { kind: 'scalar', text, start, end, tightComment: tightComment(after) };
}

/** A comment on the same line that begins without a space: likely a `#` that was meant as text. */
function tightComment(tokens: readonly CST.SourceToken[]): Range | null {
  for (const { type, source, offset } of tokens) {
    if (type === 'newline') return null;
    if (type === 'comment') return /^#[^\s#!-]/.test(source) ? { start: offset, end: offset + source.length } : null;
  }
  return null;
}

function plainMap(node: YAMLMap.Parsed, problems: TextProblem[]): PlainMap {
  const [start, end] = node.range;
  const entries: PlainEntry[] = [];
  const keys = new Set<string>();
  for (const { key, value } of node.items) {
    if (!isScalar(key)) {
      // A key that is an alias is reported from its token.
      if (!isAlias(key)) problems.push({ code: 'syntax', ...rangeOf(key), message: 'A key must be a plain text.' });
      continue;
    }
    const plainKey = plainScalar(key);
    if (plainKey.text === '<<') {
      problems.push({
        code: 'syntax',
        ...rangeOf(key),
        message: 'Merge keys are not used here; write the keys themselves.',
      });
    } else if (keys.has(plainKey.text)) {
      problems.push({
        code: 'duplicate-key',
        ...rangeOf(key),
        message: `${JSON.stringify(plainKey.text)} is written twice here; the first one counts.`,
      });
    } else {
      keys.add(plainKey.text);
      entries.push({ key: plainKey, value: value === null ? null : plainNode(value, problems) });
    }
  }
  return { kind: 'map', entries, start, end };
}

function rangeOf(node: ParsedNode): Range {
  const [start, end] = node.range;
  return { start, end: Math.max(end, start + 1) };
}

function plainItems(node: YAMLSeq.Parsed, problems: TextProblem[]): PlainItem[] {
  const marks = itemStarts(node.srcToken);
  return node.items.map((item, index) => {
    const { start, end } = rangeOf(item);
    const value = plainNode(item, problems);
    return { value, start, end, tightComment: value === null ? tightComment(marks[index] ?? []) : null };
  });
}

/** What stands between each dash of a block list and its value. */
function itemStarts(token: CST.Token | undefined): (readonly CST.SourceToken[])[] {
  if (token?.type !== 'block-seq') return [];
  return token.items
    .filter(({ start, value }) => value !== undefined || start.some(({ type }) => type === 'seq-item-ind'))
    .map(({ start }) => start.slice(start.findIndex(({ type }) => type === 'seq-item-ind') + 1));
}
