import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, eventually, fileIn, replaceText } from '../asking';
import { ask } from './asking';

const entry = () => fileIn('aor.yaml');
const options = { tabSize: 4, insertSpaces: true };

describe('formatting an ownership file', () => {
  afterEach(closeAll);

  const edits = (uri: vscode.Uri, command = 'Document', ...more: readonly unknown[]) =>
    ask<vscode.TextEdit[] | undefined>(`vscode.executeFormat${command}Provider`, uri, ...more, options);

  async function format(uri: vscode.Uri): Promise<string> {
    const edit = new vscode.WorkspaceEdit();
    edit.set(uri, (await edits(uri)) ?? []);
    await vscode.workspace.applyEdit(edit);
    return (await vscode.workspace.openTextDocument(uri)).getText();
  }

  it('changes blanks alone, in the whole file or in a part of it', async () => {
    const document = await vscode.workspace.openTextDocument(entry());
    const before = document.getText();
    await replaceText(entry(), 'title: Payments', 'title:   Payments   ');
    await replaceText(entry(), 'owner: ana\n', 'owner: ana  \n\n\n');
    await eventually(
      () => edits(entry()),
      (found) => found !== undefined && found.length > 0,
    );
    const title = document
      .getText()
      .split('\n')
      .findIndex((line) => line.includes('title: '));
    const part = await edits(entry(), 'Range', new vscode.Range(title, 0, title + 1, 0));
    assert.ok(part!.length > 0 && part!.every(({ range }) => range.start.line === title));
    assert.equal(await format(entry()), before.replace('owner: ana\n', 'owner: ana\n\n'));
  });

  it('leaves half-typed files and other YAML files alone', async () => {
    await replaceText(entry(), 'backup: ben', 'backup: [ben   ');
    assert.deepEqual((await edits(entry())) ?? [], []);
    await replaceText(fileIn('other.yaml'), 'people:', 'people:   ');
    assert.deepEqual((await edits(fileIn('other.yaml'))) ?? [], []);
  });
});
