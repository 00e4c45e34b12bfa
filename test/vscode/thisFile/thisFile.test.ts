import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, eventually, fileIn, hoverSays, replaceText } from '../asking';

const run = (command: string, ...args: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(command, ...args);

/** What is selected in the ownership file; `undefined` where another file is in front. */
function selectedRule(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.path.endsWith('aor.yaml') === true
    ? editor.document.getText(editor.selection)
    : undefined;
}

/**
 * Opens something and chooses the first row of the view until that selects a text in the ownership file. The view
 * follows a moment later: before, something without an owner is in front, whose first row does nothing; and where a row
 * of yet another file was hit, it is all done again.
 */
async function firstRowSelects(open: () => Thenable<unknown>, wanted: string): Promise<void> {
  const start = async (): Promise<void> => {
    await vscode.window.showTextDocument(fileIn('tools/d.ts'), { preview: false });
    await open();
    // Nothing tells a test when rows are drawn. A row of the file before would only cost another round.
    await new Promise((resolve) => setTimeout(resolve, 500));
  };
  await start();
  await eventually(
    async () => {
      // The click of the round before may have come through only now.
      const selected = selectedRule();
      if (selected === wanted) return selected;
      if (selected !== undefined) await start();
      await run('aor.thisFile.focus');
      try {
        // A row keeps being selected from file to file, and to select it again would do nothing.
        await run('list.clear');
        await run('list.focusFirst');
        await run('list.select');
      } catch {
        // The workbench fails where a list has no row yet.
      }
      return selectedRule();
    },
    (selected) => selected === wanted,
  );
}

describe('the view of this file', () => {
  before(() => hoverSays(fileIn('src/a.ts'), /Payments/));
  afterEach(closeAll);

  const show = (uri: vscode.Uri) => () => vscode.window.showTextDocument(uri, { preview: false });

  it('has the area of the file in front first; a click opens where the file says so', async () => {
    await firstRowSelects(show(fileIn('src/a.ts')), 'payments');
  });

  it('follows to another file', async () => {
    await firstRowSelects(show(fileIn('lib/b.ts')), 'search');
  });

  it('answers for an unsaved file', async () => {
    await firstRowSelects(show(fileIn('src/new.ts').with({ scheme: 'untitled' })), 'payments');
  });

  it('answers for a diff', async () => {
    await firstRowSelects(() => run('vscode.diff', fileIn('src/a.ts'), fileIn('lib/b.ts'), 'both'), 'search');
  });
});

describe('the line above a file', () => {
  afterEach(closeAll);

  const titles = async (path: string): Promise<string[]> => {
    await vscode.workspace.openTextDocument(fileIn(path));
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      fileIn(path),
    );
    return lenses
      .filter(({ command }) => command?.command === 'aor.whoOwns')
      .map(({ command }) => command?.title ?? '');
  };

  it('says whose it is, in words too', async () => {
    const expected = { 'src/a.ts': 'Payments · Ana Ruiz', 'lib/b.ts': 'Search · vacant', 'tools/d.ts': 'unowned' };
    for (const [path, title] of Object.entries(expected)) assert.deepEqual(await titles(path), [title]);
    await replaceText(fileIn('aor.yaml'), 'title: Payments', 'title: Money');
    assert.deepEqual(await titles('src/a.ts'), ['Money · Ana Ruiz']);
  });
});

describe('going to a file of somebody', () => {
  before(() => hoverSays(fileIn('src/a.ts'), /Payments/));
  afterEach(closeAll);

  const root = (): string => vscode.workspace.workspaceFolders![0]!.uri.toString();

  /** Runs the command and takes the first of the files it offers, once they are there. */
  async function firstFileOf(argument: object): Promise<string> {
    const done = run('aor.goToOwnedFile', { root: root(), ...argument });
    await eventually(
      async () => {
        await run('workbench.action.acceptSelectedQuickOpenItem');
        return vscode.window.activeTextEditor?.document.uri.path;
      },
      (path) => path !== undefined,
    );
    await done;
    return vscode.workspace.asRelativePath(vscode.window.activeTextEditor!.document.uri);
  }

  it('offers the files of an area, and of a person', async () => {
    assert.equal(await firstFileOf({ aor: 'payments' }), 'src/a.ts');
    await closeAll();
    assert.equal(await firstFileOf({ personId: 'ana' }), 'src/a.ts');
    await closeAll();
    assert.equal(await firstFileOf({ aor: 'search' }), 'lib/b.ts');
  });

  it('ends when nothing is chosen', async () => {
    let isDone = false;
    void run('aor.goToOwnedFile', { root: root(), aor: 'payments' }).then(() => (isDone = true));
    await eventually(
      async () => {
        await run('workbench.action.closeQuickOpen');
        return isDone;
      },
      (done) => done,
    );
    assert.equal(vscode.window.activeTextEditor, undefined);
  });
});
