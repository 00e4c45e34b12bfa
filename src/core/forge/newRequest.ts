/** Where a request for review begins: a forge's page, or for Gerrit a push. */
import type { Remote } from './remote';

/** A branch on a forge; `branch` without `refs/heads/`. */
export interface ForgeBranch {
  readonly remote: Remote;
  readonly branch: string;
}

const part = encodeURIComponent;

/** Branches and projects keep their slashes. */
const parts = (text: string): string => text.split('/').map(part).join('/');

/** What stands before the slash of a project: its owner. */
const ownerOf = ({ path }: Remote): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

const query = (entries: Readonly<Record<string, string>>): string =>
  Object.entries(entries)
    .map(([name, value]) => `${part(name)}=${part(value)}`)
    .join('&');

/**
 * The page where a person opens a request from one branch into another, which may be in another copy of the project.
 * `null` where the forge has no such page, or is not known.
 */
export function newRequestPage(from: ForgeBranch, into: ForgeBranch): string | null {
  const { kind, site, path } = into.remote;
  const isFork = from.remote.path.toLowerCase() !== path.toLowerCase();
  const page = `${site}/${parts(path)}`;
  switch (kind) {
    case 'github':
    case 'gitea': {
      const head = isFork ? `${part(ownerOf(from.remote))}:${parts(from.branch)}` : parts(from.branch);
      return `${page}/compare/${parts(into.branch)}...${head}${kind === 'github' ? '?expand=1' : ''}`;
    }
    case 'gitlab': {
      // The page of a fork offers the project it was forked from; only its number could name it here.
      const names = { 'merge_request[source_branch]': from.branch, 'merge_request[target_branch]': into.branch };
      return `${from.remote.site}/${parts(from.remote.path)}/-/merge_requests/new?${query(names)}`;
    }
    case 'bitbucket': {
      const dest = isFork ? `${path}::${into.branch}` : into.branch;
      return `${from.remote.site}/${parts(from.remote.path)}/pull-requests/new?${query({ source: from.branch, dest })}`;
    }
    case 'bitbucket-server': {
      const [project = '', repository = ''] = from.remote.path.split('/');
      const names = { sourceBranch: `refs/heads/${from.branch}`, targetBranch: `refs/heads/${into.branch}` };
      return `${from.remote.site}/${serverProject(project)}/repos/${part(repository)}/pull-requests?create&${query(names)}`;
    }
    case 'azure': {
      const at = path.lastIndexOf('/');
      const repository = `${site}/${parts(path.slice(0, at))}/_git/${part(path.slice(at + 1))}`;
      return isFork
        ? null
        : `${repository}/pullrequestcreate?${query({ sourceRef: from.branch, targetRef: into.branch })}`;
    }
    case 'gerrit':
    case 'unknown':
      return null;
  }
}

/** A person's own projects begin with `~`. */
const serverProject = (project: string): string =>
  project.startsWith('~') ? `users/${part(project.slice(1))}` : `projects/${part(project)}`;
