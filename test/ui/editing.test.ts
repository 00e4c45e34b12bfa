import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { makeSample } from '../sample';
import { makeRepository, writeFiles } from '../vscode/workspaces';
import { openWorkbench, type Workbench } from './harness';

describe('Editing the ownership file by commands', () => {
  let workbench: Workbench;
  let folder: string;
  let original: string;

  const text = (): Promise<string> => readFile(join(folder, 'aor.yaml'), 'utf8');
  const title = (): Promise<string> => workbench.page.locator('.quick-input-title').innerText();
  const press = (key: string): Promise<void> => workbench.page.keyboard.press(key);

  const preview = (): Locator => workbench.page.locator('.bulk-edit-panel');

  /** Looks until the file on disk is so. */
  async function until(isSo: (text: string) => boolean): Promise<void> {
    for (let left = 100; !isSo(await text()); left--) {
      if (left === 0) throw new Error(`Not in time:\n${await text()}`);
      await workbench.page.waitForTimeout(100);
    }
  }

  /** Chooses in the menu of a row. An editor that is restored just then takes the focus, and the list that comes is gone. */
  async function chooseInMenu(row: string, action: string, listed: string): Promise<void> {
    for (let left = 3; ; left--) {
      await workbench.explorerRow(row).click({ button: 'right' });
      await workbench.page.locator('.monaco-menu .action-label', { hasText: action }).click();
      try {
        return await workbench.pick(listed).waitFor({ timeout: 7_000 });
      } catch (error) {
        if (left === 0) throw error;
        await press('Escape');
      }
    }
  }

  /** Takes the last change back, which is shown in the editor, and saves. */
  async function undo(): Promise<void> {
    await workbench.page.locator('.tabs-container .tab.active[data-resource-name="aor.yaml"]').waitFor();
    await press('Control+z');
    await press('Control+s');
    await until((now) => now === original);
  }

  before(async () => {
    workbench = await openWorkbench({
      prepare: async (directory) => {
        folder = join(directory, 'shop');
        await makeSample(folder);
        execFileSync('git', ['config', 'user.email', 'aiko@shop.example'], { cwd: folder });
        const author = '--author=Dora Lund <12+dlund@users.noreply.github.com>';
        execFileSync('git', ['commit', '--quiet', '--allow-empty', '-m', 'Try', author], { cwd: folder });
        original = await text();
      },
      open: 'shop',
      file: 'shop/tools/seed.py',
    });
    await workbench.statusItem('aor.aor.responsibility').waitFor();
  });

  after(async () => workbench.close());

  it('adds a folder of the Explorer, telling before what the AOR gets', async () => {
    // The catch-all takes the folder out; nearest is what lies in it.
    await chooseInMenu('tools', 'Add to an AOR…', 'Load tests');
    assert.equal(await title(), 'Add tools to an AOR');
    assert.match(await workbench.pick('Platform').innerText(), /Platform[^]*\d+ files/);
    await workbench.pick('Platform').click();
    const action = workbench.pick('Add `tools`');
    await action.waitFor();
    assert.match(await action.innerText(), /Platform would get no file of it/);
    await workbench.pick('2 files are taken out of Platform by `!tools`.').waitFor();
    await press('Escape');
    assert.equal(await text(), original);
  });

  it('adds the file in front by keyboard, and one Undo takes it back', async () => {
    await workbench.runCommand('AOR: Add to an AOR…');
    await workbench.pick('Load tests').waitFor();
    assert.equal(await title(), 'Add tools/seed.py to an AOR');
    await workbench.page.keyboard.type('Load tests');
    await press('Enter');
    const action = workbench.pick('Add `tools/seed.py`');
    await action.waitFor();
    assert.match(await action.innerText(), /Load tests gets 1 file that nobody has\./);
    assert.match((await action.getAttribute('aria-label')) ?? '', /Add `tools\/seed\.py`, Load tests gets 1 file/);
    await press('Enter');
    await until((now) => now === original.replace('paths: [tools/loadtest]', 'paths: [tools/loadtest, tools/seed.py]'));
    await undo();
  });

  it('shows each change before it is made, for those who ask for it', async () => {
    await workbench.runCommand('AOR: Take over…');
    await workbench.pick('Notifications').click();
    await workbench.pick('Preview').click();
    await preview().locator('.monaco-list-row', { hasText: 'aor.yaml' }).first().waitFor();
    assert.equal(await text(), original);
    await preview().getByRole('button', { name: 'Apply' }).click();
    await until((now) => /notifications:[^]*?owner: aiko/.test(now) && now !== original);
    await undo();
  });

  it('makes nothing of a preview that is thrown away', async () => {
    await workbench.runCommand('AOR: Take over…');
    await workbench.pick('Notifications').click();
    await workbench.pick('Preview').click();
    await preview().getByRole('button', { name: 'Discard' }).click();
    await preview().waitFor({ state: 'hidden' });
    assert.equal(await text(), original);
  });

  it('lists authors who are not among the people, most active first', async () => {
    await workbench.runCommand('AOR: Add person…');
    await workbench.pick('Somebody else…').waitFor();
    const rows = await workbench.page.locator('.quick-input-list .monaco-list-row').allInnerTexts();
    assert.match(rows[0] ?? '', /Dora Lund[^]*dlund on github · 1 commit/);
    await press('Enter');
    await workbench.page.locator('.quick-input-title', { hasText: 'Add Dora Lund' }).waitFor();
    await press('Enter');
    await workbench.pick('Add Dora Lund as dora').waitFor();
    await press('Enter');
    await until((now) => /\n {2}dora:/.test(now));
    await undo();
  });

  it('confirms what is mine, less what is left out', async () => {
    await workbench.runCommand('AOR: Confirm my AORs');
    await workbench.pick('Refunds and disputes').waitFor();
    assert.match(await title(), /^Confirm \d+ AORs of Aiko Watanabe$/);
    await press('Escape');
    assert.equal(await text(), original);
  });
});

