import { strict as assert } from 'node:assert';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
      },
      open: 'shop',
      file: 'shop/services/payments/shop_payments/refunds.py',
    });
    await workbench.click(workbench.page.locator('.activitybar .action-item:has([aria-label^="Responsibilities"])'));
    await workbench.treeRow('Platform').waitFor();
  });

  after(async () => workbench.close());

  const rows = async (): Promise<string> =>
    (await workbench.page.locator('.customview-tree .monaco-list-row .label-name').allInnerTexts()).join('\n');

  it('lists what is vacant, areas beneath areas, reviews and duties', async () => {
    await workbench.treeRow('Payments').waitFor();
    assert.match(await rows(), /^Vacant\nNotifications\nLoad tests\nTalks on Thursdays\nPlatform\nPayments\n/);
    assert.match(await rows(), /\nReviews\nDuties$/);
    assert.match(await workbench.treeRow(/^Payments/).innerText(), /Tomáš Novák/);
    const label = await workbench.treeRow('Notifications').getAttribute('aria-label');
    assert.match(label ?? '', /Notifications, vacant/);
  });

  it('shows a card on an AOR', async () => {
    const text = await workbench.hover(workbench.treeRow(/^Payments/), /Takes money and gives it back/);
    assert.match(text, /tomas@shop\.example/);
    assert.match(text, /\d+ files: services\/payments, !services\/payments\/shop_payments\/generated/);
  });

  it('opens an AOR in the ownership file', async () => {
    await workbench.click(workbench.treeRow(/^Feature flags/));
    await workbench.page.locator('.tabs-container .tab.active[data-resource-name="aor.yaml"]').waitFor();
  });

  it('reveals the AOR of the file in front', async () => {
    await workbench.openFile('services/payments/shop_payments/refunds.py');
    await workbench.runCommand('AOR: Reveal in Responsibilities');
    await workbench.page
      .locator('.customview-tree .monaco-list-row.selected', { hasText: 'Refunds and disputes' })
      .waitFor();
  });

  it('lists the files of an AOR, by keyboard', async () => {
    // Revealed by the test before, and open: to its files, and open those.
    await workbench.treeRow('2 files').waitFor();
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.treeRow('services/payments/shop_payments').waitFor();
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.treeRow('disputes.py').waitFor();
  });

  it('is grouped by person, also after a reload', async () => {
    await workbench.runCommand('AOR: Group by person');
    await workbench.treeRow('Aiko Watanabe').waitFor();
    await workbench.page.waitForTimeout(1500);
    await workbench.reload();
    await workbench.treeRow('Aiko Watanabe').waitFor();
    assert.match(await workbench.treeRow('Maya Lindqvist').innerText(), /away until 2027-03-31/);
    await workbench.runCommand('AOR: Group by area');
    await workbench.treeRow('Platform').waitFor();
  });

  it('shows what is vacant when asked', async () => {
    await workbench.runCommand('AOR: Show vacant');
    await workbench.page.locator('.customview-tree .monaco-list-row.selected', { hasText: 'Vacant' }).waitFor();
  });

  it('follows an edit, and says when the ownership file cannot be read', async () => {
    const file = join(folder, 'aor.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('title: Feature flags', 'title: Switches'));
    await workbench.treeRow('Switches').waitFor();
    await writeFile(file, 'a text');
    await workbench.page.locator('.tree-explorer-viewlet-tree-view .message', { hasText: 'has errors' }).waitFor();
    await workbench.treeRow('Switches').waitFor();
    await writeFile(file, text);
    await workbench.treeRow('Feature flags').waitFor();
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
    await buttons.filter({ hasText: 'Create ownership file' }).waitFor();
    assert.equal(await buttons.count(), 1);
    await workbench.click(buttons);
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
