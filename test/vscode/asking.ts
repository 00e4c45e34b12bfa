/** What the extension says, as seen through the editor's own API. For tests inside the extension host. */
import * as vscode from 'vscode';

/** The text of the hover on the first line of a document, ours among them. */
export async function hoverOf(uri: vscode.Uri): Promise<string> {
  await vscode.workspace.openTextDocument(uri);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    new vscode.Position(0, 0),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

/** The problems of the extension for a file, as `line code`. */
export const problemsOf = (uri: vscode.Uri): string[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'aor')
    .map(({ range, code }) => `${range.start.line + 1} ${typeof code === 'string' ? code : ''}`);

/** Waits until `look` gives what is wanted; fails with what it gave last. */
export async function eventually<T>(look: () => T | Thenable<T>, isRight: (found: T) => boolean): Promise<T> {
  const until = Date.now() + 10_000;
  for (;;) {
    const found = await look();
    if (isRight(found)) return found;
    if (Date.now() > until) throw new Error(`Not in time. Last: ${JSON.stringify(found)}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** Waits until the hover of a file says so. */
export const hoverSays = (uri: vscode.Uri, wanted: RegExp): Promise<string> =>
  eventually(
    () => hoverOf(uri),
    (text) => wanted.test(text),
  );

/** A file of the first workspace folder, or of another. */
export function fileIn(path: string, folder = 0): vscode.Uri {
  const root = vscode.workspace.workspaceFolders![folder]!.uri;
  return vscode.Uri.joinPath(root, path);
}

/** Waits until the editor watches the first workspace folder: what happens before that, no extension is told of. */
export async function watched(): Promise<void> {
  const probe = fileIn('.probe');
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(fileIn(''), '.probe'));
  let isTold = false;
  const told = (): boolean => (isTold = true);
  const listeners = [watcher.onDidCreate(told), watcher.onDidChange(told)];
  try {
    await eventually(
      async () => {
        await vscode.workspace.fs.writeFile(probe, new TextEncoder().encode(String(Date.now())));
        return isTold;
      },
      (is) => is,
    );
  } finally {
    for (const one of [...listeners, watcher]) one.dispose();
    await vscode.workspace.fs.delete(probe);
  }
}

/** Replaces the first occurrence of a text in a document, without saving. */
export async function replaceText(uri: vscode.Uri, from: string, to: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  const start = document.getText().indexOf(from);
  if (start < 0) throw new Error(`${from} is not in ${uri.path}`);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(document.positionAt(start), document.positionAt(start + from.length)), to);
  await vscode.workspace.applyEdit(edit);
  return document;
}

/** Takes back unsaved changes and closes every editor. */
export async function closeAll(): Promise<void> {
  // The workbench may be writing user settings just then; those are not ours to close.
  const unsaved = vscode.workspace.textDocuments.filter(
    ({ isDirty, uri }) => isDirty && !uri.path.endsWith('/settings.json'),
  );
  for (const document of unsaved) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
