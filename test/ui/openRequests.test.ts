import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StandIn, type Pull } from '../forges/github/standIn';
import { openWorkbench, type Workbench } from './harness';
import { openAlone, paneOf, rowIn } from './sideBarView';

const host = 'git.acme.example';
const title = 'Open requests';

const ownership = `version: 1
people:
  ana: { name: Ana Ruiz, email: ana@acme.example, handles: { ${host}: ana } }
  ben: { name: Ben Okri, handles: { ${host}: ben } }
  mei: { name: Mei Tan, handles: { ${host}: mei }, away: [{ from: 2020-01-01, cover: ana }] }
aors:
  payments: { title: Payments, owner: ana, paths: [payments] }
  search: { title: Search, owner: ben, backup: ana, paths: [search] }
  docs: { title: Handbook, owner: mei, paths: [docs] }
  mail: { title: Mail, owner: ben, paths: [mail] }
`;

async function makeRepository(folder: string): Promise<void> {
  const git = (...args: string[]): void => void execFileSync('git', args, { cwd: folder, stdio: 'pipe' });
  const put = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  await mkdir(folder);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Ana Ruiz');
  git('config', 'user.email', 'ana@acme.example');
  git('remote', 'add', 'origin', `git@${host}:acme/shop.git`);
  await put('aor.yaml', ownership);
  await put('payments/charge.ts', 'charge\n');
  await put('search/index.ts', 'index\n');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Start');
  git('update-ref', 'refs/remotes/origin/main', 'main');
}