describe('Editing several ownership files at once', () => {
  let workbench: Workbench;
  let folder: string;
  const entry = 'version: 1\ninclude: [web/aor.yaml]\npeople: { ana: Ana Ruiz <ana@acme.dev> }\n';
  const texts = {
    'aor.yaml': `${entry}aors: { pay: { title: Pay, owner: ana, paths: [src] } }\n`,
    'web/aor.yaml': 'aors: { web: { title: Web, owner: ana, paths: ["**"] } }\n',
  };

  const onDisk = async (): Promise<Readonly<Record<string, string>>> => ({
    'aor.yaml': await readFile(join(folder, 'aor.yaml'), 'utf8'),
    'web/aor.yaml': await readFile(join(folder, 'web/aor.yaml'), 'utf8'),
  });

  before(async () => {
    workbench = await openWorkbench({
      prepare: async (directory) => {
        folder = directory;
        await writeFiles(directory, texts);
        makeRepository(directory);
      },
      settings: { 'aor.me': 'ana' },
    });
  });

  after(async () => workbench.close());

  it('is taken back in one step', async () => {
    const { page } = workbench;
    await workbench.runCommand('AOR: Confirm my AORs');
    await workbench.pick('never confirmed').waitFor();
    await page.keyboard.press('Enter');
    await workbench.pick('Ana Ruiz holds 2 AORs').click();
    await page.locator('.tabs-container .tab.active[data-resource-name="aor.yaml"]').waitFor();
    const isConfirmed = (text: string): boolean => /owner: ana, paths: \[[^\]]+\], confirmed: \d{4}-/.test(text);
    await until(async () => Object.values(await onDisk()).every(isConfirmed));
    // What was just shown may not have the focus yet.
    await workbench.runCommand('View: Focus Active Editor Group');
    await page.keyboard.press('Control+z');
    await page.locator('.tabs-container .tab.dirty').nth(1).waitFor();
    await page.keyboard.press('Control+s');
    await page.locator('.tabs-container .tab.dirty').nth(1).waitFor({ state: 'detached' });
    await page.locator('.tabs-container .tab.dirty').click();
    await page.keyboard.press('Control+s');
    await until(async () => JSON.stringify(await onDisk()) === JSON.stringify(texts));
  });

  /** Looks until it is so. */
  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (let left = 100; !(await isSo()); left--) {
      if (left === 0) throw new Error(`Not in time:\n${JSON.stringify(await onDisk())}`);
      await workbench.page.waitForTimeout(100);
    }
  }
});

describe('Editing what is no ownership file', () => {
  for (const [what, texts, sentence, button] of [
    ['nothing', { 'src/a.ts': '' }, 'There is no ownership file here.', 'Create ownership file'],
    ['CODEOWNERS', { CODEOWNERS: '* @ana\n', 'src/a.ts': '' }, 'CODEOWNERS is shown as it stands.', 'Import…'],
  ] as const) {
    it(`says what to do where there is ${what}`, async () => {
      const workbench = await openWorkbench({
        prepare: async (directory) => {
          await writeFiles(directory, texts);
          makeRepository(directory);
        },
        file: 'src/a.ts',
      });
      try {
        await workbench.runCommand('AOR: Add to an AOR…');
        const notification = await workbench.notification(sentence);
        await notification.getByRole('button', { name: button }).waitFor();
      } finally {
        await workbench.close();
      }
    });
  }
});
