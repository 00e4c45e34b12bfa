/** Which host reads a `CODEOWNERS` file, and where each looks for it. Sources: the hosts' pages on code owners. */
import type { ForgeKind } from '../forge/remote';

export type CodeownersDialect = 'github' | 'gitlab' | 'bitbucket' | 'gitea';

/** Base-relative paths, in the order in which the host looks; the first that is there counts. */
export const codeownersPlaces: Readonly<Record<CodeownersDialect, readonly string[]>> = {
  github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
  gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
  bitbucket: ['.bitbucket/CODEOWNERS'],
  gitea: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitea/CODEOWNERS', '.forgejo/CODEOWNERS'],
};

/** The host's name for handles in `aor.yaml`. */
export const handleForge: Readonly<Record<CodeownersDialect, string>> = {
  github: 'github',
  gitlab: 'gitlab',
  bitbucket: 'bitbucket',
  gitea: 'codeberg',
};

const everywhere: readonly string[] = [...new Set(Object.values(codeownersPlaces).flat())];

const isDialect = (kind: ForgeKind | null): kind is CodeownersDialect => kind !== null && kind in codeownersPlaces;

/** Where to look in a repository whose remote is on such a forge; everywhere where nobody knows, GitHub's places first. */
export const placesOn = (forge: ForgeKind | null): readonly string[] =>
  isDialect(forge) ? codeownersPlaces[forge] : everywhere;

/** How the file at a place is read: the folder says it, else the remote, else as most files are written. */
export function dialectAt(path: string, forge: ForgeKind | null): CodeownersDialect {
  const folder = /^\.(github|gitlab|bitbucket|gitea|forgejo)\//.exec(path)?.[1];
  if (folder === 'forgejo') return 'gitea';
  if (folder !== undefined && folder in codeownersPlaces) return folder as CodeownersDialect;
  return isDialect(forge) ? forge : 'github';
}
