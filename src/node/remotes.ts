/** The remotes of a repository, and where they lead. */
import { parseRemote, type ForgeKind, type Remote } from '../core';
import { askGit, type GitStreamOptions } from './gitStream';

export interface NamedRemote {
  /** `origin`. */
  readonly name: string;
  /** Where it leads; `null` for a folder on disk. */
  readonly remote: Remote | null;
}

/**
 * The remotes of a git work tree: `upstream` first, then `origin`, then the others. `hosts`: what hosts of one's own
 * run. Asks nobody but git, which applies `insteadOf`. Empty where git fails.
 */
export async function readRemotes(
  folder: string,
  hosts: ReadonlyMap<string, ForgeKind> = new Map(),
  git: GitStreamOptions = {},
): Promise<readonly NamedRemote[]> {
  const names = await remoteNames(folder, git);
  return Promise.all(
    names.map(async (name) => {
      const address = await askGit(folder, ['remote', 'get-url', '--', name], git);
      return { name, remote: address === null ? null : parseRemote(address.trim(), { hosts }) };
    }),
  );
}

/** What the host of the first remote runs, by address alone; `null` without a remote. */
export async function forgeOfRemote(
  folder: string,
  hosts: ReadonlyMap<string, ForgeKind> = new Map(),
): Promise<ForgeKind | null> {
  const remotes = await readRemotes(folder, hosts);
  return remotes.find(({ remote }) => remote !== null)?.remote?.kind ?? null;
}

/** Their names alone, in the same order. */
export async function remoteNames(folder: string, git: GitStreamOptions): Promise<readonly string[]> {
  const output = (await askGit(folder, ['remote'], git)) ?? '';
  const rank = (remote: string): number => ['upstream', 'origin'].indexOf(remote) >>> 0;
  return output
    .split('\n')
    .filter((remote) => remote !== '')
    .sort((a, b) => rank(a) - rank(b));
}
