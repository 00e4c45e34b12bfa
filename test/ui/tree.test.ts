import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { makeSample } from '../sample';
import { openWorkbench, type Workbench } from './harness';

describe('The side bar of responsibilities', () => {
  let workbench: Workbench;
  let folder: string;

  before(async () => {
    workbench = await openWorkbench({
      prepare: async (directory) => {
        folder = join(directory, 'shop');
        await makeSample(folder);
        execFileSync('git', ['config', 'user.email', 'aiko@shop.example'], { cwd: folder });
      },
      open: 'shop',
      file: 'shop/services/payments/shop_payments/refunds.py',
      size: { width: 1200, height: 1700 },
    });
    await workbench.click(workbench.page.locator('.activitybar .action-item:has([aria-label^="Responsibilities"])'));
    await row('Platform').waitFor();
  });

  after(async () => workbench.close());

  const pane = (): Locator => workbench.page.locator('.pane:has(> .pane-header[aria-label^="Responsibilities"])');
  const row = (text: string | RegExp): Locator => pane().locator('.monaco-list-row').filter({ hasText: text }).first();
  const message = (text: string): Locator => pane().locator('.message', { hasText: text });
  const rows = async (): Promise<string> =>
    (await pane().locator('.monaco-list-row .label-name').allInnerTexts()).join('\n');
  const groupBy = async (label: string): Promise<void> => {
    await workbench.runCommand('AOR: Group responsibilities by…');
    await workbench.pick(label).click();
  };

  it('lists what is mine and what is vacant, areas beneath areas, reviews, duties, and what nobody owns', async () => {
    await row(/^Mine/).waitFor();
    await row(/^Unowned files/).waitFor();
    const mine = /^Mine\nRefunds and disputes\nCheckout pages\nUniversity recruiting\nPayments\nIntern programme\n/;
    assert.match(await rows(), mine);
    assert.match(await rows(), /\nVacant\nNotifications\nLoad tests\nTalks on Thursdays\nPlatform\nPayments\n/);
    assert.match(await rows(), /\nReviews\nDuties\nUnowned files$/);
    assert.match(await row(/^Mine/).innerText(), /Aiko Watanabe · 5/);
    assert.match(await row(/Load tests/).innerText(), /ask Wei Chen · since 2026-06-30/);
    const label = await row('Notifications').getAttribute('aria-label');
    assert.match(label ?? '', /^Notifications, vacant, ask .+, since 2026-09-01/);
  });

  it('shows a card on an AOR', async () => {
    const text = await workbench.hover(row(/^Payments/), /Takes money and gives it back/);
    assert.match(text, /tomas@shop\.example/);
    assert.match(text, /\d+ files: services\/payments, !services\/payments\/shop_payments\/generated/);
  });

  it('opens an AOR in the ownership file', async () => {
    await workbench.click(row(/^Feature flags/));
    await workbench.page.locator('.tabs-container .tab.active[data-resource-name="aor.yaml"]').waitFor();
  });

  it('reveals the AOR of the file in front', async () => {
    await workbench.openFile('services/payments/shop_payments/refunds.py');
    await workbench.runCommand('AOR: Reveal in Responsibilities');
    await pane().locator('.monaco-list-row.selected', { hasText: 'Refunds and disputes' }).waitFor();
  });

  it('lists the files of an AOR, by keyboard', async () => {
    // Revealed by the test before, and open: to its files, and open those.
    await row('2 files').waitFor();
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.page.keyboard.press('ArrowRight');
    await row('services/payments/shop_payments').waitFor();
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.page.keyboard.press('ArrowRight');
    await row('disputes.py').waitFor();
  });

  it('lists what nobody owns', async () => {
    await workbench.click(row(/^Unowned files/));
    await row(/^tools/).waitFor();
    assert.match((await row(/^Unowned files/).getAttribute('aria-label')) ?? '', /Unowned files, 2 files/);
    await workbench.click(row(/^Unowned files/));
  });

  it('is grouped by person, team, kind and status', async () => {
    await groupBy('Person');
    await row('Aiko Watanabe').waitFor();
    assert.match(await row('Maya Lindqvist').innerText(), /away until 2027-03-31/);
    assert.match((await row(/^Diego/).getAttribute('aria-label')) ?? '', /Diego Fuentes, 1 responsibility/);
    await groupBy('Team');
    assert.match(await row(/^Discovery/).innerText(), /2 · lead Kofi Mensah/);
    await groupBy('Kind');
    await row(/^Areas/).waitFor();
    await groupBy('Status');
    await row(/^Amber/).waitFor();
    assert.match(await row(/^Infrastructure/).innerText(), /Lena Brandt · handover was due 2026-10-31/);
  });

  it('remembers grouping, and what is open, over a reload', async () => {
    await workbench.click(row(/^Amber/));
    await row(/^On-call rota/).waitFor({ state: 'detached' });
    await workbench.page.waitForTimeout(1500);
    await workbench.reload();
    await row(/^Red/).waitFor();
    await row(/^Feature flags/).waitFor();
    assert.equal(await row(/^On-call rota/).count(), 0);
    await groupBy('Area');
    await row('Platform').waitFor();
  });

  it('is filtered by words of a title, a person or a glob, and all is shown again', async () => {
    await workbench.runCommand('AOR: Filter responsibilities…');
    await workbench.page.locator('.quick-input-widget input').first().fill('tomas');
    await workbench.page.keyboard.press('Enter');
    await message('Shows 4 of 32: with “tomas”').waitFor();
    await row(/^Storefront/).waitFor({ state: 'detached' });
    await row(/^Reviews/).waitFor();
    assert.match(await rows(), /\nPlatform\nPayments\nRefunds and disputes\n/);
    assert.doesNotMatch(await rows(), /Storefront|Unowned/);
    await workbench.runCommand('AOR: Show all responsibilities again');
    await row(/^Storefront/).waitFor();
    await message('Shows').waitFor({ state: 'hidden' });
  });

  it('shows what is mine, and what is vacant, when asked', async () => {
    await workbench.runCommand('AOR: Show mine');
    await pane().locator('.monaco-list-row.selected', { hasText: 'Mine' }).waitFor();
    await workbench.runCommand('AOR: Show vacant');
    await pane().locator('.monaco-list-row.selected', { hasText: 'Vacant' }).waitFor();
  });

  it('follows an edit, and says when the ownership file cannot be read', async () => {
    const file = join(folder, 'aor.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('title: Feature flags', 'title: Switches'));
    await row('Switches').waitFor();
    await writeFile(file, 'a text');
    await message('has errors').waitFor();
    await row('Switches').waitFor();
    await writeFile(file, text);
    await row('Feature flags').waitFor();
  });
});

describe('The side bar without an ownership file', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      prepare: async (directory) => writeFile(join(directory, 'a.ts'), 'export {};\n'),
      file: 'a.ts',
    });
  });

  after(async () => workbench.close());

  it('offers to create one, and shows it then', async () => {
    await workbench.click(workbench.page.locator('.activitybar .action-item:has([aria-label^="Responsibilities"])'));
    const buttons = workbench.page.locator('.welcome-view:visible .monaco-button');
    const create = buttons.filter({ hasText: /^Create ownership file$/ });
    await create.waitFor();
    assert.deepEqual(await buttons.allInnerTexts(), [
      'Create ownership file',
      'Create ownership file from git history',
    ]);
    await workbench.click(create);
    await workbench.tab('aor.yaml').waitFor();
    await workbench.page.locator('.customview-tree .monaco-list-row').first().waitFor();
  });
});

describe('The side bar with an ownership file that was never readable', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      prepare: async (directory) => writeFile(join(directory, 'aor.yaml'), 'just a text'),
    });
  });

  after(async () => workbench.close());

  it('says so, and nothing else, and opens it', async () => {
    await workbench.runCommand('View: Show Responsibilities');
    const welcome = workbench.page.locator('.welcome-view:visible');
    await welcome.locator('.monaco-button', { hasText: 'Open ownership file' }).waitFor();
    const text = (await welcome.innerText()).trim();
    assert.match(text, /^The ownership file has errors and cannot be read\.\s+Open ownership file$/);
    await workbench.click(welcome.locator('.monaco-button'));
    await workbench.tab('aor.yaml').waitFor();
  });
});
