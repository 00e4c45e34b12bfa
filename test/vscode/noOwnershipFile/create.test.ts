import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, eventually, fileIn, hoverOf, hoverSays, problemsOf, watched } from '../asking';

describe('without an ownership file', () => {
  before(watched);
  afterEach(closeAll);

  it('the extension is silent', async () => {
    assert.doesNotMatch(await hoverOf(fileIn('src/a.ts')), /nowned|ownership/);
    assert.deepEqual(problemsOf(fileIn('aor.yaml')), []);
  });

  it('one that is made by hand counts at once, and its removal too', async () => {
    const text = 'version: 1\naors:\n  all: { title: All, paths: ["**"] }\n';
    await vscode.workspace.fs.writeFile(fileIn('.github/aor.yml'), new TextEncoder().encode(text));
    await hoverSays(fileIn('src/a.ts'), /All\*\* · vacant/);
    await vscode.workspace.fs.delete(fileIn('.github'), { recursive: true });
    await eventually(
      () => hoverOf(fileIn('src/a.ts')),
      (hover) => !/vacant/.test(hover),
    );
    assert.deepEqual(problemsOf(fileIn('.github/aor.yml')), []);
  });

  it('Import… proposes one from what another tool keeps, unsaved', async () => {
    const owners = fileIn('OWNERS');
    await vscode.workspace.fs.writeFile(owners, new TextEncoder().encode('approvers: [ana, ben]\n'));
    await vscode.commands.executeCommand('aor.importOwners');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, 'untitled');
    assert.match(document.getText(), /owner: ana\n +backup: ben\n/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(owners);
  });

  it('Create ownership file makes one without errors, opens it, and it is in effect', async () => {
    await vscode.commands.executeCommand('aor.createOwnershipFile');
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, fileIn('aor.yaml').path);
    await hoverSays(fileIn('src/a.ts'), /Everything else/);
    const errors = vscode.languages
      .getDiagnostics(fileIn('aor.yaml'))
      .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    assert.deepEqual(errors, []);
  });
});
