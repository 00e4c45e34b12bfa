/** How a node looks, and how it reads aloud. */
import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Command } from 'vscode';
import { awayUntil, visible } from '../../core';
import { uriBelow } from '../../host/paths';
import type { Look } from './arrangement';
import { factsOf, sections } from './facts';
import type { AorNode, FileNode, FolderNode, SectionNode, TreeNode } from './nodes';
import { childNodes } from './outline';

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

/** Whether the user has opened or closed a node; `undefined`: neither. */
export type ExpansionOf = (id: string) => boolean | undefined;

/** The row of a node; the tooltip of an AOR comes later, when it is hovered. */
export function itemOf(node: TreeNode, look: Look, expansionOf: ExpansionOf): TreeItem {
  const { label, icon, state, description = '', spoken = description, ...more } = rowOf(node, look);
  const chosen = state === None ? undefined : expansionOf(node.id);
  const item = new TreeItem(label, chosen === undefined ? state : chosen ? Expanded : Collapsed);
  item.id = node.id;
  item.iconPath = typeof icon === 'string' ? new ThemeIcon(icon) : icon;
  item.description = description;
  item.accessibilityInformation = { label: spoken === '' ? label : `${label}, ${spoken}` };
  return Object.assign(item, more);
}

interface Row extends Pick<TreeItem, 'resourceUri' | 'command' | 'contextValue'> {
  readonly label: string;
  readonly icon: string | ThemeIcon;
  readonly state: TreeItemCollapsibleState;
  readonly description?: string;
  /** What is read after the label. Default: the description. */
  readonly spoken?: string;
}

function rowOf(node: TreeNode, look: Look): Row {
  switch (node.kind) {
    case 'repository': {
      const { base, state } = node.repository;
      const description = state === 'ok' ? '' : 'ownership file has errors';
      return { label: visible(base.path.split('/').at(-1) ?? ''), icon: 'repo', state: Expanded, description };
    }
    case 'section':
      return sectionRow(node, look);
    case 'person': {
      const { name } = node.person;
      const away = awayUntil(node.person, look.today);
      const facts = [counted(childNodes(node, look).length), ...(away === null ? [] : [`away ${away}`.trimEnd()])];
      return { label: visible(name), icon: 'account', state: Collapsed, ...said(facts), contextValue: 'person' };
    }
    case 'team': {
      const { name, lead } = node.team;
      const leader = lead === null ? undefined : node.repository.model?.file.people.get(lead.id)?.name;
      const facts = [
        counted(childNodes(node, look).length),
        ...(leader === undefined ? [] : [`lead ${visible(leader)}`]),
      ];
      return { label: visible(name), icon: 'organization', state: Collapsed, ...said(facts), contextValue: 'team' };
    }
    case 'aor':
      return aorRow(node, look);
    case 'files':
      return { label: node.count === null ? 'Files' : files(node.count), icon: 'files', state: Collapsed };
    case 'unowned': {
      const description = node.count === null ? '' : node.count.toLocaleString('en');
      const spoken = node.count === null ? '' : files(node.count);
      return { label: 'Unowned files', icon: 'question', state: Collapsed, description, spoken };
    }
    case 'folder':
      return {
        ...{ label: visible(node.label), icon: 'folder', state: Collapsed, resourceUri: uriOf(node) },
        ...{ description: '', spoken: 'folder', contextValue: isUnowned(node) ? 'unownedFolder' : 'folder' },
      };
    case 'file':
      return {
        ...{ label: visible(node.path.split('/').at(-1) ?? node.path), icon: 'file', state: None },
        ...{ resourceUri: uriOf(node), command: openFile(node) },
        contextValue: isUnowned(node) ? 'unownedFile' : 'file',
      };
    case 'rest':
      return { label: `${node.count.toLocaleString('en')} more`, icon: 'ellipsis', state: None };
    case 'stopped':
      return {
        ...{ label: 'Stopped', icon: 'debug-stop', state: None, description: 'click to list the files again' },
        command: { command: 'aor.listFiles', title: 'List files again' },
      };
  }
}

/** Whether nobody has the files: what can be done with them is another thing then. */
const isUnowned = ({ parent }: FileNode | FolderNode): boolean =>
  parent?.kind === 'unowned' || (parent?.kind === 'folder' && isUnowned(parent));

const files = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'file' : 'files'}`;

/** A number to see, a sentence to hear. */
const counted = (count: number): { readonly shown: string; readonly spoken: string } => ({
  shown: String(count),
  spoken: `${String(count)} ${count === 1 ? 'responsibility' : 'responsibilities'}`,
});

function said(facts: readonly (string | ReturnType<typeof counted>)[]): Pick<Row, 'description' | 'spoken'> {
  return {
    description: facts.map((fact) => (typeof fact === 'string' ? fact : fact.shown)).join(' · '),
    spoken: facts.map((fact) => (typeof fact === 'string' ? fact : fact.spoken)).join(', '),
  };
}

function sectionRow(node: SectionNode, look: Look): Row {
  const { section, repository } = node;
  const { title, icon } = sections[section];
  const me = section === 'mine' ? look.me(repository) : null;
  const name = me === null ? undefined : repository.model?.file.people.get(me)?.name;
  const facts = [...(name === undefined ? [] : [visible(name)]), counted(childNodes(node, look).length)];
  const isLong = section === 'green' || section === 'unrated' || section === 'review' || section === 'duty';
  const state = isLong && look.filter === null ? Collapsed : Expanded;
  return { label: title, icon, state, ...said(facts), contextValue: section };
}

const kindIcons = { area: 'layers', review: 'checklist', duty: 'briefcase' } as const;

function aorRow(node: AorNode, look: Look): Row {
  const { definition, repository } = node;
  const label = visible(definition.title);
  const icon = kindIcons[definition.kind];
  const file = repository.model?.file;
  const state = stateOf(node, look);
  const command = { command: 'aor.openRule', title: 'Open rule', arguments: [argumentOf(node)] };
  if (file === undefined) return { label, icon, state, command, contextValue: 'aor' };
  const { isVacant, shown, spoken } = factsOf(node, file, look);
  return {
    ...{ label, state, command, description: shown.join(' · '), spoken: spoken.join(', ') },
    icon: new ThemeIcon(icon, isVacant ? new ThemeColor('aor.vacantForeground') : undefined),
    // Only lists of AORs with something in common have a place elsewhere to lead to.
    contextValue: node.parent?.kind === 'section' ? 'aorListed' : 'aor',
  };
}

/** Top areas show the areas beneath them from the start; what is looked for is shown wherever it is. */
function stateOf(node: AorNode, look: Look): TreeItemCollapsibleState {
  const under = childNodes(node, look);
  if (under.length === 0) return None;
  const isTop = node.parent === null || node.parent.kind === 'repository';
  return (isTop || look.filter !== null) && under.some(({ kind }) => kind === 'aor') ? Expanded : Collapsed;
}

/** The place alone: the node would drag the whole tree along. */
const argumentOf = ({ root, file, start, end }: AorNode) => ({ root, file, start, end });

const uriOf = ({ repository, path }: FileNode | FolderNode) => uriBelow(repository.base, path);

const openFile = (node: FileNode): Command => ({
  command: 'vscode.open',
  title: 'Open file',
  arguments: [uriOf(node)],
});
