import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, eventually, fileIn, problemsOf } from '../asking';

/** The actions where a text stands, with their edits. */
async function actionsAt(uri: vscode.Uri, text: string): Promise<vscode.CodeAction[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, text);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, undefined, 20);
}

const titled =
  (title: string) =>
  (found: vscode.CodeAction[]): boolean =>
    found.some((action) => action.title === title);

/** Applies the action of this title, and gives the text afterwards. */
async function applied(uri: vscode.Uri, text: string, title: string): Promise<string> {
  const actions = await eventually(() => actionsAt(uri, text), titled(title));
  const action = actions.find((one) => one.title === title)!;
  assert.ok(action.edit !== undefined, `${title} has no edit`);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

describe('quick fixes', () => {
  const entry = fileIn('aor.yaml');
  const included = fileIn('web/aor.yaml');

  afterEach(closeAll);

  it('correct an id and keep everything else', async () => {
    const before = (await vscode.workspace.openTextDocument(entry)).getText();
    const after = await applied(entry, 'anna', 'Change to "ana"');
    assert.equal(after, before.replace('anna', 'ana'));
    await eventually(
      () => problemsOf(entry),
      (problems) => !problems.some((problem) => problem.endsWith('unknown-person')),
    );
  });

  it('keep comments and line ends of an included file with a byte order mark', async () => {
    assert.equal(
      await applied(included, '[ben, ana]', 'Keep "ben" as owner, move the others to "backup"'),
      'version: 1\r\naors:\r\n  web:\r\n    # Ours.\r\n    owner: ben\r\n    backup: ana\r\n    paths: ["**"]\r\n',
    );
  });

  it('follow a folder to where git says it moved', async () => {
    const after = await applied(entry, 'serach', 'Follow the folder to where git says it moved');
    assert.match(after, /paths: \[services\/search\] \} # all of it\n$/);
  });

  it('sort people with their comments as a source action', async () => {
    assert.match(
      await applied(entry, 'people', 'Sort people'),
      /people:\n {2}ana: Ana Ruiz <ana@acme.dev>\n {2}# Second by name\.\n {2}ben: Ben Okri <ben@acme.dev>\naors/,
    );
  });

  it('are not offered in other files', async () => {
    const actions = await actionsAt(fileIn('services/search/a.ts'), 'export');
    assert.deepEqual(
      actions.filter(({ title }) => /people|AOR|git says/.test(title)),
      [],
    );
  });
});
