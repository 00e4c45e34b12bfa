/**
 * A real VS Code without a desktop: the npm package `code-server` carries the whole of VS Code (workbench, extension
 * host, built-in extensions), and the VS Code server inside it is started directly.
 *
 * Installed into `.vscode-test/host-VERSION/`. Each step below closes a gap that otherwise fails quietly.
 */
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './paths';
import { runProgram } from './processes';
import { say, SetupError } from './report';
import { spdlogStandIn } from './spdlogStandIn';
import { type HostVersion, nodePackage, ripgrepPackage } from './versions';

/** Counts up whenever the steps below change, so that an older installation is made again. */
const recipe = 1;

/** What is needed to start a server. All paths absolute. */
export interface Installation {
  readonly version: HostVersion;
  /** The Node executable that runs this server. */
  readonly node: string;
  /** `server-main.js` of the VS Code server. */
  readonly serverMain: string;
  /** A folder with only the built-in extensions the tests need: a start is 1.5 s shorter. */
  readonly builtins: string;
}

const builtinsWanted = [
  'git',
  'git-base',
  'theme-defaults',
  'theme-seti',
  'typescript-basics',
  'typescript-language-features',
  'javascript',
  'yaml',
  'json',
  'markdown-basics',
  // Not extensions: what the TypeScript extension loads its compiler from.
  'node_modules',
  'package.json',
];

/** Gives back the installation of a VS Code version, after making it if there is none that is complete. */
export async function ensureInstalled(version: HostVersion): Promise<Installation> {
  const home = join(cacheFolder(), `host-${version.codeServer}`);
  if (!(await isComplete(home))) {
    await removeAbandoned();
    await install(version, home);
  }
  const packages = join(home, 'node_modules');
  return {
    version,
    node: runsOnOwnNode(version) ? process.execPath : nodeExecutable(packages),
    serverMain: join(packages, 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
    builtins: join(home, 'builtins'),
  };
}

async function install(version: HostVersion, home: string): Promise<void> {
  const started = Date.now();
  say(`Installing VS Code ${version.vscode} for tests (once, about ${String(version.sizeMb)} MB) into ${home}`);
  await mkdir(cacheFolder(), { recursive: true });
  // Made under a name of its own and renamed when complete: a stopped installation is never mistaken for a good one,
  // and two runs at once do not write into each other's.
  const draft = await mkdtemp(join(cacheFolder(), `${draftPrefix}${String(process.pid)}-`));
  try {
    await writeFile(join(draft, 'package.json'), '{"private":true}\n');
    const packages = [`code-server@${version.codeServer}`, `${ripgrepPackage.name}@${ripgrepPackage.version}`];
    if (!runsOnOwnNode(version)) packages.push(`${nodePackage()}@${version.node}`);
    // Without scripts: the package's own post-installation refuses other Node versions and compiles native modules.
    await npmInstall(draft, ...packages);
    const vscode = join(draft, 'node_modules', 'code-server', 'lib', 'vscode');
    say('… the modules of VS Code');
    await npmInstall(vscode, '--omit=dev');
    say('… the built-in extensions (without this step TypeScript is missing)');
    await npmInstall(join(vscode, 'extensions'), '--omit=dev');
    await replaceLogger(vscode);
    await addRipgrep(draft, vscode);
    await selectBuiltins(draft, vscode);
    await writeFile(join(draft, marker), JSON.stringify({ recipe, vscode: version.vscode }));
    await moveIntoPlace(draft, home);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(error instanceof SetupError)) throw error;
    throw new SetupError(
      `VS Code ${version.vscode} could not be installed for the tests: npm must be able to reach its registry.\n${error.message}`,
    );
  }
  const size = await sizeMbOf(home);
  say(
    `Installed VS Code ${version.vscode}: ${String(size)} MB, ${String(Math.round((Date.now() - started) / 1000))} s`,
  );
}

async function npmInstall(folder: string, ...args: string[]): Promise<void> {
  await runProgram('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...args], {
    cwd: folder,
    // npm run passes its own settings on in the environment; a prefix among them would install elsewhere.
    environment: { npm_config_prefix: undefined, npm_config_local_prefix: undefined },
  });
}

/** Output channels stay blank without the native logger, which is not built. */
async function replaceLogger(vscode: string): Promise<void> {
  await writeFile(join(vscode, 'node_modules', '@vscode', 'spdlog', 'index.js'), spdlogStandIn);
}

/** The oldest version has its ripgrep downloaded by a script; without it `findFiles` and text search reject. */
async function addRipgrep(draft: string, vscode: string): Promise<void> {
  const folder = join(vscode, 'node_modules', '@vscode', 'ripgrep');
  if (!existsSync(folder)) return;
  const executable = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const target = join(folder, 'bin', executable);
  if (existsSync(target)) return;
  const platform = `${process.platform}-${process.arch}`;
  await mkdir(join(folder, 'bin'), { recursive: true });
  await cp(join(draft, 'node_modules', ...ripgrepPackage.name.split('/'), 'bin', platform, executable), target);
  await chmod(target, 0o755);
}

async function selectBuiltins(draft: string, vscode: string): Promise<void> {
  await mkdir(join(draft, 'builtins'));
  const relative = join('..', 'node_modules', 'code-server', 'lib', 'vscode', 'extensions');
  for (const name of builtinsWanted) {
    if (existsSync(join(vscode, 'extensions', name)))
      await symlink(join(relative, name), join(draft, 'builtins', name));
  }
}

function runsOnOwnNode(version: HostVersion): boolean {
  return major(process.versions.node) === major(version.node);
}

function major(version: string): string | undefined {
  return version.split('.')[0];
}

function nodeExecutable(packages: string): string {
  return join(packages, nodePackage(), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

const marker = 'complete.json';
const draftPrefix = 'installing-';

async function isComplete(home: string): Promise<boolean> {
  try {
    const found: unknown = JSON.parse(await readFile(join(home, marker), 'utf8'));
    const isSameRecipe = typeof found === 'object' && found !== null && 'recipe' in found && found.recipe === recipe;
    return isSameRecipe;
  } catch {
    return false;
  }
}

async function moveIntoPlace(draft: string, home: string): Promise<void> {
  if (existsSync(home) && !(await isComplete(home))) await rm(home, { recursive: true, force: true });
  try {
    await rename(draft, home);
  } catch (error) {
    // Another run was first; theirs is as good.
    if (!(await isComplete(home))) throw error;
    await rm(draft, { recursive: true, force: true });
  }
}

/** Removes what a stopped installation left behind. */
async function removeAbandoned(): Promise<void> {
  if (!existsSync(cacheFolder())) return;
  for (const name of await readdir(cacheFolder())) {
    if (!name.startsWith(draftPrefix)) continue;
    const pid = Number(name.slice(draftPrefix.length).split('-')[0]);
    if (!isRunning(pid)) await rm(join(cacheFolder(), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function sizeMbOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return Math.round(bytes / 1e6);
}
