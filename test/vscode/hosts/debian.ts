import { existsSync } from 'node:fs';
import { runProgram } from './processes';
import { say, SetupError } from './report';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The executable of a Chromium or Chrome: the one `CHROME_PATH` names, else one in a usual place, else Debian's after
 * installing it. Throws a SetupError that says what to install.
 */
export async function ensureChromium(): Promise<string> {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new SetupError(`CHROME_PATH names ${named}, which does not exist.`);
  }
  const found = usualPlaces.find((path) => existsSync(path));
  if (found !== undefined) return found;
  await installDebianPackages('a Chromium browser, or the path of one in CHROME_PATH', [
    'chromium',
    'fonts-dejavu-core',
  ]);
  const installed = usualPlaces.find((path) => existsSync(path));
  if (installed === undefined)
    throw new SetupError('Debian’s chromium was installed, but is in none of the usual places.');
  return installed;
}

/** Real git, which the tests' workspaces are made with. Throws a SetupError that says what to install. */
export async function ensureGit(): Promise<void> {
  try {
    await runProgram('git', ['--version']);
  } catch {
    await installDebianPackages('git', ['git']);
  }
}

async function installDebianPackages(what: string, packages: readonly string[]): Promise<void> {
  if (!existsSync('/usr/bin/apt-get')) throw new SetupError(`The tests need ${what}: please install it.`);
  const command = `apt-get install ${packages.join(' ')}`;
  if (process.getuid?.() !== 0)
    throw new SetupError(`The tests need ${what}: run "${command}" as root, then start again.`);
  say(`Installing Debian packages: ${packages.join(' ')}`);
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  await runProgram('apt-get', ['update', '-q'], { environment });
  await runProgram('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], { environment });
}
