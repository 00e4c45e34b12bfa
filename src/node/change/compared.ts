/** What a change is compared with: the tip of the base branch, whose ownership file decides, and where the branch began. */
import { askGit, type GitStreamOptions } from '../gitStream';
import { branchNamed, defaultBranch, givenCommit, type NamedCommit } from './base';
import type { ChangeFailure, ChangeNote } from './model';
import type { OwnershipAt } from './ownership';

export const failed = (code: ChangeFailure['code'], message: string): ChangeFailure => ({
  kind: 'failed',
  code,
  message,
});

/** `null`: there is nothing to compare with, which is noted. */
export async function findBase(
  folder: string,
  given: string | undefined,
  ownershipAt: OwnershipAt,
  git: GitStreamOptions,
  note: (note: ChangeNote) => void,
): Promise<NamedCommit | ChangeFailure | null> {
  if (given !== undefined)
    return (await givenCommit(folder, given, git)) ?? failed('unknown-base', `${given} names no commit here.`);
  const usual = await defaultBranch(folder, git);
  const policy = await ownershipAt(usual?.commit ?? null);
  const named = policy.kind === 'loaded' ? policy.file.review.baseBranch : null;
  const found = named === null ? null : await branchNamed(folder, named, git);
  if (named !== null && found === null)
    note({ code: 'base-branch-missing', message: `There is no branch ${named} here, which base-branch names.` });
  const base = found ?? usual;
  if (base === null)
    note({ code: 'no-base', message: 'There is no branch to compare with: only what is not committed counts.' });
  return base;
}

/** The commit where the branch of HEAD began; `null`: it shares none with the base, which is noted. */
export async function forkPoint(
  folder: string,
  base: NamedCommit,
  head: string,
  git: GitStreamOptions,
  note: (note: ChangeNote) => void,
): Promise<string | ChangeFailure | null> {
  const found = await askGit(folder, ['merge-base', base.commit, head], git);
  if (found !== null) return found.trim();
  const shallow = await askGit(folder, ['rev-parse', '--is-shallow-repository'], git);
  if (shallow?.trim() === 'true') {
    const how = 'Fetch more of the history: git fetch --unshallow';
    return failed('shallow', `This clone is shallow and has no commit that ${base.ref} and HEAD share. ${how}`);
  }
  note({ code: 'no-common-commit', message: `${base.ref} and HEAD share no commit: everything here is new.` });
  return null;
}

/** The name of the tree without files, whatever the repository's hash is. */
export async function emptyTree(folder: string, git: GitStreamOptions): Promise<string> {
  return (await askGit(folder, ['hash-object', '-t', 'tree', '--stdin'], git))?.trim() ?? '';
}
