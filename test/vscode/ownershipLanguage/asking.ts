/** Asking the providers of ownership files, as the editor's own commands do. */
import * as vscode from 'vscode';

/** Opens a document and runs a `vscode.execute…Provider` command on it. */
export async function ask<T>(command: string, uri: vscode.Uri, ...args: readonly unknown[]): Promise<T> {
  await vscode.workspace.openTextDocument(uri);
  return vscode.commands.executeCommand<T>(command, uri, ...args);
}

/** The place of the cursor, written `‸`, in a piece of a document's text. */
export async function placeOf(uri: vscode.Uri, marked: string): Promise<vscode.Position> {
  const document = await vscode.workspace.openTextDocument(uri);
  const start = document.getText().indexOf(marked.replace('‸', ''));
  if (start < 0) throw new Error(`${marked} is not in ${uri.path}`);
  return document.positionAt(start + marked.indexOf('‸'));
}

/** As `ask`, at the place of the cursor. */
export const askAt = async <T>(command: string, uri: vscode.Uri, marked: string): Promise<T> =>
  ask<T>(command, uri, await placeOf(uri, marked));
