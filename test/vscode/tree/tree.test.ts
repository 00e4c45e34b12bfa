import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, eventually, fileIn, hoverSays } from '../asking';

/** Chooses the row that has the focus, and gives back what it selects in the ownership file. */
async function chosen(): Promise<string> {
  const editor = await eventually(
    async () => {
      // Again and again: on the oldest host the row gets the focus only after `reveal` has ended.
      await vscode.commands.executeCommand('list.select');
      return vscode.window.activeTextEditor;
    },
    (active) => active?.document.uri.path.endsWith('aor.yaml') === true,
  );
  return eventually(
    () => editor?.document.getText(editor.selection) ?? '',
    (text) => text !== '',
  );
}

describe('the tree of responsibilities', () => {
  before(() => hoverSays(fileIn('src/a.ts'), /Payments/));
  beforeEach(closeAll);

  it('reveals the AOR of a file, and opens it in the ownership file', async () => {
    await vscode.commands.executeCommand('aor.revealFile', fileIn('src/a.ts'));
    assert.match(await chosen(), /^payments/);
  });

  it('reveals the AOR of the file in front', async () => {
    await vscode.window.showTextDocument(fileIn('lib/b.ts'));
    await vscode.commands.executeCommand('aor.revealFile');
    assert.match(await chosen(), /^search/);
  });

  it('reveals it however the tree is grouped', async () => {
    for (const grouping of ['person', 'team', 'kind', 'status', 'area']) {
      await vscode.commands.executeCommand('aor.groupBy', grouping);
      await vscode.commands.executeCommand('aor.revealFile', fileIn('src/a.ts'));
      assert.match(await chosen(), /^payments/, grouping);
      await closeAll();
    }
  });

  it('reveals an AOR that the filter hides, and one by its row elsewhere', async () => {
    await vscode.commands.executeCommand('aor.filterResponsibilities', 'search');
    await vscode.commands.executeCommand('aor.revealFile', fileIn('src/a.ts'));
    assert.match(await chosen(), /^payments/);
    await closeAll();
    const root = vscode.workspace.workspaceFolders![0]!.uri.toString();
    await vscode.commands.executeCommand('aor.revealFile', { kind: 'aor', root, aor: 'search' });
    assert.match(await chosen(), /^search/);
  });

  it('shows what is mine, by who git says I am, and its first AOR is one row down', async () => {
    await vscode.commands.executeCommand('aor.showMine');
    await vscode.commands.executeCommand('list.focusDown');
    assert.match(await chosen(), /^payments/);
  });

  it('shows what is vacant, and its first AOR is one row down', async () => {
    await vscode.commands.executeCommand('aor.showVacant');
    await vscode.commands.executeCommand('list.focusDown');
    assert.match(await chosen(), /^search/);
  });

  it('copies the mention of an AOR from its context menu', async () => {
    // What the menu passes is the row's own node, which carries the argument.
    await vscode.env.clipboard.writeText('');
    const root = vscode.workspace.workspaceFolders![0]!.uri.toString();
    await vscode.commands.executeCommand('aor.copyMention', { kind: 'aor', root, aor: 'payments' });
    assert.match(await vscode.env.clipboard.readText(), /Ana Ruiz/);
  });
});
