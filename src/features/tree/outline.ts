/** The tree without its files: pure, from the models of the window. */
import { holderOf, type Aor, type OwnershipFile, type Today } from '../../core';
import type { Repository } from '../../host/store';
import {
  aorNode,
  personNode,
  rootOf,
  sectionNode,
  sectionOf,
  type AorNode,
  type FilesNode,
  type Grouping,
  type SectionNode,
  type TreeNode,
} from './nodes';

/** How the tree is looked at. */
export interface Look {
  readonly grouping: Grouping;
  readonly today: Today;
}

/** The repositories that have something to show. */
export const shownRepositories = (repositories: readonly Repository[]): readonly Repository[] =>
  repositories.filter(({ state }) => state !== 'none');

/** The top of the tree: of one ownership file what it says, of several a node each. */
export function topNodes(repositories: readonly Repository[], look: Look): readonly TreeNode[] {
  const shown = shownRepositories(repositories);
  const [only] = shown;
  if (only !== undefined && shown.length === 1) return groups(only, null, look);
  return shown.map((repository) => topOf(repository));
}

const topOf = (repository: Repository): TreeNode => ({
  kind: 'repository',
  id: rootOf(repository),
  parent: null,
  repository,
});

/** What is beneath a node, but for files. */
export function childNodes(node: TreeNode, look: Look): readonly TreeNode[] {
  const { repository } = node;
  const file = repository.model?.file;
  if (file === undefined) return [];
  switch (node.kind) {
    case 'repository':
      return groups(repository, node, look);
    case 'section':
      return sectionAors(file, node, look).map((aor) => aorNode(repository, node, aor));
    case 'person':
      return heldBy(file, node.person.id, look).map((aor) => aorNode(repository, node, aor));
    case 'aor':
      return [...subareas(file, node, look).map((aor) => aorNode(repository, node, aor)), ...filesNode(node)];
    default:
      return [];
  }
}

/** The node of an AOR with all its parents, as `reveal` needs it. */
export function nodeOf(repositories: readonly Repository[], repository: Repository, aor: Aor, look: Look): AorNode {
  const top = shownRepositories(repositories).length > 1 ? topOf(repository) : null;
  return nodeIn(repository, top, aor, look);
}

function nodeIn(repository: Repository, top: TreeNode | null, aor: Aor, look: Look): AorNode {
  const file = repository.model?.file;
  if (file === undefined) return aorNode(repository, top, aor);
  if (look.grouping === 'person') {
    const { owner } = holderOf(file, aor, look.today);
    const group = owner === null ? sectionNode(repository, top, 'vacant') : personNode(repository, top, owner);
    return aorNode(repository, group, aor);
  }
  const parent = parentOf(file, aor);
  if (parent !== undefined) return aorNode(repository, nodeIn(repository, top, parent, look), aor);
  const section = sectionOf(aor.kind);
  return aorNode(repository, section === null ? top : sectionNode(repository, top, section), aor);
}

/** The section of what nobody holds, in the first repository that has one. */
export function vacantNode(repositories: readonly Repository[], look: Look): SectionNode | undefined {
  const shown = shownRepositories(repositories);
  const repository = shown.find(({ model }) => model !== null && vacant(model.file, look).length > 0);
  return repository && sectionNode(repository, shown.length > 1 ? topOf(repository) : null, 'vacant');
}

function groups(repository: Repository, parent: TreeNode | null, look: Look): readonly TreeNode[] {
  const file = repository.model?.file;
  if (file === undefined) return [];
  const nobody = vacant(file, look).length > 0 ? [sectionNode(repository, parent, 'vacant')] : [];
  if (look.grouping === 'person') {
    const people = [...file.people.values()].filter(({ id }) => heldBy(file, id, look).length > 0);
    people.sort((a, b) => a.name.localeCompare(b.name));
    return [...nobody, ...people.map((person) => personNode(repository, parent, person))];
  }
  const all = [...file.aors.values()];
  const areas = all.filter((aor) => aor.kind === 'area' && parentOf(file, aor) === undefined);
  const sections = (['review', 'duty'] as const).filter((kind) => all.some((aor) => aor.kind === kind));
  return [
    ...nobody,
    ...areas.map((aor) => aorNode(repository, parent, aor)),
    ...sections.map((section) => sectionNode(repository, parent, section)),
  ];
}

/** The AOR above, where it is of the same kind and so in the same part of the tree. */
function parentOf(file: OwnershipFile, { parent, kind }: Aor): Aor | undefined {
  const above = parent === null ? undefined : file.aors.get(parent.id);
  return above?.kind === kind ? above : undefined;
}

function subareas(file: OwnershipFile, { definition, parent }: AorNode, { grouping }: Look): readonly Aor[] {
  const isListed = grouping === 'person' || (parent?.kind === 'section' && parent.section === 'vacant');
  return isListed ? [] : [...file.aors.values()].filter((aor) => parentOf(file, aor) === definition);
}

const vacant = (file: OwnershipFile, { today }: Look): readonly Aor[] =>
  [...file.aors.values()].filter((aor) => holderOf(file, aor, today).owner === null);

const heldBy = (file: OwnershipFile, person: string, { today }: Look): readonly Aor[] =>
  [...file.aors.values()].filter((aor) => holderOf(file, aor, today).owner?.id === person);

function sectionAors(file: OwnershipFile, { section }: SectionNode, look: Look): readonly Aor[] {
  if (section === 'vacant') return vacant(file, look);
  return [...file.aors.values()].filter((aor) => aor.kind === section && parentOf(file, aor) === undefined);
}

/** The files of an area that has some, and of a review that says where it applies. */
function filesNode(node: AorNode): readonly FilesNode[] {
  const { definition, repository, id } = node;
  const hasFiles = definition.kind !== 'duty' && definition.hasPaths && definition.broken.length === 0;
  const count = fileCount(node);
  if (!hasFiles || count === 0) return [];
  return [{ kind: 'files', id: `${id}/files`, parent: node, repository, definition, count }];
}

/** How many files an area owns; `null` where that is not counted, as for reviews. */
export function fileCount({ definition, repository }: Pick<AorNode, 'definition' | 'repository'>): number | null {
  if (definition.kind !== 'area' || repository.tree === null) return null;
  return repository.tree.filesOf.get(definition.id) ?? 0;
}
