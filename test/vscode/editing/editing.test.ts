import { strict as assert } from 'node:assert';
import { chmod, readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { closeAll, eventually, fileIn, hoverSays, replaceText } from '../asking';
import { entryText, includedText } from './scenario';

const root = (): string => fileIn('').toString().replace(/\/$/, '');
const entry = () => fileIn('aor.yaml');
const included = () => fileIn('web/aor.yaml');
const day = new Intl.DateTimeFormat('sv-SE').format(Date.now());

const textOf = async (uri: vscode.Uri): Promise<string> => (await vscode.workspace.openTextDocument(uri)).getText();
const onDisk = (uri: vscode.Uri): Promise<string> => readFile(uri.fsPath, 'utf8');

async function run(command: string, more: Readonly<Record<string, unknown>>): Promise<void> {
  await vscode.commands.executeCommand(command, { root: root(), how: 'apply', ...more });
}

/** Takes one step back in a file, as Ctrl+Z does, and saves. */
async function undo(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('undo');
  await document.save();
}

/** A command's text, taken back in one step. */
async function madeAndUndone(uri: vscode.Uri, before: string, after: string): Promise<void> {
  assert.equal(await textOf(uri), after);
  assert.equal(await onDisk(uri), after, 'What was saved before is saved again.');
  await undo(uri);
  assert.equal(await textOf(uri), before);
}

describe('editing commands', () => {
  before(async () => {
    await hoverSays(fileIn('services/payments/a.ts'), /Payments/);
  });
  afterEach(async () => {
    await closeAll();
    await vscode.commands.executeCommand('notifications.clearAll');
    assert.deepEqual([await onDisk(entry()), await onDisk(included())], [entryText, includedText]);
  });

  it('Add to an AOR adds the narrowest globs, which are in effect at once', async () => {
    const uris = [fileIn('tools/[x].sh'), fileIn('guides')].map((uri) => uri.toString());
    await run('aor.addToAor', { uris, aor: 'payments' });
    const after = entryText.replace(' # all of it\n', ' # all of it\n      - tools/[x].sh\n      - guides\n');
    assert.equal(await textOf(entry()), after);
    await hoverSays(fileIn('guides/g.md'), /Payments/);
    await madeAndUndone(entry(), entryText, after);
  });

  it('Add to an AOR takes what is chosen in the Explorer, and an AOR of an included file', async () => {
    await run('aor.addToAor', { uris: [fileIn('web/a.ts').toString()], aor: 'web' });
    const after = includedText.replace('["**"]', '["**", a.ts]');
    await madeAndUndone(included(), includedText, after);
  });

  it('Add to an AOR asks for the AOR of all that is chosen in the Explorer, then whether to do it', async () => {
    const chosen = [fileIn('guides/g.md'), fileIn('tools')];
    const done = vscode.commands.executeCommand('aor.addToAor', chosen[0], chosen);
    const after = entryText.replace(' # all of it\n', ' # all of it\n      - guides/g.md\n      - tools\n');
    const inBrackets = entryText.replace('[services/search]', '[services/search, guides/g.md, tools]');
    // The first of each list: the nearest AOR, of two that are as near as the other, and to do it.
    const text = await eventually(
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return textOf(entry());
      },
      (found) => found !== entryText,
    );
    await done;
    assert.ok([after, inBrackets].includes(text), text);
    await madeAndUndone(entry(), entryText, text);
  });

  it('do nothing when the question is left', async () => {
    const done = vscode.commands.executeCommand('aor.addToAor', fileIn('guides'), [fileIn('guides')]);
    let hasEnded = false;
    void done.then(() => (hasEnded = true));
    await eventually(
      async () => {
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        return hasEnded;
      },
      (ended) => ended,
    );
    assert.equal(await textOf(entry()), entryText);
  });

  it('Hand over writes the old owner among those who held it', async () => {
    await run('aor.handOver', { aor: 'payments', owner: 'ben' });
    const after = entryText
      .replace('    owner: ana\n    backup: ben\n', '    owner: ben\n')
      .replace(
        ' # all of it\n',
        ` # all of it\n    confirmed: ${day}\n    since: ${day}\n    past:\n      - { owner: ana, until: ${day} }\n`,
      );
    await madeAndUndone(entry(), entryText, after);
  });

  it('Hand over adds a person who is not there yet, in the same step', async () => {
    await run('aor.handOver', { aor: 'search', owner: 'Dora Lund <dora@acme.dev>' });
    const after = entryText
      .replace('email: ben@acme.dev }\n', 'email: ben@acme.dev }\n  dora: Dora Lund <dora@acme.dev>\n')
      .replace(
        'owner: ben, paths: [services/search] }',
        `owner: dora, paths: [services/search], confirmed: ${day}, since: ${day}, past: [{ owner: ben, until: ${day} }] }`,
      );
    await madeAndUndone(entry(), entryText, after);
  });

  it('Take over makes the user the owner', async () => {
    await run('aor.takeOver', { aor: 'search' });
    const after = entryText.replace(
      'owner: ben, paths: [services/search] }',
      `owner: ana, paths: [services/search], confirmed: ${day}, since: ${day}, past: [{ owner: ben, until: ${day} }] }`,
    );
    await madeAndUndone(entry(), entryText, after);
  });

  it('New AOR stands behind the one that it is carved from', async () => {
    const uris = [fileIn('services/payments/refunds').toString()];
    await run('aor.newAor', { uris, title: 'Refunds and disputes', owner: 'ben' });
    const after = entryText.replace(
      ' # all of it\n',
      ' # all of it\n  refunds:\n    title: Refunds and disputes\n    owner: ben\n    paths:\n      - services/payments/refunds\n',
    );
    assert.equal(await textOf(entry()), after);
    await hoverSays(fileIn('services/payments/refunds/b.ts'), /Refunds and disputes/);
    await madeAndUndone(entry(), entryText, after);
  });

  it('Split makes a child of its parent', async () => {
    await run('aor.splitAor', { aor: 'search', globs: ['services/search'], id: 'index', title: 'Index', owner: '' });
    const after = entryText.replace(
      '  search: { title: Search, owner: ben, paths: [services/search] }\n',
      '  search: { title: Search, owner: ben }\n  index: { title: Index, parent: search, paths: [services/search] }\n',
    );
    await madeAndUndone(entry(), entryText, after);
  });

  it('Confirm my AORs confirms those of included files too, and says when there is nothing to do', async () => {
    await run('aor.confirmMine', {});
    const after = entryText.replace(' # all of it\n', ` # all of it\n    confirmed: ${day}\n`);
    const afterIncluded = `${includedText}    confirmed: ${day}\r\n`;
    assert.deepEqual([await textOf(entry()), await textOf(included())], [after, afterIncluded]);
    // A second time changes nothing: it is told so.
    await run('aor.confirmMine', {});
    assert.equal(await textOf(entry()), after);
    for (const [uri, line] of [
      [entry(), `    confirmed: ${day}\n`],
      [included(), `    confirmed: ${day}\r\n`],
    ] as const) {
      const document = await replaceText(uri, line, '');
      assert.ok(await document.save());
    }
  });

  it('Add person writes them behind the others', async () => {
    await run('aor.addPerson', { person: 'Eli Noor <7+enoor@users.noreply.github.com>' });
    const after = entryText.replace(
      'email: ben@acme.dev }\n',
      'email: ben@acme.dev }\n  eli: { name: Eli Noor, handles: { github: enoor } }\n',
    );
    await madeAndUndone(entry(), entryText, after);
  });

  it('leave unsaved what was not saved before', async () => {
    const document = await replaceText(entry(), 'Takes money', 'Takes and gives money');
    await run('aor.addToAor', { uris: [fileIn('guides').toString()], aor: 'search' });
    assert.match(document.getText(), /Takes and gives money[^]*services\/search, guides\]/);
    assert.ok(document.isDirty);
    assert.equal(await onDisk(entry()), entryText);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), entryText.replace('Takes money', 'Takes and gives money'));
  });

  it('change nothing in half-typed text, and in a file that is read-only', async () => {
    const document = await replaceText(entry(), 'paths: [services/search]', 'paths: [services/search');
    const before = document.getText();
    await run('aor.addToAor', { uris: [fileIn('guides').toString()], aor: 'payments' });
    assert.equal(document.getText(), before);
    await closeAll();
    await eventually(
      () => textOf(entry()),
      (text) => text === entryText,
    );
    await chmod(entry().fsPath, 0o444);
    await run('aor.takeOver', { aor: 'search' });
    await chmod(entry().fsPath, 0o644);
    assert.equal(await textOf(entry()), entryText);
  });

  it('are offered as refactorings of the AOR under the cursor', async () => {
    const document = await vscode.workspace.openTextDocument(entry());
    const at = document.positionAt(document.getText().indexOf('all of it'));
    const actions = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          entry(),
          new vscode.Range(at, at),
          'refactor',
        ),
      (found) => found.length > 0,
    );
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Take over Payments…', 'Hand over Payments…', 'Split Payments into a child AOR…'],
    );
    const [command, argument] = [actions[1]?.command?.command, actions[1]?.command?.arguments?.[0] as object];
    assert.deepEqual([command, argument], ['aor.handOver', { root: root(), aor: 'payments' }]);
  });
});
