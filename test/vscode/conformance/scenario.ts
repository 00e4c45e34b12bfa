import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scenario } from '../hosts/scenario';
import { makeRepository, writeFiles } from '../workspaces';
import { laidOut } from './cases';

/**
 * One folder that holds a repository a case, and as folders of the workspace of their own what a case opens inside a
 * repository, or where it sets `aor.file`.
 */
export const scenario: Scenario = {
  prepare: async (directory) => {
    const folders = ['all'];
    for (const { theCase, folder } of laidOut) {
      const root = join(directory, 'all', folder);
      const tree = Object.fromEntries((theCase.tree ?? []).map((path) => [path, '']));
      await writeFiles(root, { ...tree, ...theCase.files, '.kept': '' });
      for (const nested of theCase.repositories ?? []) await mkdir(join(root, nested, '.git'), { recursive: true });
      makeRepository(root);
      if (theCase.opened !== undefined) folders.push(`all/${folder}/${theCase.opened}`);
      if (theCase.setting !== undefined) {
        await writeFiles(root, { '.vscode/settings.json': JSON.stringify({ 'aor.file': theCase.setting }) });
        folders.push(`all/${folder}`);
      }
    }
    const workspace = join(directory, 'cases.code-workspace');
    await writeFile(workspace, JSON.stringify({ folders: folders.map((path) => ({ path })) }));
    return workspace;
  },
  // The editor's own git would open every one of them.
  settings: { 'git.enabled': false },
};
