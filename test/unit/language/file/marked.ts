import assert from 'node:assert/strict';
import { writtenFile, type Span, type WrittenFile } from '../../../../src/core';

/** Texts by path; one of them holds the cursor, written `‸`. */
export type MarkedTexts = Readonly<Record<string, string>>;

export interface Marked {
  readonly files: readonly WrittenFile[];
  /** The file with the cursor. */
  readonly file: WrittenFile;
  readonly offset: number;
}

const baseOf = (path: string): string => (path === 'aor.yaml' ? '' : path.slice(0, path.lastIndexOf('/')));

/** The files, the first of which is the entry file, without the cursor. A text alone is the entry file. */
export function marked(texts: MarkedTexts | string): Marked {
  const given = Object.entries(typeof texts === 'string' ? { 'aor.yaml': texts } : texts);
  const files = given.map(([path, text]) => writtenFile({ path, base: baseOf(path), text: text.replace('‸', '') }));
  const place = given.findIndex(([, text]) => text.includes('‸'));
  assert.notEqual(place, -1, 'no cursor in the texts');
  return { files, file: files[place]!, offset: given[place]![1].indexOf('‸') };
}

/** What stands at a place, with the file and the 1-based line: `aor.yaml:3 ana`. Fails where it is not in the text. */
export function written(files: readonly WrittenFile[], { file, start, end }: Span): string {
  const text = files.find(({ path }) => path === file)!.text;
  assert.ok(0 <= start && start <= end && end <= text.length, 'the place is in the text');
  const line = text.slice(0, start).split(/\r\n|\r|\n/).length;
  return `${file}:${line} ${text.slice(start, end)}`;
}
