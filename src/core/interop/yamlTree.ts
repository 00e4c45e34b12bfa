/** YAML of other tools, which use more of it than we do: aliases are followed, what is broken is listed. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Document } from 'yaml';
import type { ForeignFile, Lost } from './foreign';

/** A map of YAML. */
export interface YamlMap {
  /** 1-based. */
  readonly line: number;
  /** A scalar as text; `null` where there is none. */
  readonly text: (key: string) => string | null;
  /** The scalars of a list; a single one stands for a list. */
  readonly texts: (key: string) => readonly string[];
  /** The maps of a list, or the map that stands there alone. */
  readonly maps: (key: string) => readonly YamlMap[];
}

export interface YamlTree {
  /** The documents that are maps. */
  readonly roots: readonly YamlMap[];
  readonly lost: readonly Lost[];
  readonly lostAt: (line: number, why: string) => Lost;
}

/** Reads a file. Never throws. */
export function readYamlTree({ path, text }: ForeignFile): YamlTree {
  const counter = new LineCounter();
  const documents = parseAllDocuments(text.replace(/^\uFEFF/, ''), { lineCounter: counter, logLevel: 'silent' });
  const lines = text.split(/\r\n?|\n/);
  const lineOf = (offset: number): number => Math.max(1, counter.linePos(offset).line);
  const lostAt = (line: number, why: string): Lost => ({
    ...{ file: path, line, text: lines[line - 1]?.trim() ?? '', why, files: null },
  });
  const all: readonly Document[] = 'empty' in documents ? [] : documents;

  function mapOf(node: unknown, document: Document): readonly YamlMap[] {
    const value = isAlias(node) ? node.resolve(document) : node;
    if (!isMap(value)) return [];
    const at = (key: string): unknown => {
      const found = value.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value;
      return isAlias(found) ? found.resolve(document) : found;
    };
    const itemsAt = (key: string): readonly unknown[] => {
      const found = at(key);
      return isSeq(found) ? found.items : [found];
    };
    const textsAt = (key: string): readonly string[] =>
      itemsAt(key).flatMap((item) => {
        const one = isAlias(item) ? item.resolve(document) : item;
        return isScalar(one) && one.value !== null
          ? [typeof one.value === 'string' ? one.value : (one.source ?? '')]
          : [];
      });
    return [
      {
        line: lineOf(value.range?.[0] ?? 0),
        text: (key) => textsAt(key)[0] ?? null,
        texts: textsAt,
        maps: (key) => itemsAt(key).flatMap((item) => mapOf(item, document)),
      },
    ];
  }

  return {
    roots: all.flatMap((document) => mapOf(document.contents, document)),
    lost: all.flatMap(({ errors }) => errors.map(({ pos: [at] }) => lostAt(lineOf(at), 'It is not good YAML.'))),
    lostAt,
  };
}
