/** How a node looks. */
import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Command } from 'vscode';
import { awayUntil, holderOf, holderSummary, visible } from '../../core';
import { uriBelow } from '../../host/paths';
import type { AorNode, FileNode, FolderNode, TreeNode } from './nodes';
import { childNodes, type Look } from './outline';

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

/** The row of a node; the tooltip of an AOR comes later, when it is hovered. */
export function itemOf(node: TreeNode, look: Look): TreeItem {
  const item = rowOf(node, look);
  item.id = node.id;
  return item;
}

function rowOf(node: TreeNode, look: Look): TreeItem {
  switch (node.kind) {
    case 'repository': {
      const { base, state } = node.repository;
      const description = state === 'ok' ? '' : 'ownership file has errors';
      return row(visible(base.path.split('/').at(-1) ?? ''), 'repo', Expanded, { description });
    }
    case 'section': {
      const { title, icon } = sections[node.section];
      const state = node.section === 'vacant' ? Expanded : Collapsed;
      return row(title, icon, state, {
        description: String(childNodes(node, look).length),
        contextValue: node.section,
      });
    }
    case 'person': {
      const away = awayUntil(node.person, look.today);
      const count = childNodes(node, look).length;
      const description = away === null ? String(count) : `${count} · away ${away}`.trimEnd();
      return row(visible(node.person.name), 'account', Collapsed, { description, contextValue: 'person' });
    }
    case 'aor':
      return aorRow(node, look);
    case 'files': {
      const label =
        node.count === null ? 'Files' : `${node.count.toLocaleString('en')} ${node.count === 1 ? 'file' : 'files'}`;
      return row(label, 'files', Collapsed);
    }
    case 'folder':
      return row(visible(node.label), 'folder', Collapsed, { resourceUri: uriOf(node) });
    case 'file':
      return row(visible(node.path.split('/').at(-1) ?? node.path), 'file', None, {
        resourceUri: uriOf(node),
        command: openFile(node),
      });
    case 'rest':
      return row(`${node.count.toLocaleString('en')} more`, 'ellipsis', None);
    case 'stopped':
      return row('Stopped', 'debug-stop', None);
  }
}

const sections = {
  vacant: { title: 'Vacant', icon: 'circle-slash' },
  review: { title: 'Reviews', icon: 'checklist' },
  duty: { title: 'Duties', icon: 'briefcase' },
} as const;

const kinds = {
  area: { icon: 'layers', word: 'area' },
  review: { icon: 'checklist', word: 'review' },
  duty: { icon: 'briefcase', word: 'duty' },
} as const;

function row(label: string, icon: string, state: TreeItemCollapsibleState, more: Partial<TreeItem> = {}): TreeItem {
  const item = new TreeItem(label, state);
  item.iconPath = new ThemeIcon(icon);
  return Object.assign(item, more);
}

function aorRow(node: AorNode, look: Look): TreeItem {
  const { definition, repository } = node;
  const { icon, word } = kinds[definition.kind];
  const file = repository.model?.file;
  const isVacant = file === undefined || holderOf(file, definition, look.today).owner === null;
  const holder = file === undefined ? '' : holderSummary(file, definition, look.today);
  const isUnderGroup =
    look.grouping === 'person' || (node.parent?.kind === 'section' && node.parent.section === 'vacant');
  const kind = definition.kind === 'area' ? [] : [word];
  const level = definition.kind === 'review' ? [definition.level] : [];
  const since = definition.vacant?.since ?? null;
  const vacancy = isVacant && since !== null ? [`since ${since}`] : [];
  const facts = isUnderGroup ? [...kind, ...level, ...vacancy] : [holder, ...level];
  const item = row(visible(definition.title), icon, stateOf(node, look));
  item.iconPath = new ThemeIcon(icon, isVacant ? new ThemeColor('aor.vacantForeground') : undefined);
  item.description = facts.join(' · ');
  item.contextValue = 'aor';
  const spoken = [visible(definition.title), ...kind, isVacant ? 'vacant' : `owner ${holder}`];
  item.accessibilityInformation = { label: spoken.join(', ') };
  item.command = { command: 'aor.openRule', title: 'Open rule', arguments: [argumentOf(node)] };
  return item;
}

/** Top areas show the areas beneath them from the start. */
function stateOf(node: AorNode, look: Look): TreeItemCollapsibleState {
  const beneath = childNodes(node, look);
  if (beneath.length === 0) return None;
  const isTop = node.parent === null || node.parent.kind === 'repository';
  return isTop && beneath.some(({ kind }) => kind === 'aor') ? Expanded : Collapsed;
}

/** The place alone: the node would drag the whole tree along. */
const argumentOf = ({ root, file, start, end }: AorNode) => ({ root, file, start, end });

const uriOf = ({ repository, path }: FileNode | FolderNode) => uriBelow(repository.base, path);

const openFile = (node: FileNode): Command => ({
  command: 'vscode.open',
  title: 'Open file',
  arguments: [uriOf(node)],
});
