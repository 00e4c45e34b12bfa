import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { minimatch } from 'minimatch';
import { openWorkbench } from '../ui/harness';
import { repositoryRoot } from '../vscode/hosts/paths';
import { listArchive } from './archive';
import { packageExtension } from './packageExtension';

const largestPackageBytes = 1.5 * 1024 * 1024;

/** What the packager adds by itself, or renames. */
const alwaysThere = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/package.json',
  'extension/readme.md',
  'extension/changelog.md',
  'extension/LICENSE.txt',
];

describe('the package users install', () => {
  let folder: string;
  let vsix: string;

  before(async function () {
    this.timeout(60_000);
    folder = await mkdtemp(join(tmpdir(), 'aor-package-'));
    vsix = join(folder, 'aor.vsix');
    await packageExtension(vsix);
  });

  after(async () => rm(folder, { recursive: true, force: true }));

  it('holds what .vscodeignore allows, all of it and nothing else', async () => {
    const allowed = await allowList();
    const inside = listArchive(await readFile(vsix)).map(({ path }) => path);
    const files = inside.filter((path) => !alwaysThere.includes(path)).map((path) => path.replace(/^extension\//, ''));
    const foreign = files.filter((path) => !allowed.some((glob) => minimatch(path, glob, { dot: true })));
    assert.deepEqual(foreign, [], 'files nobody allowed');
    const shipped = [...files, 'package.json', 'README.md', 'CHANGELOG.md', 'LICENSE'];
    const missing = allowed.filter((glob) => !shipped.some((path) => minimatch(path, glob, { dot: true })));
    assert.deepEqual(missing, [], 'allowed, but not there');
    assert.ok(files.includes('dist/extension.js') && files.includes('dist/cli.js'));
  });

  it('holds no sources, tests or maps', async () => {
    const inside = listArchive(await readFile(vsix)).map(({ path }) => path);
    assert.deepEqual(
      inside.filter((path) => /\.(ts|map)$|^extension\/(test|src|out|bench|node_modules)\//.test(path)),
      [],
    );
  });

  it('is small', async () => {
    const { length } = await readFile(vsix);
    assert.ok(length <= largestPackageBytes, `${String(length)} bytes`);
  });

  for (const host of ['oldest', 'newest'] as const) {
    it(`works once installed in the ${host} VS Code: the status bar names the owner`, async function () {
      this.timeout(180_000);
      const workbench = await openWorkbench({ host, vsix, prepare: makeSmallShop, file: 'services/payments/pay.txt' });
      try {
        const status = workbench.page.locator('.statusbar-item', { hasText: 'Payments · Ana Ruiz' });
        await status.first().waitFor({ timeout: 30_000 });
        assert.deepEqual(workbench.outsideRequests(), []);
      } finally {
        await workbench.close();
      }
    });
  }
});

async function allowList(): Promise<string[]> {
  const file = join(repositoryRoot(), '.vscodeignore');
  assert.ok(existsSync(file), '.vscodeignore is missing: the package would hold the whole repository');
  const lines = (await readFile(file, 'utf8')).split('\n').map((line) => line.trim());
  assert.ok(lines.includes('**') || lines.includes('**/*'), '.vscodeignore is no allow-list');
  return lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
}

async function makeSmallShop(directory: string): Promise<void> {
  await mkdir(join(directory, 'services', 'payments'), { recursive: true });
  await writeFile(join(directory, 'services', 'payments', 'pay.txt'), 'pay\n');
  await writeFile(
    join(directory, 'aor.yaml'),
    `version: 1
people:
  ana: { name: Ana Ruiz, email: ana@acme.dev }
aors:
  payments:
    title: Payments
    owner: ana
    paths: [services/payments]
`,
  );
}
