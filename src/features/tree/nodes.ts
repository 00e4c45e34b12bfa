/** What the tree consists of. A node's id is its parent's and its own part, so that the same thing has the same id anew. */
import type { Aor, AorKind, MentionOf, Person, RulePlace } from '../../core';
import type { Repository } from '../../host/store';

/** How AORs are grouped. */
export type Grouping = 'area' | 'person';

interface Common {
  readonly id: string;
  readonly parent: TreeNode | null;
  readonly repository: Repository;
}

/** An ownership file with all it says; only where the window has several. */
export interface RepositoryNode extends Common {
  readonly kind: 'repository';
}

/** Everything vacant, every review, every duty. */
export interface SectionNode extends Common {
  readonly kind: 'section';
  readonly section: 'vacant' | 'review' | 'duty';
}

export interface PersonNode extends Common {
  readonly kind: 'person';
  readonly person: Person;
}

/** Carries the arguments of `aor.openRule` and `aor.copyMention`, which its context menu calls with the node. */
export interface AorNode extends Common, RulePlace, MentionOf {
  readonly kind: 'aor';
  readonly definition: Aor;
}

/** The files of an AOR, listed once it is opened. */
export interface FilesNode extends Common {
  readonly kind: 'files';
  readonly definition: Aor;
  /** `null`: not counted yet. */
  readonly count: number | null;
}

/** A folder with files of the AOR beneath it. */
export interface FolderNode extends Common {
  readonly kind: 'folder';
  /** Base-relative. */
  readonly path: string;
  readonly label: string;
  readonly files: readonly string[];
}

export interface FileNode extends Common {
  readonly kind: 'file';
  readonly path: string;
}

/** How many files are not shown. */
export interface RestNode extends Common {
  readonly kind: 'rest';
  readonly count: number;
}

/** The listing was ended. */
export interface StoppedNode extends Common {
  readonly kind: 'stopped';
}

export type TreeNode =
  RepositoryNode | SectionNode | PersonNode | AorNode | FilesNode | FolderNode | FileNode | RestNode | StoppedNode;

/** URI of the repository's base without a final slash, as links and commands carry it. */
export const rootOf = ({ base }: Repository): string => base.toString().replace(/\/$/, '');

/** An AOR beneath a node. */
export function aorNode(repository: Repository, parent: TreeNode | null, definition: Aor): AorNode {
  const { id: aor, at } = definition;
  const id = `${idOf(parent, repository)}/aor:${aor}`;
  return {
    kind: 'aor',
    id,
    parent,
    repository,
    definition,
    aor,
    root: rootOf(repository),
    file: at.file,
    start: at.start,
    end: at.end,
  };
}

/** A section beneath a node. */
export const sectionNode = (
  repository: Repository,
  parent: TreeNode | null,
  section: SectionNode['section'],
): SectionNode => ({ kind: 'section', id: `${idOf(parent, repository)}/${section}`, parent, repository, section });

/** A person beneath a node. */
export const personNode = (repository: Repository, parent: TreeNode | null, person: Person): PersonNode => ({
  kind: 'person',
  id: `${idOf(parent, repository)}/person:${person.id}`,
  parent,
  repository,
  person,
});

/** The id that a node's children begin with; without a node, that of the repository. */
export const idOf = (parent: TreeNode | null, repository: Repository): string => parent?.id ?? rootOf(repository);

/** The section AORs of a kind are in; areas stand on their own. */
export const sectionOf = (kind: AorKind): SectionNode['section'] | null => (kind === 'area' ? null : kind);
