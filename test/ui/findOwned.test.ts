import { strict as assert } from 'node:assert';
import { makeSample } from '../sample';
import { openWorkbench, type Workbench } from './harness';

describe('Files by whose they are', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      prepare: makeSample,
      file: 'README.md',
      size: { width: 1200, height: 1400 },
      // One row a file.
      settings: { 'search.collapseResults': 'alwaysCollapse' },
    });
    await workbench.statusItem('aor.aor.responsibility').waitFor();
  });

  after(async () => workbench.close());

  it('are gone to by person, then file', async () => {
    await workbench.runCommand('AOR: Go to file owned by…');
    assert.match(await workbench.pick('Aiko Watanabe').innerText(), /Refunds and disputes, Checkout pages · 7 files/);
    await workbench.pick('Aiko Watanabe').click();
    await workbench.page.locator('.quick-input-widget input').first().fill('disputes');
    await workbench.pick('disputes.py').click();
    await workbench.page.locator('.tabs-container .tab.active[data-resource-name="disputes.py"]').waitFor();
  });

  /** Searches a text that is on every line of code, and gives back the files that have it. */
  async function filesFound(owner: RegExp, text: string): Promise<string[]> {
    const { page } = workbench;
    await workbench.runCommand('AOR: Find in files owned by…');
    await workbench.pick(owner).click();
    await page.locator('.search-view').waitFor();
    // The command puts the focus into the empty search box.
    await page
      .locator('.search-view .search-container .monaco-findInput.focused, .search-view .synthetic-focus')
      .first()
      .waitFor();
    await page.keyboard.type(text);
    await page.locator('.search-view .message', { hasText: /\d+ results? in|No results/ }).waitFor();
    const names = await page.locator('.search-view .monaco-list-row .label-name').allInnerTexts();
    await workbench.runCommand('Search: Clear Search Results');
    return names.sort();
  }

  it('are searched: exactly those, also where others own some in the midst', async () => {
    // The search looks into an open editor even where its file is excluded.
    await workbench.runCommand('View: Close All Editors');
    // Three folders, one named in brackets, and two files.
    assert.deepEqual(await filesFound(/^Content pages/, 'e'), ['page.tsx']);
    const payments = await filesFound(/^Payments/, 'e');
    assert.ok(payments.includes('receipts.py') && payments.includes('0001_ledger.sql'), payments.join());
    for (const other of ['refunds.py', 'disputes.py', 'api.py', 'pyproject.toml'])
      assert.ok(!payments.includes(other), other);
  });
});
