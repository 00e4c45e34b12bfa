/** From which branch on which forge a request goes into which: from git's own configuration, without any network. */
import { parseRemote, type ForgeBranch, type ForgeKind } from '../core';
import type { GitChange } from './change/model';
import { runGit } from './git';

export interface Route {
  readonly from: ForgeBranch;
  readonly into: ForgeBranch;
  /** Name of the remote the request goes to: `origin`. */
  readonly remoteName: string;
  /** How many commits of the branch the forge did not have when it was last asked; `null`: it has no such branch. */
  readonly unpushed: number | null;
}

interface RemoteBranch {
  readonly remote: string;
  readonly branch: string;
}

/**
 * The route of a change in a git work tree; `hosts`: what hosts of one's own run. `undefined` without a branch, a base or
 * a remote, and on the base branch itself, except of Gerrit, where changes are made on that as well. Never rejects.
 */
export async function readRoute(
  folder: string,
  { head, base }: Pick<GitChange, 'head' | 'base'>,
  hosts: ReadonlyMap<string, ForgeKind>,
): Promise<Route | undefined> {
  if (head.branch === null || base === null) return undefined;
  const git = (...args: readonly string[]): Promise<string | null> => runGit(folder, args);
  const remotes = ((await git('remote')) ?? '').split('\n').filter((name) => name !== '');
  const upstream = await upstreamOf(head.branch, git);
  const [first] = remotes.includes('origin') ? ['origin'] : remotes;
  if (first === undefined) return undefined;
  const into = baseBranch(base.ref, remotes) ?? { remote: upstream?.remote ?? first, branch: base.ref };
  // A branch that was made from the base may have it as its upstream: nothing goes from there to there.
  const isOwn = upstream !== undefined && !(upstream.remote === into.remote && upstream.branch === into.branch);
  const from = isOwn ? upstream : { remote: first, branch: head.branch };
  const isBase = from.remote === into.remote && from.branch === into.branch;
  if (isBase && (await remoteAt(into.remote, git, hosts))?.kind !== 'gerrit') return undefined;
  const [fromRemote, intoRemote, unpushed] = await Promise.all([
    remoteAt(from.remote, git, hosts),
    remoteAt(into.remote, git, hosts),
    git('rev-list', '--count', `refs/remotes/${from.remote}/${from.branch}..refs/heads/${head.branch}`, '--'),
  ]);
  if (fromRemote === null || intoRemote === null) return undefined;
  return {
    from: { remote: fromRemote, branch: from.branch },
    into: { remote: intoRemote, branch: into.branch },
    remoteName: into.remote,
    unpushed: unpushed === null ? null : Number(unpushed),
  };
}

type Git = (...args: readonly string[]) => Promise<string | null>;

async function remoteAt(name: string, git: Git, hosts: ReadonlyMap<string, ForgeKind>) {
  const address = await git('remote', 'get-url', '--', name);
  return address === null ? null : parseRemote(address, { hosts });
}

async function upstreamOf(branch: string, git: Git): Promise<RemoteBranch | undefined> {
  const format = '--format=%(upstream:remotename)%00%(upstream:remoteref)';
  const [remote = '', ref = ''] = ((await git('for-each-ref', format, `refs/heads/${branch}`)) ?? '')
    .replace(/\n[^]*$/, '')
    .split('\0');
  const isRemote = remote !== '' && remote !== '.' && ref.startsWith('refs/heads/');
  return isRemote ? { remote, branch: ref.slice('refs/heads/'.length) } : undefined;
}

/** `origin/main` in its parts; names of remotes may hold slashes, so the longest counts. */
function baseBranch(ref: string, remotes: readonly string[]): RemoteBranch | undefined {
  const [remote] = remotes.filter((name) => ref.startsWith(`${name}/`)).sort((a, b) => b.length - a.length);
  return remote === undefined ? undefined : { remote, branch: ref.slice(remote.length + 1) };
}
