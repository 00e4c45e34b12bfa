/** Where the open requests of a repository are, and where its ownership file's root lies in it. */
import type { Uri } from 'vscode';
import type { Remote } from '../../core';
import { canConnect } from '../../forges';
import { runGit } from '../../node/git';
import { readRemotes } from '../../node/remotes';
import { mayRunGit } from '../git';
import { forgesOf } from '../settingValues';
import type { Settings } from '../settings';

/** The first remote, `upstream` before `origin`, on whose forge people can be asked; `null`: none is. Never rejects. */
export async function requestRemote(base: Uri, settings: Settings): Promise<Remote | null> {
  if (!mayRunGit(base)) return null;
  const remotes = await readRemotes(base.fsPath, forgesOf(settings.get('forges', base)));
  return remotes.find(({ remote }) => remote !== null && canConnect(remote))?.remote ?? null;
}

/** What paths in the repository begin with beneath a folder: `''` at its top, else `a/b/`. Never rejects. */
export const prefixIn = async (base: Uri): Promise<string> =>
  ((await runGit(base.fsPath, ['rev-parse', '--show-prefix'])) ?? '').replace(/\n$/, '');
