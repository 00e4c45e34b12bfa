import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { makeSample } from '../sample';
import { openWorkbench, type Workbench } from './harness';

describe('The view of this file', () => {
  let workbench: Workbench;
  let folder: string;

  before(async () => {
    workbench = await openWorkbench({
      prepare: async (directory) => {
        folder = join(directory, 'shop');
        await makeSample(folder);
        await writeFile(join(folder, 'web/src/checkout/cart.ts'), 'export {};\n');
      },
      open: 'shop',
      file: 'shop/services/payments/shop_payments/receipts.py',
      size: { width: 1200, height: 2000 },
      settings: { 'aor.codeLens.enabled': true },
    });
    await workbench.runCommand('View: Show Responsibilities');
    await row(/^Tomáš Novák/).waitFor();
  });

  after(async () => workbench.close());

  const pane = (): Locator => workbench.page.locator('.pane:has(> .pane-header[aria-label^="This"])');
  const row = (text: string | RegExp): Locator => pane().locator('.monaco-list-row').filter({ hasText: text }).first();
  const labels = async (): Promise<string[]> => pane().locator('.monaco-list-row .label-name').allInnerTexts();

  it('names the owner and how to reach them, the backups, the rule, and what else applies', async () => {
    assert.deepEqual(await labels(), [
      'Payments',
      'Tomáš Novák',
      'tomas@shop.example',
      'Chat',
      '@tomasnovak',
      '@tomas.novak',
      'Aiko Watanabe',
      'Rahul Sethi',
      'services/payments',
      'Before you ask',
      'Reviews on top',
      'How we review code',
      'Reviews of some changes',
      'Other areas that match',
    ]);
    assert.match(await pane().locator('.pane-header').innerText(), /receipts\.py/);
    assert.match(await row('services/payments').innerText(), /decides · aor\.yaml:\d+ · at segment 1/);
    const spoken = await row('services/payments').getAttribute('aria-label');
    assert.match(spoken ?? '', /^decided by services\/payments, aor\.yaml:\d+, at segment 1/);
  });

  it('has the questions to put before asking, and what a review of some changes needs', async () => {
    await workbench.click(row('Before you ask'));
    await row('Is every movement of money in the ledger first?').waitFor();
    await workbench.click(row('Reviews of some changes'));
    await workbench.click(row('Personal data').locator('.monaco-tl-twistie'));
    await row('if a changed line matches (?i)e-?mail|address|phone|birth').waitFor();
    await row('Do we need to keep it at all?').waitFor();
  });

  it('opens the rule, and follows to the ownership file then', async () => {
    await workbench.click(row('services/payments'));
    await workbench.page.locator('.tabs-container .tab.active[data-resource-name="aor.yaml"]').waitFor();
    await row(/^Lena Brandt/).waitFor();
  });

  it('follows to other files, in words for every state', async () => {
    await workbench.openFile('services/notifications/mailer.js');
    await row(/^Vacant/).waitFor();
    assert.match(await row(/^Vacant/).innerText(), /since 2026-09-01 · Nia moved to Discovery/);
    assert.match((await row('asked instead').innerText()).replace(/\s+/g, ' '), /asked instead: owner of Platform/);
    await workbench.openFile('tools/seed.py');
    await row(/^Unowned/).waitFor();
    await workbench.openFile('vendor/currencies/currencies.js');
    await row(/^Exempt/).waitFor();
  });

  it('keeps what is shown until the next file is known: never empty between two tabs', async () => {
    await workbench.openFile('tools/seed.py');
    await row(/^Unowned/).waitFor();
    await workbench.page.evaluate(watchRows);
    for (const name of ['currencies.js', 'mailer.js', 'receipts.py', 'seed.py', 'mailer.js']) {
      await workbench.click(workbench.tab(name));
      await pane().locator('.pane-header', { hasText: name }).waitFor();
    }
    assert.equal(await workbench.page.evaluate('globalThis.fewestRows > 0'), true);
  });

  it('answers for what is changed in a diff', async () => {
    await workbench.openFile('web/src/checkout/cart.ts');
    await workbench.runCommand('Git: Open Changes');
    await row(/^Aiko Watanabe/).waitFor();
    assert.match(await row(/^Checkout pages/).innerText(), /Shopfront · Checkout · status amber/);
  });

  it('leads to the row in Responsibilities, and to who owns it', async () => {
    await pane().locator('.pane-header').hover();
    await pane().locator('.pane-header .action-label[aria-label="Reveal in Responsibilities"]').click();
    const selected = '.pane:has(> .pane-header[aria-label^="Responsibilities"]) .monaco-list-row.selected';
    await workbench.page.locator(selected, { hasText: 'Checkout pages' }).waitFor();
    await pane().locator('.pane-header').hover();
    await pane().locator('.pane-header .action-label[aria-label="Who owns this file"]').click();
    await workbench.pick('Aiko Watanabe').waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('says so where the ownership file cannot be read, with the last good answer', async () => {
    await workbench.openFile('receipts.py');
    await row(/^Tomáš Novák/).waitFor();
    await writeFile(join(folder, 'aor.yaml'), 'a text');
    await row(/^Ownership file has errors/).waitFor();
    await row(/^Tomáš Novák/).waitFor();
    await row(/^Open ownership file/).waitFor();
  });

  it('has the owner above the first line too, for those who want it', async () => {
    const lens = workbench.page.locator('.codelens-decoration a', { hasText: 'Payments · Tomáš Novák' });
    await workbench.click(lens);
    await workbench.pick('Aiko Watanabe').waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('says what to do where no file is open', async () => {
    await workbench.runCommand('View: Close All Editors');
    await pane().locator('.message', { hasText: 'Open a file to see who is responsible for it.' }).waitFor();
  });
});

/** Runs in the page, at every frame: how few rows the view ever had. */
const watchRows = `(() => {
  globalThis.fewestRows = Infinity;
  const pane = [...document.querySelectorAll('.pane')].find((one) =>
    one.querySelector(':scope > .pane-header[aria-label^="This"]'));
  const look = () => {
    globalThis.fewestRows = Math.min(globalThis.fewestRows, pane.querySelectorAll('.monaco-list-row').length);
    requestAnimationFrame(look);
  };
  look();
})()`;
