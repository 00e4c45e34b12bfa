import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { closeAll, eventually, fileIn, hoverSays } from '../asking';
import { message, request, run } from '../requesting';

interface GitExports {
  getAPI(version: 1): { readonly repositories: readonly { readonly inputBox: { value: string } }[] };
}

async function commitBox(): Promise<{ value: string }> {
  const git = vscode.extensions.getExtension<GitExports>('vscode.git')!;
  const api = (await git.activate()).getAPI(1);
  const [repository] = await eventually(
    () => api.repositories,
    ({ length }) => length > 0,
  );
  return repository!.inputBox;
}

/** The remote is on GitHub, so the first row is *Ask on GitHub*. */
const copied = (): Promise<string> => message(undefined, 1);

describe('the review of a branch', () => {
  before(() => hoverSays(fileIn('services/payments/shop_payments/app.py'), /Payments/));
  afterEach(closeAll);

  it('is requested with a message that names people, reasons and checklists', async () => {
    const text = await copied();
    assert.match(text, /^Please review \*\*feature.*click\*\* \(7 files\)/);
    assert.match(text, /@tomasnovak \(Tomáš Novák\): owner of Payments/);
    assert.match(text, /- \[ \] Is every movement of money in the ledger first/);
    assert.doesNotMatch(text, /aikowatanabe|omarhaddad/);
    assert.doesNotMatch(text, /away|until/);
  });

  it('has a file that came a moment ago', async () => {
    const file = fileIn('infra/new.tf');
    await vscode.workspace.fs.writeFile(file, Buffer.from('# new\n'));
    try {
      await run('aor.refreshReview');
      assert.match(await copied(), /\(8 files\)/);
    } finally {
      await vscode.workspace.fs.delete(file);
      await run('aor.refreshReview');
    }
  });

  it('has a file that was saved a moment ago, without being asked to look', async () => {
    const document = await vscode.workspace.openTextDocument(fileIn('infra/main.tf'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# edited\n');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    try {
      assert.match(await copied(), /\(8 files\)/);
    } finally {
      execFileSync('git', ['checkout', '--quiet', 'infra'], { cwd: shop() });
    }
  });

  it('looks at what is staged, when asked to', async () => {
    const file = fileIn('web/messages/en.json');
    const before = await vscode.workspace.fs.readFile(file);
    await vscode.workspace.fs.writeFile(file, Buffer.concat([before, Buffer.from('\n')]));
    await eventually(
      () => staged(),
      (isStaged) => isStaged,
    );
    try {
      await run('aor.chooseReviewScope', 'staged');
      assert.match(await copied(), /\(1 file\)/);
    } finally {
      await run('aor.chooseReviewScope', 'branch');
    }
  });

  it('goes into the commit message, and only once', async () => {
    const box = await commitBox();
    box.value = 'Buy with one click';
    await request(2, () => box.value.includes('Cc:'));
    const text = box.value;
    assert.match(text, /^Buy with one click\n\n(Cc: [^\n]+ <[^\n]+@shop\.example>\n?)+$/);
    assert.match(text, /Cc: Tomáš Novák <tomas@shop\.example>/);
    await request(2, () => true);
    assert.equal(box.value, text);
  });

  it('is registered with every command of the view', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const command of ['aor.requestReview', 'aor.chooseReviewScope', 'aor.refreshReview'])
      assert.ok(commands.includes(command), command);
  });
});

const shop = (): string => vscode.workspace.workspaceFolders![0]!.uri.fsPath;

/** Stages a file beside the git extension, which may hold the lock just then. */
function staged(): boolean {
  try {
    execFileSync('git', ['add', 'web/messages/en.json'], { cwd: shop(), stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}
