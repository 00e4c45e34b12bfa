/** `aor check --fix`: makes the fixes that need nobody to choose, and writes them where nothing changed meanwhile. */
import { access, chmod, constants, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  applyReplacements,
  change,
  replacementsOf,
  safeFixes,
  unchanged,
  unifiedDiff,
  visible,
  type Fixed,
  type FileSource,
  type Replacement,
  type Source,
  type Today,
} from '../core';
import { CliError } from './io';
import type { Checked } from './problems';
import { placer, type Place } from './repository';

/** A file as it was read, and what is to be replaced in it. */
export interface FixedFile {
  readonly path: string;
  readonly text: string;
  readonly replacements: readonly Replacement[];
}

export interface Fixes {
  readonly fixed: readonly (Fixed & { readonly place: Place })[];
  readonly files: readonly FixedFile[];
  /** What is wrong after them. */
  readonly left: Checked;
}

/** A fix may bring another to light; none of ours does so twice. */
const maximumRounds = 10;

/** The safe fixes of what was found. `check` looks at the same files with other texts in some of them. */
export async function findFixes(
  found: Checked,
  today: Today,
  check: (texts: ReadonlyMap<string, string>) => Promise<Checked>,
): Promise<Fixes> {
  const originals = new Map<string, Source>();
  const changing = new Map<string, ReturnType<typeof unchanged>>();
  const texts = new Map<string, string>();
  const fixed: (Fixed & { readonly place: Place })[] = [];
  let left = found;
  for (let round = 0; round < maximumRounds && left.loaded.kind === 'loaded'; round++) {
    const { file } = left.loaded;
    const { edits, fixed: now } = safeFixes(left.problems, { file, today, me: null });
    if (now.length === 0) break;
    const placeOf = placer(file.sources);
    fixed.push(...now.map((one) => ({ ...one, place: placeOf(one.problem.at) })));
    for (const source of file.sources) {
      const own = edits.filter((edit) => edit.file === source.path);
      if (own.length === 0) continue;
      if (!originals.has(source.path)) originals.set(source.path, source);
      changing.set(source.path, change(changing.get(source.path) ?? unchanged(source.text), own));
      texts.set(source.path, applyReplacements(source.text, own));
    }
    const before = syntaxProblems(left);
    left = await check(texts);
    if (syntaxProblems(left) > before) throw new Error('The fixes would break the file; nothing is fixed.');
  }
  const files = [...originals.values()].map(({ path, text }) => {
    const changes = changing.get(path);
    return { path, text, replacements: changes === undefined ? [] : replacementsOf(changes, text.length) };
  });
  return { fixed, files, left };
}

const syntaxProblems = ({ problems }: Checked): number => problems.filter(({ code }) => code === 'syntax').length;

/** A source of files with other texts in some of them. */
export const withTexts = (source: FileSource, texts: ReadonlyMap<string, string>): FileSource => ({
  async read(path, maximumBytes) {
    const text = texts.get(path);
    return text === undefined ? source.read(path, maximumBytes) : { kind: 'text', text };
  },
  list: () => source.list(),
});

/** `aor.yaml:7:3: fixed: Add the title "Pay" [missing-title]`, one a line. */
export const fixedText = ({ fixed }: Fixes, verb: 'fixed' | 'would fix'): string =>
  fixed
    .map(({ problem, fix, place: { file, line, column } }) => {
      return `${visible(file)}:${line}:${column}: ${verb}: ${visible(fix.title)} [${problem.code}]\n`;
    })
    .join('');

/** All changes as one diff, for `git apply`. Throws `CliError` where a file is not as it was read. */
export async function fixDiff(base: string, { files }: Fixes): Promise<string> {
  const found = await Promise.all(files.map((file) => readAgain(base, file)));
  return found.map(({ path, text, replacements }) => unifiedDiff(path, text, replacements)).join('');
}

/** Writes the files, each in one step. Throws `CliError` before anything is written where one is not as it was read. */
export async function writeFixes(base: string, { files }: Fixes): Promise<void> {
  const prepared = await Promise.all(files.map((file) => prepare(base, file)));
  for (const { target, mode, text } of prepared) {
    const beside = `${target}.${process.pid}.tmp`;
    try {
      await writeFile(beside, text, { flag: 'wx' });
      await chmod(beside, mode);
      await rename(beside, target);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  }
}

const mark = '\uFEFF';

const refuse = (path: string, why: string): never => {
  throw new CliError(`${visible(path)} ${why}; nothing is fixed.`);
};

/** The file as it is on disk, with the byte order mark that reading leaves out, and where it really is. */
async function readAgain(base: string, { path, text, replacements }: FixedFile) {
  // A link stays one: what it leads to is written.
  const target = await realpath(join(base, path)).catch(() => refuse(path, 'is not there any more'));
  const bytes = await readFile(target);
  const read = bytes.toString('utf8');
  if (!Buffer.from(read, 'utf8').equals(bytes)) refuse(path, 'is not UTF-8');
  const shift = read.startsWith(mark) ? 1 : 0;
  if (read.slice(shift) !== text) refuse(path, 'was changed meanwhile');
  const moved = replacements.map(({ start, end, text: put }) => ({
    start: start + shift,
    end: end + shift,
    text: put,
  }));
  return { path, target, text: read, replacements: moved };
}

async function prepare(base: string, file: FixedFile) {
  const { path, target, text, replacements } = await readAgain(base, file);
  const { mode } = await stat(target);
  const mayWrite = await access(target, constants.W_OK).then(
    () => (mode & 0o222) !== 0,
    () => false,
  );
  if (!mayWrite) refuse(path, 'cannot be written');
  return { target, mode, text: applyReplacements(text, replacements) };
}
