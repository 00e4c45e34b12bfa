import { visible } from '../core';
import { gitTrouble } from '../node/git';
import { workTreesAround } from '../node/workTree';
import type { Io } from './io';

/** Says on stderr where a work tree's files have to be found without git, for then ignored ones are among them. */
export async function noteWithoutGit(base: string, io: Io): Promise<void> {
  if ((await workTreesAround(base)).length === 0) return;
  const trouble = await gitTrouble(base);
  if (trouble !== null) io.stderr.write(`aor: Ignored files count as well: ${visible(trouble)}\n`);
}
