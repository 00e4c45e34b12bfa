import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * The root of the repository, where `package.json` is. Found from the place of the running file, because tests are
 * bundled one by one and each bundle has its own `__dirname`.
 */
export function repositoryRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package.json above ${__dirname}`);
    folder = parent;
  }
  return folder;
}

/** Where downloads and installations are kept between runs: the folder test-electron uses too, ignored by git. */
export function cacheFolder(): string {
  return join(repositoryRoot(), '.vscode-test');
}

/** A file or folder of the built tests, e.g. `built('vscode', 'index.js')` is `out/test/vscode/index.js`. */
export function built(...parts: string[]): string {
  let folder = __dirname;
  while (basename(folder) !== 'test') {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`${__dirname} is not below the built tests`);
    folder = parent;
  }
  return join(folder, ...parts);
}
