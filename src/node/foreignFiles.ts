/** Finds and reads the files that other tools keep about owners. */
import { join } from 'node:path';
import { foreignFormats, maximumCodeownersBytes, type ForeignFile, type ForeignFormat } from '../core';
import { textOnDisk } from './diskSource';

/** The format of what is there, beside `CODEOWNERS`; `null`: of none that is known. `tree`: base-relative paths. */
export async function likelyFormat(root: string, tree: readonly string[]): Promise<ForeignFormat | null> {
  for (const format of foreignFormats) {
    const marks = tree.filter(format.isMark ?? format.isSource);
    if (marks.length > 0 && format.isLikely(await foreignTexts(root, marks))) return format;
  }
  return null;
}

/** The texts of files, without those that cannot be read. */
export async function foreignTexts(root: string, paths: readonly string[]): Promise<readonly ForeignFile[]> {
  const files: ForeignFile[] = [];
  for (const path of paths) {
    const read = await textOnDisk(join(root, path), maximumCodeownersBytes);
    if (read.kind === 'text') files.push({ path, text: read.text });
  }
  return files;
}
