/** One `OWNERS` of Chromium and Gerrit, read line by line. */
import type { ForeignFile, Lost } from './foreign';

export type ChromiumStatement =
  | { readonly kind: 'owner'; readonly email: string }
  | { readonly kind: 'anyone' }
  | { readonly kind: 'noparent' }
  /** `path` from the root; `whole`: `include`, which brings `per-file` and `set noparent` with it. */
  | { readonly kind: 'file'; readonly path: string; readonly whole: boolean };

export interface ChromiumLine {
  readonly line: number;
  readonly text: string;
  /** Globs of a `per-file`; `null`: for the folder. */
  readonly globs: readonly string[] | null;
  readonly says: readonly ChromiumStatement[];
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Reads the good lines of a file; comments end a line where a space or the start of the line is before them. */
export function readChromiumFile({ path, text }: ForeignFile): {
  readonly lines: readonly ChromiumLine[];
  readonly lost: readonly Lost[];
} {
  const lines: ChromiumLine[] = [];
  const lost: Lost[] = [];
  for (const [at, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const hash = raw.indexOf('#');
    const content = (hash < 0 ? raw : raw.slice(0, hash)).trim();
    if (content === '') continue;
    const drop = (why: string) => lost.push({ file: path, line: at + 1, text: raw.trim(), why, files: null });
    const isPerFile = /^per-file\s/.test(content);
    const equals = content.indexOf('=');
    if (isPerFile && equals < 0) {
      drop('It has no `=`.');
      continue;
    }
    const globs = isPerFile ? listOf(content.slice('per-file'.length, equals)) : null;
    const words = isPerFile ? listOf(content.slice(equals + 1)) : [content];
    const says = words.flatMap((word) => statementOf(word, folderOf(path)) ?? []);
    if (says.length < words.length) drop('An owner there is not understood, or stands in another repository.');
    if (globs?.some((glob) => glob.includes('/')) === true) drop('A glob with a folder names no file.');
    const named = globs?.filter((glob) => !glob.includes('/')) ?? null;
    if (says.length > 0 && named?.length !== 0) lines.push({ line: at + 1, text: raw.trim(), globs: named, says });
  }
  return { lines, lost };
}

const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

function statementOf(word: string, folder: string): ChromiumStatement | null {
  if (word === '*') return { kind: 'anyone' };
  if (/^set\s+noparent$/.test(word)) return { kind: 'noparent' };
  const [, how, target] = /^(file:|include\s)\s*(?:\/\/)?([^\s:]+)$/.exec(word) ?? [];
  if (how !== undefined && target !== undefined) {
    const isRooted = /^(?:file:|include\s)\s*\//.test(word);
    const path = isRooted ? target.replace(/^\/+/, '') : resolved(folder + target);
    return path === null ? null : { kind: 'file', path, whole: how !== 'file:' };
  }
  return /^[^\s@,]+@[^\s@,]+$/.test(word) ? { kind: 'owner', email: word } : null;
}

/** `null`: outside the repository. */
function resolved(path: string): string | null {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..' && names.pop() === undefined) return null;
    if (name !== '..' && name !== '.' && name !== '') names.push(name);
  }
  return names.join('/');
}
