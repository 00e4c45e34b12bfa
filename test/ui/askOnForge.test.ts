import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StandIn, type Pull } from '../forges/github/standIn';
import { makeAskedChange } from './askedChange';
import { openWorkbench, type Workbench } from './harness';
import { openReview, reviewRow } from './reviewView';

const host = 'git.acme.example';

describe('Asking on the forge', () => {
  const standIn = new StandIn();
  let workbench: Workbench;
  let pull: Pull;

  before(async () => {
    const api = await standIn.start();
    standIn.reset();
    standIn.publicAddress = api;
    workbench = await openWorkbench({
      async prepare(directory) {
        const sha = await makeAskedChange(join(directory, 'shop'), host, 'acme/shop');
        pull = standIn.addPull({ head: { project: 'acme/shop', branch: 'work', sha } });
        // What the base ends with, as GitHub remembers it: no commit tells who reviewed.
        const cwd = join(directory, 'shop');
        const commit = execFileSync('git', ['rev-parse', 'main'], { cwd, encoding: 'utf8' }).trim();
        const day = new Date().toISOString().slice(0, 10);
        standIn.review(standIn.addPull({ isOpen: false, updated: day, merged: { day, commit } }), 'mei');
      },
      open: 'shop',
      size: { width: 1300, height: 900 },
      settings: { 'aor.forges': { [host]: 'github' } },
      machineSettings: { 'aor.forgeApis': { [host]: api } },
    });
    await openReview(workbench);
  });

  after(async () => {
    await workbench.close();
    standIn.stop();
  });

  it('is silent until somebody signs in, by a token that the forge accepts', async () => {
    const row = reviewRow(workbench, `Sign in to ${host}`);
    await row.waitFor();
    assert.equal(standIn.seen.length, 0);
    await workbench.click(row);
    await workbench.page.locator('.quick-input-widget input[type="password"]').waitFor();
    await workbench.page.keyboard.type('good');
    await workbench.page.keyboard.press('Enter');
    await reviewRow(workbench, /#1 Charge once.*3 not asked yet/).waitFor();
    assert.deepEqual([...new Set(standIn.seen.map(({ headers }) => headers.authorization))], ['Bearer good']);
    assert.deepEqual(standIn.writes, []);
  });

  it('tells who reviewed there before, as the forge remembers it', async () => {
    await reviewRow(workbench, /^Payments/)
      .locator('.monaco-tl-twistie')
      .click();
    await reviewRow(workbench, /mei also knows this.*reviewed the last change.*not in the ownership file/).waitFor();
  });

  it('suggests somebody else for who says on the forge that they are busy, and tells why', async () => {
    standIn.statuses.set('ben', true);
    await workbench.runCommand('AOR: Refresh review');
    await reviewRow(workbench, /Security review.*Mia Roth/).waitFor();
    await reviewRow(workbench, /Mia Roth.*backup of Security review \(Ben Okri is busy\)/).waitFor();
    standIn.statuses.clear();
    await workbench.runCommand('AOR: Refresh review');
    await reviewRow(workbench, /Security review.*· Ben Okri/).waitFor();
    assert.deepEqual(standIn.writes, []);
  });

  it('goes on with a look at a slow forge while files are saved', async () => {
    const held: (() => void)[] = [];
    standIn.fault = ({ path }, response) => {
      if (!path.includes('/pulls/1/reviews')) return false;
      held.push(() => response.setHeader('content-type', 'application/json').end('[]'));
      return true;
    };
    await workbench.runCommand('AOR: Refresh review');
    const another = join(workbench.directory, 'shop/payments/refund.ts');
    while (held.length === 0) await workbench.page.waitForTimeout(20);
    await writeFile(another, 'refund\n');
    await reviewRow(workbench, /Payments.*2 files/).waitFor();
    // As long as it takes to see that something is to be looked at, and more.
    await workbench.page.waitForTimeout(2000);
    assert.equal(held.length, 1);
    held[0]!();
    await reviewRow(workbench, /#1 Charge once.*3 not asked yet/).waitFor();
    standIn.fault = null;
    await rm(another);
    await reviewRow(workbench, /Payments.*1 file/).waitFor();
  });

  it('shows whom it would ask, sends what is confirmed, and reads back', async () => {
    const { page } = workbench;
    await workbench.runCommand('AOR: Request review');
    await workbench.pick('Ana Ruiz').waitFor();
    await page.keyboard.press('Enter');
    await workbench.pick('Ask on GitHub').waitFor();
    await page.keyboard.press('Enter');
    await workbench.pick(/Ask .*Ana Ruiz.* and /).waitFor();
    await workbench.pick(/Ben Okri.*@ben/).waitFor();
    assert.deepEqual(standIn.writes, []);
    // A row that only tells sends nothing.
    await workbench.pick(/Ben Okri.*@ben/).click();
    // The list that is gone looks like the one that comes.
    await page.waitForTimeout(1500);
    await workbench.pick(/Ask .*Ana Ruiz.* and /).waitFor();
    assert.deepEqual(standIn.writes, []);
    await page.keyboard.press('Enter');
    // Kit is no collaborator.
    const told = await workbench.notification(/Asked to review #1: Ben Okri and Ana Ruiz/);
    assert.match(await told.innerText(), /Not asked: Kit Lee \(Reviews may only be requested from collaborators/);
    assert.deepEqual(pull.requested.toSorted(), ['ana', 'ben']);
    await reviewRow(workbench, /#1 Charge once.*2 asked, 1 not asked yet/).waitFor();
    await reviewRow(workbench, /Payments.*Ana Ruiz · asked/).waitFor();
    await told.getByText('Mention in a comment').click();
    await workbench.notification(/Mentioned in a comment on #1: Kit Lee/);
    assert.equal(standIn.comments.length, 1);
    assert.match(standIn.comments[0]!.body, /@kit/);
  });

  it('shows who has reviewed, and asks nobody twice', async () => {
    standIn.review(pull, 'ana');
    await workbench.runCommand('AOR: Refresh review');
    await reviewRow(workbench, /Ana Ruiz.*has approved/).waitFor();
    await reviewRow(workbench, /Payments.*approved by Ana Ruiz/).waitFor();
    const before = standIn.writes.length;
    await workbench.runCommand('AOR: Request review');
    await workbench.pick('Ana Ruiz').waitFor();
    await workbench.page.keyboard.press('Escape');
    assert.equal(standIn.writes.length, before);
    assert.deepEqual(workbench.outsideRequests(), []);
  });

  it('offers to mention whom the account may not ask, as that of a fork may not', async () => {
    const { page } = workbench;
    standIn.accounts.set('good', { login: 'zoe', kind: 'user', right: 'read' });
    standIn.comments = [];
    await workbench.runCommand('AOR: Request review');
    await workbench.pick('Kit Lee').waitFor();
    await page.keyboard.press('Enter');
    await workbench.pick('Ask on GitHub').waitFor();
    await page.keyboard.press('Enter');
    await workbench.pick(/Mention Kit Lee in a comment.*may not ask reviewers in acme\/shop/).waitFor();
    await workbench.pick('Ask them all the same').waitFor();
    await page.keyboard.press('Enter');
    await workbench.notification(/Mentioned in a comment on #1: Kit Lee/);
    assert.match(standIn.comments.map(({ body }) => body).join(), /@kit/);
    assert.deepEqual(pull.requested, ['ben']);
  });

  it('leads to other ways where the forge does not answer', async () => {
    const { page } = workbench;
    standIn.fault = (_request, response) => Boolean(response.destroy());
    await workbench.runCommand('AOR: Request review');
    await workbench.pick('Kit Lee').waitFor();
    await page.keyboard.press('Enter');
    await workbench.pick('Ask on GitHub').waitFor();
    await page.keyboard.press('Enter');
    const told = await workbench.notification(/git\.acme\.example gives no answer/);
    await told.getByText('Other ways…').click();
    await workbench.pick('Kit Lee').waitFor();
    await page.keyboard.press('Enter');
    await workbench.pick('Copy message').waitFor();
    await page.keyboard.press('Escape');
    standIn.fault = null;
  });

  it('makes no link of what the forge says', async () => {
    const { page } = workbench;
    const message = '[Sign in](command:workbench.action.quit)';
    standIn.fault = (_request, response) => {
      response.writeHead(403, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
      return true;
    };
    await workbench.runCommand('AOR: Request review');
    await workbench.pick('Kit Lee').waitFor();
    await page.keyboard.press('Enter');
    await workbench.pick('Ask on GitHub').waitFor();
    await page.keyboard.press('Enter');
    const told = await workbench.notification(/gives this account no access.*Sign in/);
    await told.waitFor();
    assert.equal(await told.locator('.notification-list-item-message a').count(), 0);
    standIn.fault = null;
  });

  it('says so where the forge does not know the token, and forgets it on Sign out', async () => {
    standIn.accounts.clear();
    await workbench.runCommand('AOR: Refresh review');
    await reviewRow(workbench, /does not accept the token/).waitFor();
    await workbench.runCommand('AOR: Sign out of a forge…');
    await workbench.pick(host).click();
    await reviewRow(workbench, `Sign in to ${host}`).waitFor();
  });
});
