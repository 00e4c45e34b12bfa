/** Git in the editor: only on local disks, and only in trusted workspaces, whose configuration may name programs. */
import { workspace, type Uri } from 'vscode';
import { parseRemote, type ForgeKind, type Identity, type Move } from '../core';
import { runGit } from '../node/git';
import { moveOf } from '../node/moves';
import { forgeOfRemote } from '../node/remotes';

/** Whether git may be asked about a folder. */
export const mayRunGit = (folder: Uri): boolean => workspace.isTrusted && folder.scheme === 'file';

/** The host of the remote `origin`: `github.com` for `git@github.com:acme/shop.git`. Never rejects. */
export async function remoteHost(folder: Uri): Promise<string | undefined> {
  if (!mayRunGit(folder)) return undefined;
  const address = await runGit(folder.fsPath, ['remote', 'get-url', 'origin']);
  return address === null ? undefined : parseRemote(address)?.host;
}

/** What the first remote's host runs; `null` where nobody knows. `hosts`: what those of one's own run. Never rejects. */
export const forgeOf = async (folder: Uri, hosts: ReadonlyMap<string, ForgeKind>): Promise<ForgeKind | null> =>
  mayRunGit(folder) ? forgeOfRemote(folder.fsPath, hosts) : null;

/** Who commits made in a folder would name as their author, through its `.mailmap`. Never rejects. */
export async function ownIdentity(folder: Uri): Promise<Identity | undefined> {
  if (!mayRunGit(folder)) return undefined;
  const values = ['user.name', 'user.email'].map((key) => runGit(folder.fsPath, ['config', '--get', key]));
  const [name = '', email = ''] = (await Promise.all(values)).map((value) => value?.trim() ?? '');
  if (name === '' && email === '') return undefined;
  const mapped = await runGit(folder.fsPath, ['check-mailmap', '--', `${name} <${email}>`]);
  const found = /^(.*?)\s*<([^<>]*)>\s*$/.exec(mapped?.trim() ?? '');
  return { name: found?.[1] ?? name, email: found?.[2] ?? email };
}

/** Where git says each of the folders moved to; paths are relative to `base`. Folders that did not move are left out. */
export async function movesOf(base: Uri, folders: readonly string[]): Promise<ReadonlyMap<string, Move>> {
  const moves = new Map<string, Move>();
  if (!mayRunGit(base)) return moves;
  for (const folder of folders) {
    const move = await moveOf(base.fsPath, folder);
    if (move !== null) moves.set(folder, move);
  }
  return moves;
}
