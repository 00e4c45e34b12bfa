import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from './harness';

describe('the rendered workbench', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      prepare: async (directory) => {
        await writeFile(join(directory, 'add.ts'), 'export const add = (a: number, b: number) => a + b;\nadd(1, 2);\n');
        await writeFile(join(directory, 'notes.txt'), 'one line\n');
      },
      file: 'add.ts',
    });
  });

  after(async () => workbench.close());

  it('shows the file it was asked to, and what the language says about its characters', async () => {
    await workbench.tab('add.ts').waitFor();
    await workbench.hover(workbench.characterAt(1, 1), /const add: \(a: number, b: number\) => number/);
  });

  it('hovers rows and tabs', async () => {
    await workbench.hover(workbench.explorerRow('notes.txt'), /notes\.txt/);
    await workbench.hover(workbench.tab('add.ts'), /add\.ts/);
  });

  it('opens files and runs commands by keyboard', async () => {
    await workbench.openFile('notes.txt');
    await workbench.runCommand('View: Split Editor Right');
    await workbench.page.locator('.tab[data-resource-name="notes.txt"]').nth(1).waitFor();
  });

  it('changes its theme while running', async () => {
    await workbench.showTheme('Default High Contrast');
    await workbench.showTheme('Default Light Modern');
  });

  it('reaches nothing outside the machine', async () => {
    await workbench.reload();
    await workbench.tab('add.ts').waitFor();
    assert.deepEqual(workbench.outsideRequests(), []);
  });
});