describe('The view of open requests', () => {
  const standIn = new StandIn();
  let workbench: Workbench;
  let asked: Pull;

  const row = (text: string | RegExp) => rowIn(workbench, title, text);
  const gone = async (text: string | RegExp): Promise<void> => row(text).waitFor({ state: 'detached' });
  const badge = () => workbench.page.locator('.activitybar .action-item:has([aria-label^="Responsibilities"]) .badge');
  const calls = (pattern: RegExp): number => standIn.seen.filter(({ path }) => pattern.test(path)).length;
  /** A click is lost where the tree is drawn anew just then. */
  async function unfold(text: string | RegExp): Promise<void> {
    const unfolded = workbench.page.locator('.monaco-list-row[aria-expanded="true"]').filter({ hasText: text });
    while ((await unfolded.count()) === 0) {
      await row(text).locator('.monaco-tl-twistie').click();
      await unfolded.waitFor({ timeout: 2000 }).catch(() => undefined);
    }
  }

  async function signIn(token: string): Promise<void> {
    await workbench.click(row(`Sign in to ${host}`));
    await workbench.page.locator('.quick-input-widget input[type="password"]').waitFor();
    await workbench.page.keyboard.type(token);
    await workbench.page.keyboard.press('Enter');
  }

  before(async () => {
    const api = await standIn.start();
    standIn.reset();
    standIn.publicAddress = api;
    const pull = (
      name: string,
      author: string,
      files: readonly string[],
      requested: string[],
      updated: string,
    ): Pull => {
      const sha = String(standIn.pulls.length + 1).repeat(40);
      const head = { project: 'acme/shop', branch: name, sha };
      return standIn.addPull({ title: name, author, requested, updated, head, files: files.map((path) => ({ path })) });
    };
    pull('Rank by sales', 'ben', ['search/index.ts', 'search/sales.ts'], [], '2026-06-14');
    asked = pull('Charge once', 'ben', ['payments/charge.ts', 'docs/charge.md'], ['ana', 'mei'], '2026-06-15');
    pull('Send once', 'ben', ['mail/send.ts'], ['mei'], '2026-06-13');
    pull('Tidy up', 'ana', ['payments/charge.ts'], ['ben'], '2026-06-12');
    workbench = await openWorkbench({
      prepare: (directory) => makeRepository(join(directory, 'shop')),
      open: 'shop',
      size: { width: 1300, height: 900 },
      settings: { 'aor.forges': { [host]: 'github' } },
      machineSettings: { 'aor.forgeApis': { [host]: api } },
    });
    await openAlone(workbench, title);
  });

  after(async () => {
    await workbench.close();
    standIn.stop();
  });

  it('asks nobody before somebody signs in, also where nothing is changed', async () => {
    await row(`Sign in to ${host}`).waitFor();
    assert.deepEqual(standIn.seen, []);
    await signIn('good');
    await row(/Waiting for me.*1/).waitFor();
    assert.deepEqual(standIn.writes, []);
  });

  it('shows what waits for me, and what touches my AORs, but not what is mine or nothing to me', async () => {
    await row(/#2 Charge once.*Ben Okri/).waitFor();
    await row(/Touches my AORs.*1/).waitFor();
    await row(/#1 Rank by sales/).waitFor();
    assert.equal(await row('Send once').count(), 0);
    assert.equal(await row('Tidy up').count(), 0);
    assert.equal(await badge().innerText(), '1');
    await workbench.hover(
      row(/#2 Charge once/),
      /by Ben Okri, into main[^]*Asked: Ana Ruiz, Mei Tan[^]*Payments \(owner\): 1 file/,
    );
    await workbench.park();
  });

  it('has my AORs beneath a request, with files that open', async () => {
    await unfold(/#2 Charge once/);
    await row(/Handbook.*cover for the owner · 1 file/).waitFor();
    await unfold(/Payments.*owner · 1 file/);
    await workbench.click(row(/charge\.ts/));
    await workbench.tab('charge.ts').waitFor();
    await unfold(/#1 Rank by sales/);
    await unfold(/Search.*backup · 2 files/);
    await row(/sales\.ts.*not in the working tree/).waitFor();
  });

  it('follows the forge on Refresh, and asks again only for what is new', async () => {
    standIn.review(asked, 'ana');
    standIn.addPull({
      ...{ title: 'Explain refunds', author: 'ben', isDraft: true, updated: '2026-06-16' },
      ...{
        head: { project: 'acme/shop', branch: 'refunds', sha: '9'.repeat(40) },
        files: [{ path: 'docs/refunds.md' }],
      },
    });
    standIn.seen = [];
    await workbench.runCommand('AOR: Refresh open requests');
    await row(/#5 Explain refunds.*draft/).waitFor();
    await row(/Touches my AORs.*3/).waitFor();
    await gone('Waiting for me');
    await badge().waitFor({ state: 'hidden' });
    assert.equal(calls(/\/pulls\?/), 1);
    assert.deepEqual(
      standIn.seen.filter(({ path }) => path.includes('/files')).map(({ path }) => path.replace(/\?.*/, '')),
      ['/repos/acme/shop/pulls/5/files'],
    );
    assert.deepEqual(workbench.outsideRequests(), []);
  });

  it('keeps what it has while the forge has trouble, and says so', async () => {
    standIn.fault = (_, response) => {
      response.writeHead(500).end();
      return true;
    };
    await workbench.runCommand('AOR: Refresh open requests');
    await row(/has trouble of its own/).waitFor();
    await row(/#5 Explain refunds/).waitFor();
    standIn.fault = null;
    await workbench.runCommand('AOR: Refresh open requests');
    await gone(/has trouble of its own/);
  });

  it('asks nothing while it is not seen, and follows the ownership file without asking', async () => {
    await workbench.runCommand('View: Show Explorer');
    standIn.seen = [];
    const mine = ownership.replace('title: Mail, owner: ben', 'title: Mail, owner: ana');
    await writeFile(join(workbench.directory, 'shop/aor.yaml'), mine);
    await workbench.openFile('search/index.ts');
    await openAlone(workbench, title);
    await row(/#3 Send once/).waitFor();
    assert.deepEqual(standIn.seen, []);
  });

  it('looks anew once the ownership file has another handle of mine: by that my own requests are left out', async () => {
    const strange = ownership.replace(`${host}: ana }`, `${host}: anna }`);
    await writeFile(join(workbench.directory, 'shop/aor.yaml'), strange);
    await row(/#4 Tidy up/).waitFor();
    await writeFile(join(workbench.directory, 'shop/aor.yaml'), ownership);
    await gone(/#4 Tidy up/);
    await row(/#1 Rank by sales/).waitFor();
  });

  it('says that errors of the ownership file may be why it does not know me', async () => {
    await writeFile(join(workbench.directory, 'shop/aor.yaml'), 'version: 1\npeople: [\n');
    await row(/Say who you are.*it has errors/).waitFor();
    await badge().waitFor({ state: 'hidden' });
    await writeFile(join(workbench.directory, 'shop/aor.yaml'), ownership);
    await row(/#1 Rank by sales/).waitFor();
  });

  it('says so where nothing is open for me', async () => {
    for (const pull of standIn.pulls) pull.isOpen = false;
    await workbench.runCommand('AOR: Refresh open requests');
    await paneOf(workbench, title).getByText('No open request waits for you or touches your AORs.').waitFor();
  });

  it('forgets everything on Sign out', async () => {
    for (const pull of standIn.pulls) pull.isOpen = true;
    await workbench.runCommand('AOR: Refresh open requests');
    await row(/Touches my AORs/).waitFor();
    await workbench.runCommand('AOR: Sign out of a forge…');
    await workbench.pick(host).click();
    await row(`Sign in to ${host}`).waitFor();
    await gone(/Touches my AORs/);
  });

  it('leads out of a token that the forge does not accept', async () => {
    await signIn('bad');
    await row(/does not accept the token/).waitFor();
    // The sentence is longer than the side bar is wide.
    await workbench.click(row(/does not accept the token/).locator('.custom-view-tree-node-item-icon'));
    await signIn('good');
    await row(/Touches my AORs/).waitFor();
  });
});
