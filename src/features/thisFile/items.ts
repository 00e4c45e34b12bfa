/** How a row looks, and how it reads aloud. */
import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, type Command } from 'vscode';
import type { Link, Row } from './row';

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

/** The item of a row. Its menus are called with the row, which carries an AOR's arguments. */
export function itemOf(row: Row): TreeItem {
  const { id, icon, label, description, spoken, children, isOpen, link, aor } = row;
  const item = new TreeItem(label, children.length === 0 ? None : isOpen ? Expanded : Collapsed);
  item.id = id;
  item.iconPath = new ThemeIcon(icon, colors[icon]);
  item.description = description;
  item.tooltip = description === '' ? label : `${label}\n${description}`;
  item.accessibilityInformation = { label: spoken ?? (description === '' ? label : `${label}, ${description}`) };
  if (aor !== undefined) item.contextValue = 'aorListed';
  if (link !== null) item.command = commandOf(link, label);
  return item;
}

const colors: Readonly<Record<string, ThemeColor>> = {
  'circle-slash': new ThemeColor('aor.vacantForeground'),
  question: new ThemeColor('aor.unownedForeground'),
  warning: new ThemeColor('problemsWarningIcon.foreground'),
};

function commandOf(link: Link, title: string): Command {
  if (link.kind === 'open') return { title, command: 'vscode.open', arguments: [Uri.parse(link.target)] };
  return { title, command: link.command, arguments: link.argument === null ? [] : [link.argument] };
}
