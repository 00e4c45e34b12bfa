import { askGit, type GitStreamOptions } from '../gitStream';
import { remoteNames } from '../remotes';

/** A commit by the name people know it by: `origin/main`. */
export interface NamedCommit {
  readonly ref: string;
  readonly commit: string;
}

/** What a ref or commit that somebody typed names; `null`: nothing. */
export async function givenCommit(folder: string, ref: string, git: GitStreamOptions): Promise<NamedCommit | null> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  const commit = (await askGit(folder, args, git))?.trim();
  return commit === undefined ? null : { ref, commit };
}

/** The branch of that name, of the remotes first: what others see counts. `null`: there is none. */
export async function branchNamed(folder: string, name: string, git: GitStreamOptions): Promise<NamedCommit | null> {
  const remotes = await remoteNames(folder, git);
  const full = [
    ...remotes.map((remote) => `refs/remotes/${remote}/${name}`),
    ...['heads', 'remotes', 'tags'].map((kind) => `refs/${kind}/${name}`),
  ];
  return (await firstOf(folder, full, git)) ?? (await givenCommit(folder, name, git));
}

/**
 * The branch that changes go to when nobody says otherwise: the default branch of `upstream`, `origin` or another
 * remote, else `main` or `master` there, else here. `null`: there is none.
 */
export async function defaultBranch(folder: string, git: GitStreamOptions): Promise<NamedCommit | null> {
  const remotes = await remoteNames(folder, git);
  const heads = await Promise.all(
    remotes.map(async (remote) => {
      const prefix = `refs/remotes/${remote}/`;
      const target = await askGit(folder, ['symbolic-ref', '--quiet', `${prefix}HEAD`], git);
      return target?.startsWith(prefix) === true ? [target.trim().slice(prefix.length)] : [];
    }),
  );
  // A remote whose default is not known here is taken to have that of the others, of which it is a copy.
  const shared = [...heads.flat(), 'main', 'master'];
  const full = [
    ...remotes.flatMap((remote, at) =>
      [...(heads[at] ?? []), ...shared].map((name) => `refs/remotes/${remote}/${name}`),
    ),
    ...shared.map((name) => `refs/heads/${name}`),
  ];
  return firstOf(folder, full, git);
}

/** The first of the full names that is there. */
async function firstOf(folder: string, names: readonly string[], git: GitStreamOptions): Promise<NamedCommit | null> {
  // A name that no branch can have would not be read as a name.
  const valid = names.filter((name) => /^refs\/[^\s~^:?*[\\]+$/.test(name));
  if (valid.length === 0) return null;
  const output = (await askGit(folder, ['for-each-ref', '--format=%(refname)', ...valid], git)) ?? '';
  const known = new Set(output.split('\n'));
  for (const name of valid.filter((one) => known.has(one))) {
    const found = await givenCommit(folder, name, git);
    if (found !== null) return { ref: name.replace(/^refs\/(heads|remotes|tags)\//, ''), commit: found.commit };
  }
  return null;
}
