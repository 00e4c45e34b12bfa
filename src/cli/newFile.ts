/** Writing an ownership file where there is none. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { maximumFileBytes, visible } from '../core';
import { textOnDisk } from '../node/diskSource';
import { bufferedOutput, CliError, type Io } from './io';
import { slashed } from './paths';
import { readPlaces } from './repository';

/** Options of a command that makes an ownership file. */
export const newFileOptions = {
  output: { type: 'string' },
  force: { type: 'boolean' },
} as const;

interface NewFileValues {
  readonly output?: string;
  readonly force?: boolean;
  readonly root?: string;
  readonly file?: string;
}

/** Where to write, absolute; `null`: standard output. Throws `CliError` where an ownership file is there already. */
export async function newFileTarget(root: string, { output, force, ...values }: NewFileValues, io: Io) {
  if (output === '-') return null;
  const target = resolve(root, output ?? 'aor.yaml');
  if (force === true) return target;
  const loaded = output === undefined ? (await readPlaces({ root, bases: [root] }, values, io))?.loaded : undefined;
  // A `CODEOWNERS` that stands in for one is none.
  const isOwn = loaded?.kind !== 'loaded' || loaded.file.codeowners === null;
  const there = loaded !== undefined && loaded.kind !== 'none' && isOwn ? loaded.entry : null;
  if (there === null && (await textOnDisk(target, maximumFileBytes)).kind === 'missing') return target;
  throw new CliError(
    `${visible(there ?? slashed(relative(root, target)))} is there already. Look at what would be written with --output -, or write over it with --force.`,
  );
}

/** Writes the text to the target, and gives the path it has from the root; `null` for standard output. */
export async function writeNewFile(target: string | null, text: string, root: string, io: Io): Promise<string | null> {
  if (target === null) {
    const output = bufferedOutput(io.stdout);
    await output.write(text);
    await output.end();
    return null;
  }
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, text);
  return slashed(relative(root, target));
}
