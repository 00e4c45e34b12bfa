/** The names of commits that people know. */
import { defaultBranch } from './change/base';
import { askGit, type GitStreamOptions } from './gitStream';

/** More are no help in a list; others can be typed. */
const mostRefs = 500;

export interface NamedRef {
  /** As people write it: `main`, `origin/main`, `v1.0`. */
  readonly name: string;
  readonly kind: 'branch' | 'remote branch' | 'tag';
}

/** Branches, those of remotes and tags beneath a folder's repository, the latest first. Empty where git fails. */
export async function readRefs(folder: string, git: GitStreamOptions = {}): Promise<readonly NamedRef[]> {
  const args = ['for-each-ref', '--sort=-creatordate', `--count=${mostRefs}`, '--format=%(refname)'];
  const output = (await askGit(folder, [...args, 'refs/heads', 'refs/remotes', 'refs/tags'], git)) ?? '';
  return output.split('\n').flatMap((full): NamedRef[] => {
    const [, kind, name] = /^refs\/(heads|remotes|tags)\/(.+)$/.exec(full) ?? [];
    // What a remote calls its default is another name of a branch that is there.
    if (name === undefined || (kind === 'remotes' && name.endsWith('/HEAD'))) return [];
    return [{ name, kind: kind === 'heads' ? 'branch' : kind === 'tags' ? 'tag' : 'remote branch' }];
  });
}

/** Where the work at hand left the branch that changes go to; `null`: there is no such branch, or nothing in common. */
export async function branchPoint(
  folder: string,
  git: GitStreamOptions = {},
): Promise<{ readonly from: string; readonly commit: string } | null> {
  const base = await defaultBranch(folder, git);
  if (base === null) return null;
  const output = await askGit(folder, ['merge-base', base.commit, 'HEAD'], git);
  const commit = output?.trim() ?? '';
  return commit === '' ? null : { from: base.ref, commit };
}
