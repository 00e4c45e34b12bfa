import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, eventually, fileIn, replaceText } from '../asking';
import { ask, placeOf } from './asking';

const entry = () => fileIn('aor.yaml');

describe('the outline of an ownership file', () => {
  afterEach(closeAll);

  const symbols = (uri: vscode.Uri) =>
    ask<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', uri);

  it('has AORs with kind and owner, and their globs beneath; it follows what is typed', async () => {
    const found = await eventually(
      () => symbols(entry()),
      (all) => all?.length === 3,
    );
    const aors = found!.at(-1)!;
    assert.deepEqual(
      aors.children.map(({ name, detail, children }) => [name, detail, ...children.map((glob) => glob.name)]),
      [['payments', 'area · Ana Ruiz', 'src/*.ts', '!src/gen']],
    );
    await replaceText(entry(), 'backup: ben', 'backup: [ben');
    const [, , typed] = (await symbols(entry()))!;
    assert.equal(typed!.children[0]!.name, 'payments');
  });

  it('is that of included files too, and of no other', async () => {
    await eventually(
      () => symbols(fileIn('web/aor.yaml')),
      (all) => all?.[0]?.children[0]?.name === 'pages',
    );
    assert.equal(await symbols(fileIn('other.yaml')), undefined);
  });

  it('finds people and AORs of the workspace by name, title and id', async () => {
    const names = async (query: string): Promise<string[]> => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        query,
      );
      return found.map(({ name, location }) => `${name} ${vscode.workspace.asRelativePath(location.uri)}`);
    };
    await eventually(
      () => names('web pages'),
      (found) => found.join() === 'Web pages web/aor.yaml',
    );
    assert.deepEqual(await names('ben'), ['Ben Okri aor.yaml']);
  });

  it('folds sections, entries and comments', async () => {
    const found = await eventually(
      () => ask<vscode.FoldingRange[] | undefined>('vscode.executeFoldingRangeProvider', entry()),
      (all) => all?.some(({ kind }) => kind === vscode.FoldingRangeKind.Comment) === true,
    );
    const lines = found!.map(({ start, end }) => `${start + 1}-${end + 1}`).sort();
    assert.deepEqual(lines, ['3-4', '5-7', '8-14', '9-14']);
  });

  it('lets a selection grow from the word to the entry', async () => {
    const at = await placeOf(entry(), 'title: Pay‸ments');
    const [range] = await ask<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', entry(), [at]);
    const texts: string[] = [];
    const document = await vscode.workspace.openTextDocument(entry());
    for (let one: vscode.SelectionRange | undefined = range; one !== undefined; one = one.parent)
      texts.push(document.getText(one.range));
    assert.ok(
      texts.some((text) => /^payments:[^]*payments\.md$/.test(text)),
      texts.join(' | '),
    );
  });
});
