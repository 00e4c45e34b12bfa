/** Which file a command or a surface is about. */
import {
  TabInputCustom,
  TabInputNotebook,
  TabInputNotebookDiff,
  TabInputText,
  TabInputTextDiff,
  Uri,
  window,
  type Tab,
} from 'vscode';
import { createBag, type Disposable } from './disposables';

/** The document in front of the user: the editor with the focus, or what the tab shows (an image, a notebook). */
export function activeResource(): Uri | undefined {
  const uri = window.activeTextEditor?.document.uri;
  // A focused output panel or input box counts as an editor; the file behind it is still the one looked at.
  if (uri !== undefined && uri.scheme !== 'output' && uri.scheme !== 'comment') return uri;
  return resourceOfTab(window.tabGroups.activeTabGroup.activeTab);
}

function resourceOfTab(tab: Tab | undefined): Uri | undefined {
  const input = tab?.input;
  if (input instanceof TabInputText || input instanceof TabInputCustom || input instanceof TabInputNotebook)
    return input.uri;
  if (input instanceof TabInputTextDiff || input instanceof TabInputNotebookDiff) return input.modified;
  return undefined;
}

/** Calls back whenever `activeResource` may give another file. */
export function onDidChangeActiveResource(changed: () => void): Disposable {
  const bag = createBag();
  bag.add(window.onDidChangeActiveTextEditor(changed));
  bag.add(window.tabGroups.onDidChangeTabs(changed));
  bag.add(window.tabGroups.onDidChangeTabGroups(changed));
  return bag;
}

/**
 * The file a command was called for: a context menu's URI, a source-control row, the `uri` of a link's argument, or
 * without any argument the active document.
 */
export function resourceOf(argument: unknown): Uri | undefined {
  if (argument === undefined || argument === null) return activeResource();
  if (argument instanceof Uri) return argument;
  if (typeof argument !== 'object') return undefined;
  if ('resourceUri' in argument && argument.resourceUri instanceof Uri) return argument.resourceUri;
  return 'uri' in argument && typeof argument.uri === 'string' ? Uri.parse(argument.uri) : undefined;
}
