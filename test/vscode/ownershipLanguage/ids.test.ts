import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, eventually, fileIn } from '../asking';
import { ask, askAt, placeOf } from './asking';

const entry = () => fileIn('aor.yaml');
const included = () => fileIn('web/aor.yaml');

const shown = (uri: vscode.Uri, range: vscode.Range): string =>
  `${vscode.workspace.asRelativePath(uri)}:${range.start.line + 1}:${range.start.character + 1}`;

/** Where a definition leads, as `path:line:column`. */
const definitions = async (uri: vscode.Uri, marked: string): Promise<string[]> => {
  const links = await askAt<vscode.LocationLink[]>('vscode.executeDefinitionProvider', uri, marked);
  return links.map(({ targetUri, targetSelectionRange, targetRange }) =>
    shown(targetUri, targetSelectionRange ?? targetRange),
  );
};

describe('the ids of an ownership file', () => {
  afterEach(closeAll);

  it('lead to their definitions, from an included file too; a glob leads to the first file in its folder', async () => {
    await eventually(
      () => definitions(included(), 'owner: a‸na'),
      (found) => found.join() === 'aor.yaml:6:3',
    );
    assert.deepEqual(await definitions(entry(), '"src/*‸.ts"'), ['src/a.ts:1:1']);
    assert.deepEqual(await definitions(entry(), 'web/a‸or.yaml'), ['web/aor.yaml:1:1']);
  });

  it('have references in all files', async () => {
    const found = await eventually(
      () => askAt<vscode.Location[]>('vscode.executeReferenceProvider', entry(), 'owner: a‸na'),
      (locations) => locations.length === 3,
    );
    assert.deepEqual(found.map(({ uri, range }) => shown(uri, range)).sort(), [
      'aor.yaml:11:12',
      'aor.yaml:6:3',
      'web/aor.yaml:2:37',
    ]);
  });

  it('are renamed in all files, and refused with a sentence where that cannot be', async () => {
    await eventually(
      () => definitions(entry(), 'owner: a‸na'),
      (found) => found.length === 1,
    );
    const at = await placeOf(entry(), 'owner: a‸na');
    const prepared = await ask<{ placeholder: string }>('vscode.prepareRename', entry(), at);
    assert.equal(prepared.placeholder, 'ana');
    const rename = (place: vscode.Position, newId: string) =>
      ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', entry(), place, newId);
    await assert.rejects(rename(at, 'ben'), /Another person has the id "ben"/);
    const title = await placeOf(entry(), 'title: Pay‸ments');
    await assert.rejects(ask('vscode.prepareRename', entry(), title), /Only the ids/);

    await vscode.workspace.applyEdit(await rename(at, 'anna'));
    const texts = await Promise.all([entry(), included()].map((uri) => vscode.workspace.openTextDocument(uri)));
    assert.match(texts[0]!.getText(), /^ {2}anna: \{ name: Ana Ruiz[^]*owner: anna$/m);
    assert.match(texts[1]!.getText(), /owner: anna,/);
  });

  it('mean nothing in other YAML files', async () => {
    assert.deepEqual(await definitions(fileIn('other.yaml'), 'owner: a‸na'), []);
  });
});
