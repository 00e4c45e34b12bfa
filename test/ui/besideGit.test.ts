/** What AOR adds to the extensions of git and of GitHub. */
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { makeRepository, writeFiles } from '../vscode/workspaces';
import { openWorkbench, type Workbench } from './harness';
import { installExtension } from './otherExtension';

const ownership = `version: 1
people:
  ana: { name: Ana Ruiz, email: ana@acme.example, handles: { github: ana } }
aors:
  payments: { title: Payments, owner: ana, paths: [payments], checklist: [In the ledger first?] }
`;

/** Keeps whoever offers descriptions, and shows what they say where a person would see it. */
const githubPullRequests = `const vscode = require('vscode');
const offers = [];
exports.activate = () => {
  vscode.commands.registerCommand('pr.describe', async () => {
    const patches = [{ patch: '', fileUri: vscode.workspace.workspaceFolders[0].uri + '/payments/a.ts' }];
    const request = { commitMessages: ['Charge once\\n\\nWhy.'], patches, template: '## What' };
    const token = new vscode.CancellationTokenSource().token;
    const texts = await Promise.all(offers.map(async ({ title, provider }) => {
      const text = await provider.provideTitleAndDescription(request, token);
      return [title, text.title, text.description].join('\\n');
    }));
    const content = texts.join('\\n');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content }));
  });
  return {
    registerTitleAndDescriptionProvider(title, provider) {
      const offer = { title, provider };
      offers.push(offer);
      return { dispose: () => offers.splice(offers.indexOf(offer), 1) };
    },
  };
};
`;

describe('Beside the extensions of git and GitHub', () => {
  let workbench: Workbench;
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: join(workbench.directory, 'shop'), encoding: 'utf8', stdio: 'pipe' }).trim();

  before(async () => {
    workbench = await openWorkbench({
      async prepare(directory) {
        const shop = join(directory, 'shop');
        await writeFiles(shop, { 'aor.yaml': ownership, 'payments/a.ts': 'a\n' });
        makeRepository(shop);
        execFileSync('git', ['checkout', '--quiet', '-b', 'work'], { cwd: shop });
        execFileSync('git', ['config', 'user.name', 'Zoe Park'], { cwd: shop });
        execFileSync('git', ['config', 'user.email', 'zoe@acme.example'], { cwd: shop });
        await writeFiles(shop, { 'payments/a.ts': 'b\n' });
        execFileSync('git', ['add', '--all'], { cwd: shop });
      },
      open: 'shop',
      file: 'shop/payments/a.ts',
      install: async (extensions) =>
        installExtension(
          extensions,
          { publisher: 'GitHub', name: 'vscode-pull-request-github' },
          { contributes: { commands: [{ command: 'pr.describe', title: 'PR: Describe' }] } },
          githubPullRequests,
        ),
    });
  });

  after(async () => workbench.close());

  it('gives a description with whom to ask and the checklists to a new pull request, of all that is on the branch', async () => {
    const { page } = workbench;
    await workbench.statusItem('aor.aor.responsibility').waitFor();
    git('reset', '--quiet');
    await workbench.runCommand('AOR: Choose what to review');
    await workbench.pick('Staged').click();
    await workbench.runCommand('PR: Describe');
    const lines = page.locator('.editor-instance .view-line');
    await lines.filter({ hasText: 'In the ledger first?' }).waitFor();
    const text = (await lines.allInnerTexts()).map((line) => line.replaceAll('\u00a0', ' '));
    assert.deepEqual(
      text.filter((line) => line.trim() !== ''),
      [
        ...['AOR', 'Charge once', '## What', '**Reviewers**', '- Ana Ruiz: owner of Payments: 1 file'],
        ...['**Checklist: Payments**', '- [ ] In the ledger first?'],
      ],
    );
  });

  it('commits, and then asks whom to ask', async () => {
    const { page } = workbench;
    git('add', '--all');
    await page.keyboard.press('Control+Shift+g');
    // Git's extension hears of it later than git.
    await page.locator('.scm-view .monaco-list-row', { hasText: 'Staged Changes' }).waitFor();
    await page.locator('.scm-view .scm-editor').first().click();
    await page.keyboard.type('Charge once');
    await page.locator('.scm-view .monaco-dropdown-button').first().click();
    const action = page.locator('.monaco-menu .action-label', { hasText: 'Commit & Request Review' });
    await action.waitFor();
    // Sooner it would count as the end of the click that opened the menu.
    await page.waitForTimeout(500);
    await action.click();
    await workbench.pick(/Ana Ruiz.*Payments/).waitFor();
    assert.equal(git('log', '-1', '--format=%s'), 'Charge once');
    assert.equal(git('status', '--porcelain'), '');
    // Git is not kept waiting for the answer.
    await page.keyboard.press('Escape');
    await workbench.pick(/Ana Ruiz/).waitFor({ state: 'hidden' });
  });
});
