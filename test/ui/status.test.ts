import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { makeRepository, ownershipFile, writeFiles } from '../vscode/workspaces';
import { openWorkbench, type Workbench } from './harness';

describe('The status bar', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      prepare: async (directory) => {
        await writeFiles(directory, {
          'one/aor.yaml': ownershipFile,
          'one/src/a.ts': 'export const a = 1;\n',
          'one/lib/b.ts': 'export const b = 1;\n',
          'one/vendor/c.ts': 'export const c = 1;\n',
          'one/tools/d.ts': 'export const d = 1;\n',
          'bare/e.ts': 'export const e = 1;\n',
          'all.code-workspace': JSON.stringify({ folders: [{ path: 'one' }, { path: 'bare' }] }),
        });
        makeRepository(join(directory, 'one'));
        await writeFile(join(directory, 'one/src/a.ts'), 'export const a = 2;\n');
      },
      open: 'all.code-workspace',
      file: 'one/src/a.ts',
    });
  });

  after(async () => workbench.close());

  const item = (): Locator => workbench.statusItem('aor.aor.responsibility');
  const says = (text: string): Promise<void> => item().filter({ hasText: text }).waitFor();

  it('is right for the editor that was open at the start', async () => {
    await says('Payments · Ana Ruiz');
  });

  it('has the card as its tooltip', async () => {
    const text = await workbench.hover(item(), /Payments · Ana Ruiz/);
    assert.match(text, /Backup: Ben Okri/);
    assert.match(text, /Decided by src, aor\.yaml:6/);
  });

  it('names itself to a screen reader', async () => {
    assert.match((await item().locator('a').getAttribute('aria-label')) ?? '', /Responsibility: Payments, Ana Ruiz/);
  });

  it('opens what can be done about the file', async () => {
    await workbench.click(item());
    await workbench.pick('Ana Ruiz').waitFor();
    await workbench.pick('Open rule').waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('has a word for every state', async () => {
    await workbench.openFile('b.ts');
    await says('Search · vacant');
    await workbench.openFile('c.ts');
    await says('exempt');
    await workbench.openFile('d.ts');
    await says('unowned');
    await workbench.openFile('e.ts');
    await says('no ownership file');
  });

  it('is right on both sides of a diff', async () => {
    await workbench.openFile('src/a.ts');
    await workbench.runCommand('Git: Open Changes');
    for (const side of ['original', 'modified']) {
      const editor = workbench.page.locator(`.monaco-diff-editor .editor.${side} .view-line`).first();
      await workbench.click(editor);
      await says('Payments · Ana Ruiz');
    }
  });

  it('follows what is typed into the ownership file, and says when that breaks it', async () => {
    await workbench.openFile('one/aor.yaml');
    await says('unowned');
    await workbench.click(workbench.characterAt(0, 3));
    await workbench.page.keyboard.press('Control+A');
    await workbench.page.keyboard.type('- not a map');
    await says('unowned · ownership file has errors');
    await workbench.runCommand('File: Revert File');
    await item().filter({ hasNotText: 'errors' }).waitFor();
  });
});
