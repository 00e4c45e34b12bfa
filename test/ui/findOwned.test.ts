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

  /** Looks until it is so. */
  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (let left = 100; !(await isSo()); left--) {
      if (left === 0) throw new Error('Not in time.');
      await workbench.page.waitForTimeout(100);
    }
  }

  /** Searches a text that is on every line of code, and gives back the files that have it. */
  async function filesFound(owner: RegExp, included: RegExp, text: string): Promise<string[]> {
    const view = workbench.page.locator('.search-view');
    await workbench.runCommand('AOR: Find in files owned by…');
    await workbench.pick(owner).click();
    await view.waitFor();
    // Not shown, and there: what the command searches in.
    const includes = view.locator('.file-types.includes .monaco-inputbox .input').first();
    await until(async () => included.test(await includes.inputValue()));
    const box = view.locator('.search-container .monaco-inputbox .input').first();
    await box.fill(text);
    await box.press('Enter');
    await view.locator('.message', { hasText: /\d+ results? in|No results/ }).waitFor();
    // Rows come while it is being searched.
    let names: readonly string[] = [];
    await until(async () => {
      const before = names.join();
      names = await view.locator('.monaco-list-row .label-name').allInnerTexts();
      return names.length > 0 && names.join() === before;
    });
    await workbench.runCommand('Search: Clear Search Results');
    return [...names].sort();
  }

  it('are searched: exactly those, also where others own some in the midst', async () => {
    // The search looks into an open editor even where its file is excluded.
    await workbench.runCommand('View: Close All Editors');
    // Three folders, one named in brackets, and two files.
    assert.deepEqual(await filesFound(/^Content pages/, /slug/, 'e'), ['page.tsx']);
    const payments = await filesFound(/^Payments/, /services\/payments/, 'e');
    assert.ok(payments.includes('receipts.py') && payments.includes('0001_ledger.sql'), payments.join());
    for (const other of ['refunds.py', 'disputes.py', 'api.py', 'pyproject.toml'])
      assert.ok(!payments.includes(other), other);
  });
});
