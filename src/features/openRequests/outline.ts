/** The tree of the view *Open requests*: which rows there are beneath which. */
import { touchedOf, visible, type Person, type Today, type TouchedAor } from '../../core';
import { requestName } from '../../forges';
import { isAskedIn, isNamedOn } from '../../host/forge/openRequestsPeople';
import { mostRequests, type SeenRequest } from '../../host/forge/openRequestsSight';
import type { OpenSight } from '../../host/forge/openRequests';
import type {
  AorNode,
  FileNode,
  Group,
  GroupNode,
  NoteNode,
  OpenNode,
  RepositoryNode,
  RequestNode,
  ShownRepository,
} from './nodes';

type Seen = Extract<OpenSight, { readonly kind: 'seen' }>;

/** More files than these are no help beneath one row. */
const mostFiles = 500;

/** The top of the tree; of several repositories one row each. A generator, so that the caller can do it in slices. */
export function* topNodes(all: readonly ShownRepository[], today: Today): Generator<void, readonly OpenNode[]> {
  const [only] = all;
  if (only !== undefined && all.length === 1) return yield* nodesOf(only, today);
  const nodes: RepositoryNode[] = [];
  for (const shown of all) {
    const rows = yield* nodesOf(shown, today);
    // A row that had nothing beneath it would stay closed once it has.
    const id = rows.length === 0 ? rootOf(shown) : `${rootOf(shown)}/rows`;
    nodes.push({ kind: 'repository', id, shown, rows });
  }
  return nodes;
}

/** What is beneath a row. */
export function childNodes(node: OpenNode): readonly OpenNode[] {
  switch (node.kind) {
    case 'repository':
      return node.rows;
    case 'group':
      return node.requests;
    case 'request':
      return node.touched.map((touched): AorNode => ({
        ...{ kind: 'aor', id: `${node.id}/${touched.aor.id}`, request: node, touched },
      }));
    case 'aor': {
      const { id, request, touched } = node;
      const rest = touched.files.length - mostFiles;
      return [
        ...touched.files
          .slice(0, mostFiles)
          .map((path): FileNode => ({ kind: 'file', id: `${id}/${path}`, request, path })),
        ...(rest > 0 ? [note(id, '/rest', { icon: 'ellipsis', label: `${rest.toLocaleString('en')} more` })] : []),
      ];
    }
    default:
      return [];
  }
}

const rootOf = ({ repository }: ShownRepository): string => repository.base.toString();

function note(above: string, name: string, more: Partial<NoteNode> & Pick<NoteNode, 'icon' | 'label'>): NoteNode {
  return { kind: 'note', id: `${above}/${name}`, description: '', isWarning: false, command: null, ...more };
}

function* nodesOf(shown: ShownRepository, today: Today): Generator<void, readonly OpenNode[]> {
  const { sight, me } = shown;
  const root = rootOf(shown);
  switch (sight?.kind) {
    case 'unknown-user': {
      const command = { command: 'workbench.action.openSettings', title: 'Open setting', arguments: ['aor.me'] };
      return [note(root, 'user', { icon: 'account', label: 'Say who you are', description: sight.text, command })];
    }
    case 'signed-out': {
      const command = { command: 'aor.signIn', title: 'Sign in', arguments: [sight.remote] };
      const label = visible(`Sign in to ${sight.remote.host}`);
      return [
        note(root, 'sign-in', { icon: 'sign-in', label, description: 'to see what waits for you there', command }),
      ];
    }
    case 'failed':
      return [failedNote(root, sight)];
    case 'seen':
      return me === null ? [] : yield* requestNodes(shown, sight, me, today);
    default:
      return [];
  }
}

/** A token that is not accepted has to go before there can be another one. */
function failedNote(
  root: string,
  { text, failure, remote }: Extract<OpenSight, { readonly kind: 'failed' }>,
): NoteNode {
  const row = { icon: 'warning', label: visible(text), isWarning: true };
  if (failure !== 'sign-in') return note(root, 'failed', row);
  const command = { command: 'aor.signOut', title: 'Sign out', arguments: [remote.host] };
  return note(root, 'failed', { ...row, description: 'click to sign out', command });
}

function* requestNodes(shown: ShownRepository, sight: Seen, me: Person, today: Today): Generator<void, OpenNode[]> {
  const { remote } = sight;
  const waiting: RequestNode[] = [];
  const touching: RequestNode[] = [];
  const partly: SeenRequest[] = [];
  for (const seen of sight.requests) {
    yield;
    const { request, paths, isComplete } = seen;
    const touched = touchedIn(shown, paths ?? [], me, today);
    const group = isAskedIn(me, request, remote) ? waiting : touching;
    if (group === waiting || touched.length > 0) {
      const id = `${rootOf(shown)}/${request.number}`;
      const { repository } = shown;
      group.push({ kind: 'request', id, repository, remote, seen, url: request.url, touched });
    } else if (paths !== null && !isComplete) partly.push(seen);
  }
  const groups: readonly (readonly [Group, readonly RequestNode[]])[] = [
    ['waiting', waiting],
    ['touching', touching],
  ];
  return [
    ...groups.flatMap(([group, requests]): readonly GroupNode[] =>
      requests.length === 0 ? [] : [{ kind: 'group', id: `${rootOf(shown)}/${group}`, group, requests }],
    ),
    ...notesOn(rootOf(shown), sight, me, partly),
  ];
}

function touchedIn(
  { repository: { model } }: ShownRepository,
  paths: readonly string[],
  me: Person,
  today: Today,
): readonly TouchedAor[] {
  return model === null ? [] : touchedOf(model.file, model.index, paths, { person: me.id, today });
}

/** What keeps the groups from being the whole truth. */
function notesOn(root: string, sight: Seen, me: Person, partly: readonly SeenRequest[]): readonly NoteNode[] {
  const { remote, isCut, trouble } = sight;
  const open = { command: 'aor.openOwnershipFile', title: 'Open ownership file', arguments: [] };
  return [
    ...(trouble === null ? [] : [note(root, 'trouble', { icon: 'warning', label: visible(trouble), isWarning: true })]),
    ...(isNamedOn(me, remote)
      ? []
      : [
          note(root, 'handle', {
            ...{ icon: 'info', label: 'What waits for you is not known', command: open },
            description: visible(`the ownership file has no handle of yours for ${remote.host}`),
          }),
        ]),
    ...(partly.length === 0
      ? []
      : [
          note(root, 'partly', {
            ...{ icon: 'info', label: 'Not all files are known' },
            description: `of ${partly.map(({ request }) => requestName(remote.kind, request.number)).join(', ')}: the forge lists only some`,
          }),
        ]),
    ...(isCut
      ? [
          note(root, 'cut', {
            icon: 'info',
            label: `Only the ${mostRequests} requests that changed last are looked at`,
          }),
        ]
      : []),
  ];
}

/** How many requests wait for the user. */
export const waitingCount = (all: readonly ShownRepository[]): number =>
  all.reduce((sum, { sight, me }) => {
    if (sight?.kind !== 'seen' || me === null) return sum;
    return sum + sight.requests.filter(({ request }) => isAskedIn(me, request, sight.remote)).length;
  }, 0);
