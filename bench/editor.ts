/**
 * Measures the extension in a real VS Code, on a git checkout of 100,000 files with an ownership file of 1,000 globs.
 *
 *   npm run bench:editor [-- --json FILE] [--vscode-git] [--without-git]
 *
 * Makes the repository (the same each time), opens it in the newest VS Code (see `test/vscode/hosts`) and takes, inside
 * the extension host: the time `activate` takes to return; until the status bar names the right owner; until the view
 * Responsibilities has its rows; until the counts in it are right after a glob was edited and saved, after a branch
 * switch that touches 20,000 files, and after a file was created. Beside each stands how late the event loop of the
 * extension host was (p50, p99, maximum, sampled every millisecond, which is in the figures), during the step and a
 * second after it; and how much of that its own thread worked (`busy`), which on a machine with other work is what
 * counts. Nothing but AOR runs there: with `--vscode-git` VS Code's git extension does too, as users have it.
 * With `--without-git` the same files are in no repository, so that the editor's search has to find them.
 *
 * With `--typing` it measures typing instead, key by key in an editor, in a made-up ownership file of 1,000 AORs: what each
 * completion took that the editor asked for meanwhile, from the question to the answer; the time from the last key to the
 * problems that it brings; and how late the event loop was from the first key on.
 */
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBrowser, workbenchAddress } from '../test/vscode/hosts/browser';
import { ensureInstalled } from '../test/vscode/hosts/installation';
import { repositoryRoot } from '../test/vscode/hosts/paths';
import { runMain, say, SetupError } from '../test/vscode/hosts/report';
import { startServer } from '../test/vscode/hosts/server';
import { writeUserSettings } from '../test/vscode/hosts/settings';
import { hostVersions } from '../test/vscode/hosts/versions';
import { tableOf, type Measured } from './editor/report';
import { makeRepository, makeRepositoryOf, opened, shape } from './editor/repository';
import { generateRepository, type RepositorySize } from './rules/generator';
import { ownershipText } from './rules/ownershipText';

const limitMs = 600_000;

/** Where 1,000 AORs come of it. */
const typedSize: RepositorySize = { key: 'typing', name: 'typing', globs: 4_100, files: 40_000, filesPerFolder: 8 };

void runMain(async () => {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      'vscode-git': { type: 'boolean' },
      'without-git': { type: 'boolean' },
      typing: { type: 'boolean' },
    },
  });
  // The real path: git reports it, and a temporary folder is a symbolic link on some systems.
  const temporary = await realpath(await mkdtemp(join(tmpdir(), 'aor-bench-')));
  try {
    const workspace = join(temporary, 'workspace');
    await mkdir(workspace);
    const steps = values.typing === true ? typing : usual;
    await steps.make(workspace);
    if (values['without-git'] === true) await rm(join(workspace, '.git'), { recursive: true });
    say('measuring');
    const measured = await measure(temporary, workspace, steps, values['vscode-git'] === true);
    if (values.json !== undefined) await writeFile(values.json, JSON.stringify(measured, null, 2));
    process.stdout.write(`${tableOf(measured)}\n`);
  } finally {
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** A repository, the file in it that is open from the start, and what is done there. */
interface Steps {
  readonly make: (workspace: string) => Promise<void>;
  readonly open: string;
  readonly suite: string;
}

const usual: Steps = {
  make: (workspace) => {
    say(`making ${shape.files.toLocaleString('en')} files and ${shape.globs.toLocaleString('en')} globs`);
    return makeRepository(workspace);
  },
  open: opened.path,
  suite: 'suite.js',
};

const typing: Steps = {
  make: async (workspace) => {
    const { paths, areas } = generateRepository(typedSize, 4);
    const globs = areas.reduce((sum, area) => sum + area.paths.length, 0);
    const counts = [paths.length, areas.length, globs].map((count) => count.toLocaleString('en'));
    say(`making ${counts[0]} files, ${counts[1]} AORs and ${counts[2]} globs`);
    await makeRepositoryOf(workspace, paths, ownershipText(areas));
  },
  open: 'aor.yaml',
  suite: 'typing.js',
};

async function measure(
  temporary: string,
  workspace: string,
  { open, suite }: Steps,
  hasGit: boolean,
): Promise<readonly Measured[]> {
  const userDataDir = join(temporary, 'user');
  const result = join(temporary, 'result.json');
  // What is not closed is to stay so.
  await writeUserSettings(userDataDir, { 'git.enabled': hasGit, 'editor.autoClosingBrackets': 'never' });
  const server = await startServer({
    installation: await ensureInstalled(hostVersions.newest),
    userDataDir,
    extensionsDir: join(temporary, 'extensions'),
    preload: join(__dirname, 'editor', 'preload.js'),
    environment: { AOR_BENCH_RESULT: result },
  });
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    const log: string[] = [];
    const ended = new Promise<number>((resolve) => void page.exposeFunction('codeAutomationExit', resolve));
    await page.exposeFunction('codeAutomationLog', (_: string, parts: readonly unknown[]) => log.push(parts.join(' ')));
    const address = workbenchAddress({
      ...{ port: server.port, open: workspace, file: join(workspace, open) },
      ...{ developmentExtension: repositoryRoot(), suite: join(__dirname, 'editor', suite) },
    });
    await page.goto(address);
    const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), limitMs).unref());
    const status = await Promise.race([ended, late]);
    if (status !== 0) throw new SetupError(`The steps did not end well (${status}):\n${log.slice(-40).join('\n')}`);
    return JSON.parse(await readFile(result, 'utf8')) as Measured[];
  } finally {
    await browser.close();
    await server.stop();
  }
}
