/** Signing in through a provider of another extension, asking on a GitLab of one's own, and undoing it. */
import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { project, StandIn, type MergeRequest } from '../forges/gitlab/standIn';
import { makeAskedChange } from './askedChange';
import { openWorkbench, type Workbench } from './harness';
import { installExtension } from './otherExtension';
import { openReview, reviewRow } from './reviewView';

const host = 'git.acme.example';

/** Has one account on a host, and gives its secret to whom the user allows it. */
const gitlabWorkflow = `const vscode = require('vscode');
const account = { id: 'https://${host}|7', label: 'Zoe Park' };
exports.activate = (context) => {
  const changed = new vscode.EventEmitter();
  const sessions = [];
  const make = (scopes) => ({ id: String(sessions.length), accessToken: 'by-account', account, scopes });
  sessions.push(make(['read_user']));
  context.subscriptions.push(vscode.authentication.registerAuthenticationProvider('gitlab', 'GitLab', {
    onDidChangeSessions: changed.event,
    getSessions: async (scopes) =>
      sessions.filter((one) => scopes === undefined || scopes.every((scope) => one.scopes.includes(scope))),
    createSession: async (scopes) => {
      const session = make(scopes);
      sessions.push(session);
      changed.fire({ added: [session], removed: [], changed: [] });
      return session;
    },
    removeSession: async () => undefined,
  }));
};
`;

describe('Asking on GitLab', () => {
  const standIn = new StandIn();
  let workbench: Workbench;
  let request: MergeRequest;

  before(async () => {
    const api = await standIn.start();
    standIn.reset();
    standIn.accounts.set('by-account', { username: 'zoe', level: 30, scope: 'api' });
    workbench = await openWorkbench({
      async prepare(directory) {
        const sha = await makeAskedChange(join(directory, 'shop'), host, project, { isSeizing: true });
        request = standIn.addRequest({ sha, reviewers: ['mei'] });
      },
      install: async (extensions) =>
        installExtension(
          extensions,
          { publisher: 'GitLab', name: 'gitlab-workflow' },
          { contributes: { authentication: [{ id: 'gitlab', label: 'GitLab' }] } },
          gitlabWorkflow,
        ),
      open: 'shop',
      size: { width: 1300, height: 900 },
      settings: { 'aor.forges': { [host]: 'gitlab' } },
      machineSettings: { 'aor.forgeApis': { [host]: api } },
    });
    await openReview(workbench);
  });

  after(async () => {
    await workbench.close();
    standIn.stop();
  });

  it('signs in with the account of another extension, after the user allows it', async () => {
    const { page } = workbench;
    const row = reviewRow(workbench, `Sign in to ${host}`);
    await row.waitFor();
    assert.equal(standIn.seen.length, 0);
    await workbench.click(row);
    await page.locator('.monaco-dialog-box').getByText('Allow', { exact: true }).click();
    await reviewRow(workbench, /!1 Charge once.*3 not asked yet/).waitFor();
    assert.deepEqual([...new Set(standIn.seen.map(({ headers }) => headers.authorization))], ['Bearer by-account']);
    assert.deepEqual(standIn.writes, []);
  });

  it('asks beside who is there whom the base names, whatever the change says of them, and undoes it', async () => {
    const { page } = workbench;
    await workbench.runCommand('AOR: Request review');
    await workbench.pick('Ana Ruiz').waitFor();
    await page.keyboard.press('Enter');
    await workbench.pick('Ask on GitLab').waitFor();
    await page.keyboard.press('Enter');
    await workbench.pick(/Ask Ben Okri, .* and /).waitFor();
    await page.keyboard.press('Enter');
    const told = await workbench.notification(/Asked to review !1: /);
    assert.deepEqual(request.reviewers.toSorted(), ['ana', 'ben', 'kit', 'mei']);
    await reviewRow(workbench, /!1 Charge once.*3 asked/).waitFor();
    await told.getByText('Undo').click();
    await workbench.notification(/No longer asked to review !1: /);
    assert.deepEqual(request.reviewers, ['mei']);
    await reviewRow(workbench, /!1 Charge once.*3 not asked yet/).waitFor();
    assert.deepEqual(workbench.outsideRequests(), []);
  });
});
