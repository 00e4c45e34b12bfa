import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, eventually, fileIn, hoverSays, replaceText } from '../asking';
import { run } from '../requesting';

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));

/** Compares with the first row of the list, and gives the text that opens. */
async function compared(): Promise<vscode.TextDocument> {
  const document = await eventually(
    async () => {
      const running = run('aor.compareOwnership', fileIn('src/a.ts'));
      await pause();
      await run('workbench.action.acceptSelectedQuickOpenItem');
      await pause();
      await run('workbench.action.closeQuickOpen');
      await running;
      return vscode.window.activeTextEditor?.document;
    },
    (active) => active?.uri.scheme === 'aor-compare',
  );
  assert.ok(document);
  return document;
}

describe('Compare ownership with…', () => {
  before(() => hoverSays(fileIn('src/a.ts'), /Payments/));
  afterEach(closeAll);

  it('says that nothing changed where nothing did', async () => {
    assert.match((await compared()).getText(), /^No file changed hands since where this branch left main/);
  });

  it('tells what an unsaved edit changes, with links to the files', async () => {
    await replaceText(fileIn('aor.yaml'), 'owner: ana', 'owner: ben');
    await hoverSays(fileIn('src/a.ts'), /Ben/);
    const document = await compared();
    assert.match(document.getText(), /^2 of 4 files changed hands since /);
    assert.match(document.getText(), /\n {2}Payments · Ana Ruiz → Payments · Ben Okri: 2 files\n {4}src\/a\.ts\n/);
    const links = await run<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    assert.deepEqual(
      links.map(({ range, target }) => [document.getText(range), target?.path]),
      ['src/a.ts', 'src/b.ts'].map((path) => [path, fileIn(path).path]),
    );
  });
});
