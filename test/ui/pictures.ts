/**
 * Takes the README's pictures of the sample shop: `node out/test/ui/pictures.js`, into `docs/images`. Look at them before
 * you commit them.
 */
import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSample } from '../sample';
import { runMain } from '../vscode/hosts/report';
import { takeForge } from './forgePictures';
import { openWorkbench, type Workbench } from './harness';
import { size, take, themes, widenSideBar } from './taking';

void runMain(async () => {
  // A short path: it is in the tooltips.
  const shop = join(tmpdir(), 'code', 'shop');
  await makeSample(shop);
  try {
    await takeAll();
    await takeLanguage();
    // As Omar has it: he is one of the authors of the branch.
    const git = (...args: string[]): void => void execFileSync('git', args, { cwd: shop, stdio: 'pipe' });
    git('config', 'user.email', 'omar@shop.example');
    git('config', 'user.name', 'Omar Haddad');
    git('checkout', '--quiet', 'feature/one-click');
    await takeReview();
    await takeForge(shop);
  } finally {
    await rm(shop, { recursive: true, force: true });
  }
});

async function takeAll(): Promise<void> {
  const workbench = await openWorkbench({
    prepare: () => Promise.resolve(),
    // Beside the folder of the workbench, which is in the same temporary folder.
    open: '../../code/shop',
    file: '../../code/shop/web/app/(shop)/checkout/page.tsx',
    scale: 2,
    size,
    settings: {
      'editor.minimap.enabled': false,
      // The sample has no node_modules: its types would be missing.
      'problems.decorations.enabled': false,
      'typescript.validate.enable': false,
      'window.title': 'shop',
      'workbench.layoutControl.enabled': false,
    },
  });
  try {
    await workbench.statusItem('aor.aor.responsibility').waitFor();
    for (const [theme, name] of themes) {
      await workbench.showTheme(theme);
      await picturesOf(workbench, name);
    }
  } finally {
    await workbench.close();
  }
}

async function picturesOf(workbench: Workbench, name: string): Promise<void> {
  const { page } = workbench;
  await workbench.runCommand('View: Show Explorer');
  await workbench.hover(workbench.explorerRow('page.tsx'), /Checkout pages/);
  await take(page, 'hover-explorer', name, { x: 0, y: 30, width: 760, height: 420 });
  await workbench.hover(workbench.characterAt(3, 42), /module[^]*Design system/);
  await take(page, 'hover-import', name, { x: 320, y: 66, width: 780, height: 324 });
  await workbench.runCommand('View: Show Responsibilities');
  await workbench.hover(workbench.treeRow(/^Payments/), /Takes money/);
  await take(page, 'responsibilities', name, { x: 0, y: 30, width: 720, height: 480 });
}

/** The ownership file as a language: what is offered in a glob, what a glob does, and what corrects a name. */
async function takeLanguage(): Promise<void> {
  const workbench = await openWorkbench({
    prepare: () => Promise.resolve(),
    open: '../../code/shop',
    file: '../../code/shop/aor.yaml',
    scale: 2,
    size,
    settings: { 'editor.minimap.enabled': false, 'window.title': 'shop', 'workbench.layoutControl.enabled': false },
  });
  const { page } = workbench;
  const goTo = async (place: string): Promise<void> => {
    await workbench.runCommand('View: Focus Active Editor Group');
    await workbench.park();
    await page.keyboard.press('Control+g');
    await page.keyboard.type(place);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(500);
  };
  const part = { x: 330, y: 60, width: 750, height: 420 };
  try {
    await workbench.statusItem('aor.aor.responsibility').waitFor();
    for (const [theme, name] of themes.slice(0, 2)) {
      await workbench.showTheme(theme);
      // The end of `- services/payments`.
      await goTo('188:26');
      await page.keyboard.type('/');
      await workbench.runCommand('Trigger Suggest');
      await page.locator('.suggest-widget .monaco-list-row').first().waitFor();
      await page.waitForTimeout(1500);
      await take(page, 'language-completion', name, part);
      await page.keyboard.press('Escape');
      await workbench.runCommand('File: Revert File');
      // The name of the owner of Payments, a letter short.
      await goTo('177:17');
      await page.keyboard.press('Backspace');
      await page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget .monaco-list-row').first().waitFor();
      await page.waitForTimeout(500);
      await take(page, 'language-fix', name, part);
      await page.keyboard.press('Escape');
      await workbench.runCommand('File: Revert File');
      await goTo('188:12');
      await page.waitForTimeout(1500);
      await workbench.runCommand('Show or Focus Hover');
      await page.locator('.monaco-hover:visible').first().waitFor();
      await page.waitForTimeout(1000);
      await take(page, 'language-hover', name, part);
      await page.keyboard.press('Escape');
    }
  } finally {
    await workbench.close();
  }
}

async function takeReview(): Promise<void> {
  const workbench = await openWorkbench({
    prepare: () => Promise.resolve(),
    open: '../../code/shop',
    scale: 2,
    size: { width: 1100, height: 760 },
    settings: { 'window.title': 'shop', 'workbench.layoutControl.enabled': false },
  });
  const { page } = workbench;
  try {
    await workbench.runCommand('View: Show Responsibilities');
    await page.locator('.pane-header[aria-label^="Review"]').click();
    for (const name of ['This', 'Responsibilities'])
      await workbench.click(page.locator(`.pane-header[aria-label^="${name}"]`));
    await workbench.treeRow('People to ask').waitFor();
    await widenSideBar(page, 600);
    for (const [theme, name] of themes) {
      await workbench.showTheme(theme);
      // No header keeps the ring of the focus.
      await workbench.runCommand('View: Focus Active Editor Group');
      await workbench.park();
      await take(page, 'review', name, { x: 0, y: 30, width: 620, height: 690 });
      await workbench.runCommand('AOR: Request review');
      await workbench.pick('Tomáš Novák').waitFor();
      await take(page, 'request-review', name, { x: 200, y: 0, width: 700, height: 240 });
      await page.keyboard.press('Escape');
    }
  } finally {
    await workbench.close();
  }
}
