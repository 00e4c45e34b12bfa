/** The tree without its files: pure, from the models of the window. */
import { holdersOf, type Aor, type OwnershipFile } from '../../core';
import type { Repository } from '../../host/store';
import { arrangementOf, parentOf, type Look } from './arrangement';
import {
  aorNode,
  beneath,
  personNode,
  rootOf,
  sectionNode,
  teamNode,
  unownedNode,
  type AorNode,
  type FilesNode,
  type Place,
  type Section,
  type SectionNode,
  type TreeNode,
} from './nodes';

/** The repositories that have something to show. */
export const shownRepositories = (repositories: readonly Repository[]): readonly Repository[] =>
  repositories.filter(({ state }) => state !== 'none');

/** The top of the tree: of one ownership file what it says, of several a node each. */
export function topNodes(repositories: readonly Repository[], look: Look): readonly TreeNode[] {
  const shown = shownRepositories(repositories);
  const [only] = shown;
  if (only !== undefined && shown.length === 1) return groups(placeOf(repositories, only, look), look);
  return shown.map((repository) => repositoryNode(repository, look));
}

const topId = (repository: Repository, { filterText }: Look): string =>
  filterText === '' ? rootOf(repository) : `${rootOf(repository)}?${filterText}`;

const repositoryNode = (repository: Repository, look: Look): TreeNode => ({
  kind: 'repository',
  id: topId(repository, look),
  parent: null,
  repository,
});

/** Where the groups of a repository are. */
function placeOf(repositories: readonly Repository[], repository: Repository, look: Look): Place {
  if (shownRepositories(repositories).length > 1) return beneath(repositoryNode(repository, look));
  return { repository, parent: null, top: topId(repository, look) };
}

/** What is beneath a node, but for files. */
export function childNodes(node: TreeNode, look: Look): readonly TreeNode[] {
  const place = beneath(node);
  const file = place.repository.model?.file;
  if (file === undefined) return [];
  const arranged = arrangementOf(file, look);
  const listed = (aors: readonly Aor[] | undefined): AorNode[] => (aors ?? []).map((aor) => aorNode(place, aor));
  switch (node.kind) {
    case 'repository':
      return groups(place, look);
    case 'section':
      return listed(aorsIn(file, node, look));
    case 'person':
      return listed(arranged.heldBy.get(node.person.id));
    case 'team':
      return listed(arranged.ofTeam.get(node.team.id));
    case 'aor':
      return [...(isNested(node, look) ? listed(arranged.beneath.get(node.definition)) : []), ...filesNode(node)];
    default:
      return [];
  }
}

function groups(place: Place, look: Look): readonly TreeNode[] {
  const { repository } = place;
  const file = repository.model?.file;
  if (file === undefined) return [];
  const section = (name: Section): SectionNode => sectionNode(place, name);
  const filled = (names: readonly Section[]): SectionNode[] =>
    names.map(section).filter((node) => aorsIn(file, node, look).length > 0);
  // Looking for something, nobody wants to see what cannot be looked for.
  const isPlain = look.filter === null && repository.uncounted === null && repository.tree?.unowned !== 0;
  const rest = isPlain ? [unownedNode(place)] : [];
  return [...filled(['mine', 'vacant']), ...grouped(file, place, look, filled), ...rest];
}

function grouped(
  file: OwnershipFile,
  place: Place,
  look: Look,
  filled: (names: readonly Section[]) => readonly TreeNode[],
): readonly TreeNode[] {
  const { heldBy, ofTeam, beneath: under } = arrangementOf(file, look);
  const teams = [...file.teams.values()].filter(({ id }) => ofTeam.has(id)).map((team) => teamNode(place, team));
  switch (look.grouping) {
    case 'person':
      return [
        ...[...file.people.values()]
          .filter(({ id }) => heldBy.has(id))
          .sort((one, other) => one.name.localeCompare(other.name))
          .map((person) => personNode(place, person)),
        // What a team alone has in CODEOWNERS is nowhere else.
        ...(file.codeowners === null ? [] : teams),
      ];
    case 'team':
      return [...teams, ...filled(['teamless'])];
    case 'kind':
      return filled(['area', 'review', 'duty']);
    case 'status':
      return filled(['red', 'amber', 'green', 'unrated']);
    case 'area': {
      const areas = (under.get(null) ?? []).filter(({ kind }) => kind === 'area');
      return [...areas.map((aor) => aorNode(place, aor)), ...filled(['review', 'duty'])];
    }
  }
}

