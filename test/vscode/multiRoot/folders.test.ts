import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, fileIn, hoverOf, hoverSays } from '../asking';

describe('several workspace folders', () => {
  afterEach(closeAll);

  it('are each answered by their own ownership file, also where names begin alike', async () => {
    await hoverSays(fileIn('src/a.ts', 0), /Payments\*\* · Ana Ruiz/);
    await hoverSays(fileIn('src/a.ts', 1), /Refunds\*\* · Ben Okri/);
  });

  it('may be without one', async () => {
    assert.doesNotMatch(await hoverOf(fileIn('src/a.ts', 2)), /Payments|Refunds/);
  });

  it('take the setting aor.file of their own', async () => {
    const other = 'version: 1\naors:\n  x: { title: Elsewhere, paths: [src] }\n';
    await vscode.workspace.fs.writeFile(fileIn('owners/here.yaml', 2), new TextEncoder().encode(other));
    const settings = vscode.workspace.getConfiguration('aor', fileIn('', 2));
    await settings.update('file', 'owners/here.yaml', vscode.ConfigurationTarget.WorkspaceFolder);
    await hoverSays(fileIn('src/a.ts', 2), /Elsewhere/);
    await hoverSays(fileIn('src/a.ts', 0), /Payments/);
  });

  it('cannot lead the extension out of their root', async () => {
    const settings = vscode.workspace.getConfiguration('aor', fileIn('', 2));
    await settings.update('file', '../one/aor.yaml', vscode.ConfigurationTarget.WorkspaceFolder);
    await hoverSays(fileIn('src/a.ts', 2), /errors|outside/);
    await settings.update('file', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
  });

  it('take a file outside the root from the settings of the user', async () => {
    const settings = vscode.workspace.getConfiguration('aor');
    await settings.update('file', fileIn('aor.yaml', 0).fsPath, vscode.ConfigurationTarget.Global);
    await hoverSays(fileIn('src/a.ts', 2), /Payments/);
    await vscode.commands.executeCommand('aor.openRule', fileIn('src/a.ts', 2));
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, fileIn('aor.yaml', 0).path);
    await settings.update('file', undefined, vscode.ConfigurationTarget.Global);
    await hoverSays(fileIn('src/a.ts', 1), /Refunds/);
  });
});
