/** Pictures of asking on a forge, which a stand-in of GitHub plays. */
import { execFileSync } from 'node:child_process';
import { StandIn } from '../forges/github/standIn';
import { openWorkbench } from './harness';
import { openAlone, rowIn } from './sideBarView';
import { take, themes, widenSideBar } from './taking';

/** `shop`: the sample, with the branch `feature/one-click` checked out by one of its authors. */
export async function takeForge(shop: string): Promise<void> {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: shop, encoding: 'utf8', stdio: 'pipe' }).trim();
  git('remote', 'add', 'origin', 'git@github.com:acme/shop.git');
  git('update-ref', 'refs/remotes/origin/main', 'main');
  git('update-ref', 'refs/remotes/origin/feature/one-click', 'HEAD');
  const standIn = new StandIn();
  const api = await standIn.start();
  standIn.reset();
  standIn.publicAddress = api;
  standIn.accounts.set('good', { login: 'omarhaddad', kind: 'user', right: 'write' });
  for (const login of handlesIn(git('show', 'HEAD:aor.yaml'))) standIn.collaborators.add(login);
  const pull = standIn.addPull({
    ...{ title: 'Pay with one click', author: 'omarhaddad' },
    head: { project: 'acme/shop', branch: 'feature/one-click', sha: git('rev-parse', 'HEAD') },
  });
  standIn.addPull({
    ...{ title: 'What to do when payments are down', author: 'aikowatanabe', requested: ['omarhaddad'] },
    head: { project: 'acme/shop', branch: 'runbook', sha: 'b'.repeat(40) },
    files: ['docs/runbooks/payments-down.md', 'services/payments/README.md'].map((path) => ({ path })),
  });
  standIn.addPull({
    ...{ title: 'Search by colour', author: 'kofimensah', requested: ['niaokafor'], updated: '2026-06-14' },
    head: { project: 'acme/shop', branch: 'colours', sha: 'c'.repeat(40) },
    files: ['services/search/index.py', 'docs/search.md'].map((path) => ({ path })),
  });
  const workbench = await openWorkbench({
    prepare: () => Promise.resolve(),
    open: '../../code/shop',
    scale: 2,
    size: { width: 1100, height: 760 },
    settings: { 'window.title': 'shop', 'workbench.layoutControl.enabled': false },
    machineSettings: { 'aor.forgeApis': { 'github.com': api } },
  });
  const { page } = workbench;
  try {
    await openAlone(workbench, 'Review');
    await workbench.click(rowIn(workbench, 'Review', 'Sign in to github.com'));
    await page.locator('.quick-input-widget input[type="password"]').waitFor();
    await page.keyboard.type('good');
    await page.keyboard.press('Enter');
    await rowIn(workbench, 'Review', /#1 Pay with one click/).waitFor();
    for (const [theme, name] of themes) {
      await workbench.showTheme(theme);
      await workbench.runCommand('AOR: Request review');
      await workbench.pick('Tomáš Novák').waitFor();
      await page.keyboard.press('Enter');
      await workbench.pick('Ask on GitHub').waitFor();
      await page.keyboard.press('Enter');
      await workbench.pick(/Ask .*Tomáš Novák/).waitFor();
      await workbench.park();
      await take(page, 'ask', name, { x: 200, y: 0, width: 700, height: 460 });
      await page.keyboard.press('Escape');
    }
    pull.requested = ['priyaraman', 'zainabyusuf'];
    standIn.review(pull, 'zainabyusuf');
    await workbench.runCommand('AOR: Refresh review');
    await rowIn(workbench, 'Review', /Zainab Yusuf.*has approved/).waitFor();
    await widenSideBar(page, 600);
    for (const [theme, name] of themes) {
      await workbench.showTheme(theme);
      // No header keeps the ring of the focus.
      await workbench.runCommand('View: Focus Active Editor Group');
      await workbench.park();
      await take(page, 'review-forge', name, { x: 0, y: 30, width: 620, height: 480 });
    }
    await openAlone(workbench, 'Open requests');
    await rowIn(workbench, 'Open requests', /What to do when payments are down/).waitFor();
    for (const [theme, name] of themes) {
      await workbench.showTheme(theme);
      await workbench.runCommand('View: Focus Active Editor Group');
      await workbench.park();
      await take(page, 'open-requests', name, { x: 0, y: 30, width: 620, height: 300 });
    }
  } finally {
    await workbench.close();
    standIn.stop();
  }
}

/** The handles on GitHub of an ownership file's people. */
const handlesIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(/github: ([\w-]+)/g), ([, handle]) => handle ?? '');
