/**
 * Runs the tests that drive a rendered VS Code from outside, in plain Node.
 *
 *   node out/test/ui/run.js [ui|packaged]…
 *
 * `ui` is what a person sees with the extension under development, `packaged` the VSIX users install. Both by default.
 * `AOR_TEST_GREP=…` runs only tests with such a title.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { ensureChromium, ensureGit } from '../vscode/hosts/debian';
import { environmentNames } from '../vscode/hosts/environment';
import { ensureInstalled } from '../vscode/hosts/installation';
import { built } from '../vscode/hosts/paths';
import { runMain, SetupError } from '../vscode/hosts/report';
import { hostVersions } from '../vscode/hosts/versions';

const layers = ['ui', 'packaged'] as const;

void runMain(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !layers.some((layer) => layer === name));
  if (unknown.length > 0) throw new SetupError(`Not one of ${layers.join(', ')}: ${unknown.join(', ')}.`);
  // Now rather than in the first test, whose time limit is for testing.
  await ensureGit();
  await ensureInstalled(hostVersions.newest);
  await ensureChromium();
  const mocha = new Mocha({ ui: 'bdd', timeout: 90_000, forbidOnly: process.env['CI'] !== undefined });
  const grep = process.env[environmentNames.grep];
  if (grep !== undefined) mocha.grep(new RegExp(grep));
  for (const layer of layers.filter((name) => asked.length === 0 || asked.includes(name))) {
    const files = readdirSync(built(layer), { recursive: true, encoding: 'utf8' });
    for (const file of files) if (file.endsWith('.test.js')) mocha.addFile(join(built(layer), file));
  }
  const failed = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  // Servers and browsers of tests that failed to close them end with the process.
  process.exit(failed === 0 ? 0 : 1);
});
