import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, eventually, fileIn, hoverSays, replaceText } from '../asking';

const clipboard = () => vscode.env.clipboard.readText();

describe('the commands', () => {
  before(async () => {
    await hoverSays(fileIn('src/a.ts'), /Payments/);
  });
  beforeEach(() => vscode.env.clipboard.writeText(''));
  afterEach(closeAll);

  it('are all there', async () => {
    const registered = await vscode.commands.getCommands(true);
    const manifest = vscode.extensions.getExtension('aor.aor')!.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const missing = manifest.contributes.commands
      .map(({ command }) => command)
      .filter((id) => !registered.includes(id));
    assert.deepEqual(missing, []);
  });

  it('Copy mention copies name and address where there is no remote', async () => {
    await vscode.commands.executeCommand('aor.copyMention', fileIn('src/a.ts'));
    assert.equal(await clipboard(), 'Ana Ruiz <ana@acme.dev>');
  });

  it('Copy mention works for the file in front', async () => {
    await vscode.window.showTextDocument(fileIn('src/a.ts'));
    await vscode.commands.executeCommand('aor.copyMention');
    assert.equal(await clipboard(), 'Ana Ruiz <ana@acme.dev>');
  });

  it('Copy mention goes by what was typed the moment before', async () => {
    await replaceText(fileIn('aor.yaml'), 'owner: ana', 'owner: ben');
    await vscode.commands.executeCommand('aor.copyMention', fileIn('src/a.ts'));
    assert.equal(await clipboard(), 'Ben Okri <ben@acme.dev>');
  });

  it('Open rule opens the ownership file at the deciding glob', async () => {
    await vscode.commands.executeCommand('aor.openRule', fileIn('src/a.ts'));
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.uri.path, fileIn('aor.yaml').path);
    assert.equal(editor.document.getText(editor.selection), 'src');
  });

  it('Open rule for an unowned file changes nothing but says why', async () => {
    await vscode.window.showTextDocument(fileIn('tools/d.ts'));
    await vscode.commands.executeCommand('aor.openRule');
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, fileIn('tools/d.ts').path);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('Open ownership file opens it', async () => {
    await vscode.commands.executeCommand('aor.openOwnershipFile');
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, fileIn('aor.yaml').path);
  });

  it('Who owns this file lists the owner first, which leads to the AOR in the ownership file', async () => {
    const done = vscode.commands.executeCommand('aor.whoOwns', fileIn('src/a.ts'));
    await eventually(
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return vscode.window.activeTextEditor?.document.uri.path;
      },
      (path) => path === fileIn('aor.yaml').path,
    );
    await done;
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.getText(editor.selection), 'payments');
  });

  it('Create ownership file leaves the one that is there alone', async () => {
    const before = await vscode.workspace.fs.readFile(fileIn('aor.yaml'));
    await vscode.commands.executeCommand('aor.createOwnershipFile');
    assert.deepEqual(await vscode.workspace.fs.readFile(fileIn('aor.yaml')), before);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
