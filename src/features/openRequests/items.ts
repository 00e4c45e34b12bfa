/** How the rows of the view *Open requests* look, and how they read aloud. */
import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, workspace, type Command } from 'vscode';
import { rungInWords, visible } from '../../core';
import { requestName } from '../../forges';
import { markdownOf } from '../../host/convert';
import { pathBelow, uriBelow } from '../../host/paths';
import { ageText } from './age';
import type { FileNode, Group, GroupNode, NoteNode, OpenNode, RequestNode } from './nodes';
import { authorText, requestCard, touchedFacts } from './requestCard';
import { stateText } from './stateText';

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

export interface ItemContext {
  /** Ms since 1970. */
  readonly now: number;
  readonly isLooking: boolean;
}

interface Row extends Pick<TreeItem, 'resourceUri' | 'command' | 'contextValue' | 'tooltip'> {
  readonly label: string;
  readonly icon: string | ThemeIcon;
  readonly state?: TreeItemCollapsibleState;
  readonly description?: string;
  /** What is read after the label. Default: the description. */
  readonly spoken?: string;
}

/** The row of a node; the tooltip of a request comes later, when it is hovered. */
export async function itemOf(node: OpenNode, context: ItemContext): Promise<TreeItem> {
  const { label, icon, state = None, description = '', spoken = description, ...more } = await rowOf(node, context);
  const item = new TreeItem(label, state);
  item.id = node.id;
  item.iconPath = typeof icon === 'string' ? new ThemeIcon(icon) : icon;
  item.description = description;
  item.accessibilityInformation = { label: spoken === '' ? label : `${label}, ${spoken}` };
  return Object.assign(item, more);
}

function rowOf(node: OpenNode, { now, isLooking }: ItemContext): Row | Promise<Row> {
  switch (node.kind) {
    case 'repository': {
      const { repository, sight } = node.shown;
      const label = visible(repository.base.path.split('/').at(-1) ?? '');
      const isUnreadable = repository.model === null;
      const description = isUnreadable
        ? 'ownership file has errors'
        : stateText(sight, { isLooking, isBare: node.rows.length === 0 });
      const state = node.rows.length === 0 ? None : Expanded;
      return { label, icon: 'repo', state, description, tooltip: tooltipWith(label, description) };
    }
    case 'group':
      return groupRow(node);
    case 'request':
      return requestRow(node, now);
    case 'aor': {
      const { touched } = node;
      const facts = [rungInWords[touched.as], ...touchedFacts(touched)];
      return {
        ...{ label: visible(touched.aor.title), icon: touched.aor.kind === 'review' ? 'checklist' : 'layers' },
        ...{ state: Collapsed, description: facts.join(' · '), spoken: facts.join(', ') },
      };
    }
    case 'file':
      return fileRow(node);
    case 'note':
      return noteRow(node);
  }
}

const groups: Readonly<Record<Group, readonly [label: string, icon: string]>> = {
  waiting: ['Waiting for me', 'inbox'],
  touching: ['Touches my AORs', 'layers'],
};

function groupRow({ group, requests }: GroupNode): Row {
  const [label, icon] = groups[group];
  return { label, icon, state: Expanded, description: String(requests.length) };
}

function requestRow(node: RequestNode, now: number): Row {
  const { request } = node.seen;
  const age = ageText(request.updated, now);
  const facts = [...(request.isDraft ? ['draft'] : []), visible(authorText(node)), ...(age === '' ? [] : [age])];
  const aors = node.touched.map(({ aor }) => visible(aor.title));
  return {
    label: visible(`${requestName(node.remote.kind, request.number)} ${request.title}`),
    icon: request.isDraft ? 'git-pull-request-draft' : 'git-pull-request',
    state: node.touched.length === 0 ? None : Collapsed,
    description: facts.join(' · '),
    spoken: [...facts, ...(aors.length === 0 ? [] : [`touches ${aors.join(', ')}`])].join(', '),
    contextValue: 'openRequest',
    command: openPage(node),
  };
}

const openPage = ({ url }: RequestNode): Command => ({
  ...{ command: 'aor.openRequestPage', title: 'Open on the forge', arguments: [{ url }] },
});

/** The file as it is here; where the request made it, its page. */
async function fileRow({ request, path }: FileNode): Promise<Row> {
  const slash = path.lastIndexOf('/');
  const folder = visible(slash < 0 ? '' : path.slice(0, slash));
  const label = visible(path.slice(slash + 1));
  const { base } = request.repository;
  const uri = uriBelow(base, path);
  // A forge could say anything; what leads out of the repository is no file of it.
  const isHere = pathBelow(base, uri) === path && (await exists(uri));
  if (!isHere) {
    const facts = ['not in the working tree', folder].filter((text) => text !== '');
    return {
      label,
      icon: 'file',
      description: facts.join(' · '),
      spoken: facts.join(', '),
      command: openPage(request),
    };
  }
  const command = { command: 'vscode.open', title: 'Open file', arguments: [uri] };
  return { label, icon: ThemeIcon.File, resourceUri: uri, description: folder, command };
}

const exists = async (uri: FileNode['request']['repository']['base']): Promise<boolean> =>
  workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );

function noteRow({ icon, label, description, isWarning, command }: NoteNode): Row {
  const color = isWarning ? new ThemeColor('list.warningForeground') : undefined;
  const tooltip = tooltipWith(label, description);
  return { label, icon: new ThemeIcon(icon, color), description, tooltip, ...(command === null ? {} : { command }) };
}

/** Rows are narrow, and sentences are not. */
const tooltipWith = (label: string, description: string): string =>
  description === '' ? label : `${label}\n${description}`;

/** What a request says when it is hovered; `undefined`: the row says it all. */
export const tooltipOf = (node: OpenNode, now: number): TreeItem['tooltip'] =>
  node.kind === 'request' ? markdownOf(requestCard(node, now), []) : undefined;
