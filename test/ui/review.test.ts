import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeSample } from '../sample';
import { openWorkbench, type Workbench } from './harness';
import { openReview, reviewPane, reviewRow } from './reviewView';

const message = (workbench: Workbench) => reviewPane(workbench).locator('.message');

/** Opens or closes a row. What comes in the background may draw the list anew at that moment: then it is clicked again. */
async function toggle(workbench: Workbench, text: string | RegExp): Promise<void> {
  const row = reviewRow(workbench, text);
  const before = await row.getAttribute('aria-expanded');
  for (let tries = 0; (await row.getAttribute('aria-expanded')) === before; tries++) {
    assert.ok(tries < 5, `${String(text)} stays as it is`);
    await workbench.click(row);
    await workbench.page.waitForTimeout(300);
  }
}

describe('The review of a branch', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      prepare: async (directory) => {
        const shop = join(directory, 'shop');
        await makeSample(shop);
        const git = (...args: string[]): void => void execFileSync('git', args, { cwd: shop, stdio: 'pipe' });
        git('config', 'user.email', 'omar@shop.example');
        git('config', 'user.name', 'Omar Haddad');
        git('checkout', '--quiet', 'feature/one-click');
      },
      open: 'shop',
      size: { width: 1300, height: 1000 },
    });
    await openReview(workbench);
    await reviewRow(workbench, 'People to ask').waitFor();
  });

  after(async () => workbench.close());

  it('names the people to ask with their reasons, and counts them in the badge', async () => {
    await reviewRow(workbench, /Priya Raman.*owner of Secrets and keys: 2 files/).waitFor();
    await reviewRow(workbench, /Tomáš Novák.*owner of Payments: 3 files/).waitFor();
    const badge = workbench.page.locator(
      '.activitybar .action-item:has([aria-label^="Responsibilities"]) .badge-content',
    );
    await badge.filter({ hasText: /^4$/ }).waitFor();
  });

  it('reads the rows aloud with what they show', async () => {
    const label = await reviewRow(workbench, 'Tomáš Novák').getAttribute('aria-label');
    assert.match(label ?? '', /^Tomáš Novák, owner of Payments: 3 files/);
  });

  it('says on the own screen until when somebody is away', async () => {
    await toggle(workbench, 'Not asked');
    const row = reviewRow(workbench, /^\s*Maya Lindqvist.*away until 2027-03-31/);
    await row.scrollIntoViewIfNeeded().catch(() => undefined);
    await row.waitFor();
    await toggle(workbench, 'Not asked');
    // The rows beneath move up: whoever clicks before hits another one.
    await row.waitFor({ state: 'detached' });
  });

  it('has checklists to tick, and remembers what is ticked', async () => {
    const row = reviewRow(workbench, 'Does it read well aloud?');
    await workbench.click(row.locator('.custom-view-tree-node-item-checkbox'));
    await reviewRow(workbench, /Accessibility review.*1 of 3 ticked/).waitFor();
    await workbench.page.waitForTimeout(1500);
    await workbench.reload();
    await openReview(workbench);
    await reviewRow(workbench, /Accessibility review.*1 of 3 ticked/).waitFor();
  });

  it('opens what the change does to a file', async () => {
    for (const row of ['People to ask', 'Checklists', /^Payments/]) await toggle(workbench, row);
    await workbench.click(reviewRow(workbench, 'app.py'));
    await workbench.page.locator('.monaco-diff-editor .editor.modified').waitFor();
  });

  it('names others who know an area, with their share of the reviews as the reason', async () => {
    const row = reviewRow(workbench, 'also knows this');
    await row.waitFor();
    const text = (await row.innerText()).replace(/\s+/g, ' ');
    assert.match(
      text,
      /also knows this ?reviewed \d+ of the last \d+ changes anywhere, \d+ of the last \d+ by the same/,
    );
  });

  it('requests the review: people with reasons, then ways to ask', async () => {
    await workbench.runCommand('AOR: Request review');
    await workbench.pick('Tomáš Novák').waitFor();
    assert.match(await workbench.pick('Tomáš Novák').innerText(), /owner of Payments: 3 files/);
    await workbench.page.keyboard.press('Enter');
    await workbench.pick('Copy message').waitFor();
    await workbench.pick('Insert into commit message').waitFor();
    await workbench.pick('Contact Tomáš Novák').waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('reads no history where that is switched off', async () => {
    await workbench.changeSettings({ 'aor.review.history': false });
    await openReview(workbench);
    for (const row of ['People to ask', 'Checklists']) await toggle(workbench, row);
    const payments = reviewRow(workbench, /^Payments/);
    if ((await payments.getAttribute('aria-expanded')) !== 'true') await toggle(workbench, /^Payments/);
    await reviewRow(workbench, 'app.py').waitFor();
    // Longer than reading the history of the sample takes.
    await workbench.page.waitForTimeout(2000);
    assert.equal(await reviewRow(workbench, 'also knows this').count(), 0);
  });

  it('says what is looked at when there is nothing', async () => {
    await workbench.runCommand('AOR: Choose what to review');
    await workbench.pick('Staged').click();
    await message(workbench).filter({ hasText: 'Nothing is staged.' }).waitFor();
    await workbench.runCommand('AOR: Choose what to review');
    await workbench.pick('Working tree').click();
    await message(workbench).filter({ hasText: 'Nothing is changed in the working tree.' }).waitFor();
    assert.deepEqual(workbench.outsideRequests(), []);
  });
});

const states = [
  {
    title: 'without an ownership file',
    prepare: async (directory: string) => writeFile(join(directory, 'a.ts'), 'a\n'),
    said: 'There is no ownership file, so nobody can be suggested as a reviewer.',
  },
  {
    title: 'without a git repository',
    prepare: async (directory: string) => writeFile(join(directory, 'aor.yaml'), 'version: 1\n'),
    said: 'This folder is not in a git repository, so there is no change to review.',
  },
  {
    title: 'in an untrusted workspace',
    isUntrusted: true,
    prepare: async (directory: string) => {
      await mkdir(join(directory, '.git'));
      await writeFile(join(directory, 'aor.yaml'), 'version: 1\n');
    },
    said: 'Git is not run here, because this workspace is not trusted.',
  },
];

for (const { title, said, ...options } of states) {
  describe(`The review ${title}`, () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await openWorkbench(options);
    });

    after(async () => workbench.close());

    it('says so', async () => {
      await openReview(workbench);
      await message(workbench).filter({ hasText: said }).waitFor();
    });
  });
}
