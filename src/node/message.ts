/** The message of a commit. */
import { runGit } from './git';

/** `null` where there is no such commit. Never rejects. */
export const readMessage = async (folder: string, commit: string | null): Promise<string | null> =>
  commit === null ? null : runGit(folder, ['log', '-1', '--format=%B', commit, '--']);
