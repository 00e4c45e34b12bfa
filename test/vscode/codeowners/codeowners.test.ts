import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, eventually, fileIn, hoverSays, problemsOf, replaceText } from '../asking';
import { run } from '../requesting';

const file = () => fileIn('.github/CODEOWNERS');

describe('CODEOWNERS without an ownership file', () => {
  afterEach(closeAll);

  it('is shown on the card as it stands, a team as a team', async () => {
    await hoverSays(fileIn('src/a.ts'), /\*\*\\@ana\*\*, \*\*\\@ben\*\*/);
    await hoverSays(fileIn('lib/b.ts'), /team, not a person/);
  });

  it('is a language of its own, and has problems of its own', async () => {
    assert.equal((await vscode.workspace.openTextDocument(file())).languageId, 'codeowners');
    await eventually(
      () => problemsOf(file()),
      (problems) => problems.includes('5 codeowners-line') && problems.includes('4 no-match'),
    );
  });

  it('follows an unsaved edit at once', async () => {
    await replaceText(file(), '/src/ @ana @ben', '/src/ @cleo');
    await hoverSays(fileIn('src/a.ts'), /\*\*\\@cleo\*\*/);
    await run('workbench.action.files.revert');
    await vscode.window.showTextDocument(file());
    await run('workbench.action.files.revert');
    await hoverSays(fileIn('src/a.ts'), /\*\*\\@ana\*\*/);
  });

  it('becomes an ownership file that is looked at before it is saved', async () => {
    await run('aor.importOwners');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, 'untitled');
    assert.equal(document.uri.path, fileIn('aor.yaml').path);
    assert.match(document.getText(), /owner: ana\n +backup: ben\n/);
    await vscode.workspace.fs.writeFile(fileIn('aor.yaml'), new TextEncoder().encode(document.getText()));
    await hoverSays(fileIn('src/a.ts'), /Src\*\* · ana/);
    await run('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(fileIn('aor.yaml'));
    await hoverSays(fileIn('src/a.ts'), /\*\*\\@ana\*\*, \*\*\\@ben\*\*/);
  });
});
