/** What the tree consists of. A node's id is its parent's and its own part, so that the same thing has the same id anew. */
import type { Aor, MentionOf, Person, RulePlace, Team } from '../../core';
import type { Repository } from '../../host/store';

interface Common {
  readonly id: string;
  readonly parent: TreeNode | null;
  readonly repository: Repository;
}

/** An ownership file with all it says; only where the window has several. */
export interface RepositoryNode extends Common {
  readonly kind: 'repository';
}

/** Several AORs that have something in common. */
export type Section =
  'mine' | 'vacant' | 'area' | 'review' | 'duty' | 'red' | 'amber' | 'green' | 'unrated' | 'teamless';

export interface SectionNode extends Common {
  readonly kind: 'section';
  readonly section: Section;
}

/** Carries the argument of the commands about somebody's files. */
export interface PersonNode extends Common {
  readonly kind: 'person';
  readonly person: Person;
  readonly root: string;
  readonly personId: string;
}

export interface TeamNode extends Common {
  readonly kind: 'team';
  readonly team: Team;
}

/** Carries the arguments of `aor.openRule`, `aor.copyMention` and `aor.revealFile`, which its menus call with the node. */
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

/** The files that no AOR has, listed once it is opened. */
export interface UnownedNode extends Common {
  readonly kind: 'unowned';
  /** `null`: not counted yet. */
  readonly count: number | null;
}

/** A folder with files of the AOR, or of nobody, beneath it. Carries the argument of the commands about folders. */
export interface FolderNode extends Common {
  readonly kind: 'folder';
  /** Base-relative. */
  readonly path: string;
  readonly uri: string;
  readonly label: string;
  readonly files: readonly string[];
}

/** Carries the argument of the commands about a file. */
export interface FileNode extends Common {
  readonly kind: 'file';
  readonly path: string;
  readonly uri: string;
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
  | RepositoryNode
  | SectionNode
  | PersonNode
  | TeamNode
  | AorNode
  | FilesNode
  | UnownedNode
  | FolderNode
  | FileNode
  | RestNode
  | StoppedNode;

/** URI of the repository's base without a final slash, as links and commands carry it. */
export const rootOf = ({ base }: Repository): string => base.toString().replace(/\/$/, '');

/** Where nodes are put: beneath a parent, or at the top of the tree. */
export interface Place {
  readonly repository: Repository;
  readonly parent: TreeNode | null;
  /** What the ids at the top begin with: another one makes every row a new one, drawn as if never seen. */
  readonly top: string;
}

/** The place beneath a node. */
export const beneath = (node: TreeNode): Place => ({ repository: node.repository, parent: node, top: node.id });

const common = ({ repository, parent, top }: Place, part: string): Common => ({
  id: `${parent?.id ?? top}/${part}`,
  parent,
  repository,
});

/** An AOR at a place. */
export function aorNode(place: Place, definition: Aor): AorNode {
  const { id: aor, at } = definition;
  const root = rootOf(place.repository);
  const { file, start, end } = at;
  return { kind: 'aor', ...common(place, `aor:${aor}`), definition, aor, root, file, start, end };
}

/** A section at a place. */
export const sectionNode = (place: Place, section: Section): SectionNode => ({
  kind: 'section',
  ...common(place, section),
  section,
});

/** A person at a place. */
export const personNode = (place: Place, person: Person): PersonNode => ({
  kind: 'person',
  ...common(place, `person:${person.id}`),
  person,
  root: rootOf(place.repository),
  personId: person.id,
});

/** A team at a place. */
export const teamNode = (place: Place, team: Team): TeamNode => ({
  kind: 'team',
  ...common(place, `team:${team.id}`),
  team,
});

/** The files nobody has, at a place. */
export const unownedNode = (place: Place): UnownedNode => ({
  kind: 'unowned',
  ...common(place, 'unowned'),
  count: place.repository.tree?.unowned ?? null,
});
