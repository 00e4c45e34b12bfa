import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, eventually, fileIn, hoverSays, problemsOf, replaceText } from '../asking';

const entry = () => fileIn('aor.yaml');
const source = () => fileIn('src/a.ts');

describe('answers for one repository', () => {
  afterEach(closeAll);

  it('are there for the first editor without any switching of tabs', async () => {
    await vscode.window.showTextDocument(source());
    await hoverSays(source(), /Payments\*\* · Ana Ruiz/);
  });

  it('name every state in words', async () => {
    await hoverSays(fileIn('lib/b.ts'), /Search\*\* · vacant/);
    await hoverSays(fileIn('vendor/c.ts'), /Exempt/);
    await hoverSays(fileIn('tools/d.ts'), /Unowned/);
  });

  it('are there for a file that is not saved yet', async () => {
    const uri = source().with({ scheme: 'untitled', path: fileIn('src/new.ts').path });
    await hoverSays(uri, /Payments/);
  });

  it('are the same on the committed side of a diff', async () => {
    const query = JSON.stringify({ path: source().fsPath, ref: 'HEAD' });
    await hoverSays(source().with({ scheme: 'git', query }), /Payments/);
  });

  it('follow an unsaved edit of the ownership file at once, and its undoing', async () => {
    await replaceText(entry(), 'owner: ana', 'owner: ben');
    await hoverSays(source(), /Payments\*\* · Ben Okri/);
    await closeAll();
    await hoverSays(source(), /Payments\*\* · Ana Ruiz/);
  });

  it('stay the last good ones while the ownership file is broken, and say so', async () => {
    await hoverSays(source(), /Ana Ruiz/);
    const document = await vscode.workspace.openTextDocument(entry());
    const edit = new vscode.WorkspaceEdit();
    edit.replace(entry(), new vscode.Range(0, 0, document.lineCount, 0), '- not a map\n');
    await vscode.workspace.applyEdit(edit);
    const text = await hoverSays(source(), /has errors/);
    assert.match(text, /Ana Ruiz/);
    assert.ok(problemsOf(entry()).length > 0);
    await closeAll();
    await eventually(
      () => problemsOf(entry()).filter((problem) => problem.endsWith(' syntax') || problem.endsWith(' wrong-type')),
      (problems) => problems.length === 0,
    );
  });

  it('follow a change on disk', async () => {
    const before = await vscode.workspace.fs.readFile(entry());
    const text = new TextDecoder().decode(before).replace('name: Ana Ruiz', 'name: Ana Ruiz-Lopez');
    await vscode.workspace.fs.writeFile(entry(), new TextEncoder().encode(text));
    await hoverSays(source(), /Lopez/);
    await vscode.workspace.fs.writeFile(entry(), before);
    await hoverSays(source(), /Ana Ruiz(?!.{0,3}Lopez)/);
  });

  it('are not given for what is no file of the workspace', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'nothing', language: 'plaintext' });
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(0, 0),
    );
    assert.deepEqual(hovers, []);
  });
});

describe('problems of the ownership file', () => {
  afterEach(closeAll);

  it('are listed while the file is closed: the vacancy, and the backup nobody is', async () => {
    await eventually(
      () => problemsOf(entry()),
      (problems) => problems.includes('7 vacant'),
    );
  });

  it('name a glob that matches nothing once the file is saved, and no longer when it does', async () => {
    // The editor would not save over what the test before wrote, as long as it has not noticed that.
    await vscode.window.showTextDocument(entry());
    await vscode.commands.executeCommand('workbench.action.files.revert');
    const document = await replaceText(entry(), 'paths: [lib]', 'paths: [lib, gone]');
    assert.ok(await document.save());
    await eventually(
      () => problemsOf(entry()),
      (problems) => problems.includes('7 no-match'),
    );
    await replaceText(entry(), 'version: 1\n', '# A line above.\nversion: 1\n');
    await eventually(
      () => problemsOf(entry()),
      (problems) => problems.includes('8 no-match'),
    );
    await replaceText(entry(), '# A line above.\n', '');
    await replaceText(entry(), ', gone', '');
    assert.ok(await document.save());
    await eventually(
      () => problemsOf(entry()),
      (problems) => !problems.some((problem) => problem.endsWith('no-match')),
    );
  });

  it('are gone with the setting', async () => {
    const settings = vscode.workspace.getConfiguration('aor');
    await settings.update('diagnostics.enabled', false, vscode.ConfigurationTarget.Global);
    await eventually(
      () => problemsOf(entry()),
      (problems) => problems.length === 0,
    );
    await settings.update('diagnostics.enabled', undefined, vscode.ConfigurationTarget.Global);
    await eventually(
      () => problemsOf(entry()),
      (problems) => problems.length > 0,
    );
  });

  it('come with the file that is included, and follow its unsaved edits', async () => {
    const team = fileIn('tools/owners.yaml');
    const text = 'aors:\n  tools: { title: Tools, owner: ben, paths: ["*.ts"] }\n';
    await vscode.workspace.fs.writeFile(team, new TextEncoder().encode(text));
    const document = await replaceText(entry(), 'version: 1\n', 'version: 1\ninclude: [tools/owners.yaml]\n');
    await hoverSays(fileIn('tools/d.ts'), /Tools\*\* · Ben Okri/);
    await replaceText(team, 'owner: ben', 'owner: nobody');
    await eventually(
      () => problemsOf(team),
      (problems) => problems.includes('2 unknown-person'),
    );
    await closeAll();
    await eventually(
      () => problemsOf(team),
      (problems) => problems.length === 0,
    );
    await vscode.workspace.fs.delete(team);
    assert.equal(document.isDirty, false);
  });
});