function aorsIn(file: OwnershipFile, { section, repository }: SectionNode, look: Look): readonly Aor[] {
  const { vacant, heldBy, backedUpBy, ofTeam, ofStatus, beneath: under } = arrangementOf(file, look);
  switch (section) {
    case 'mine': {
      const me = look.me(repository);
      return me === null ? [] : [...(heldBy.get(me) ?? []), ...(backedUpBy.get(me) ?? [])];
    }
    case 'vacant':
      return vacant;
    case 'area':
    case 'review':
    case 'duty':
      return (under.get(null) ?? []).filter(({ kind }) => kind === section);
    case 'red':
    case 'amber':
    case 'green':
      return ofStatus.get(section) ?? [];
    case 'unrated':
      return ofStatus.get(null) ?? [];
    case 'teamless':
      return ofTeam.get(null) ?? [];
  }
}

/** Whether the AORs beneath an AOR are shown beneath it: not in lists of all that have something in common. */
function isNested({ parent }: AorNode, { grouping }: Look): boolean {
  const isListed = parent?.kind === 'section' && (parent.section === 'vacant' || parent.section === 'mine');
  return !isListed && (grouping === 'area' || grouping === 'kind');
}

/** The node of an AOR with all its parents, as `reveal` needs it; where the tree has it at home, not in a list above. */
export function nodeOf(repositories: readonly Repository[], repository: Repository, aor: Aor, look: Look): AorNode {
  const place = placeOf(repositories, repository, look);
  const file = repository.model?.file;
  return file === undefined ? aorNode(place, aor) : aorNode(homeOf(file, aor, place, look), aor);
}

function homeOf(file: OwnershipFile, aor: Aor, place: Place, look: Look): Place {
  const inSection = (section: Section): Place => beneath(sectionNode(place, section));
  switch (look.grouping) {
    case 'person': {
      const [holder] = holdersOf(file, aor, look.today);
      if (holder !== undefined) return beneath(personNode(place, holder));
      const team = aor.shared.flatMap(({ id }) => file.teams.get(id) ?? [])[0];
      return team === undefined ? inSection('vacant') : beneath(teamNode(place, team));
    }
    case 'team': {
      const team = aor.teams.flatMap(({ id }) => file.teams.get(id) ?? [])[0];
      return team === undefined ? inSection('teamless') : beneath(teamNode(place, team));
    }
    case 'status':
      return inSection(aor.status ?? 'unrated');
    case 'kind':
    case 'area': {
      const parent = parentOf(file, aor);
      if (parent !== undefined) return beneath(aorNode(homeOf(file, parent, place, look), parent));
      return look.grouping === 'area' && aor.kind === 'area' ? place : inSection(aor.kind);
    }
  }
}

/** The first section of that name that has something in it. */
export function filledSection(
  repositories: readonly Repository[],
  section: Section,
  look: Look,
): SectionNode | undefined {
  for (const repository of shownRepositories(repositories)) {
    const node = sectionNode(placeOf(repositories, repository, look), section);
    if (repository.model !== null && aorsIn(repository.model.file, node, look).length > 0) return node;
  }
  return undefined;
}

/** The files of an area that has some, and of a review that says where it applies; not where they are too many. */
function filesNode(node: AorNode): readonly FilesNode[] {
  const { definition, repository, id } = node;
  const hasFiles = definition.kind !== 'duty' && definition.hasPaths && definition.broken.length === 0;
  const count = fileCount(node);
  if (!hasFiles || count === 0 || repository.uncounted !== null) return [];
  return [{ kind: 'files', id: `${id}/files`, parent: node, repository, definition, count }];
}

/** How many files an area owns; `null` where that is not counted, as for reviews. */
export function fileCount({ definition, repository }: Pick<AorNode, 'definition' | 'repository'>): number | null {
  if (definition.kind !== 'area' || repository.tree === null) return null;
  return repository.tree.filesOf.get(definition.id) ?? 0;
}
