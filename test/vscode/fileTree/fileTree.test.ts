import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { eventually, fileIn, hoverSays } from '../asking';

/** The globs of a folder's ownership file that match nothing. */
const unmatched = (folder: number): string =>
  vscode.languages
    .getDiagnostics(fileIn('aor.yaml', folder))
    .filter(({ code }) => code === 'no-match')
    .map(({ message }) => /^`(.*)`/.exec(message)?.[1] ?? message)
    .join(' ');

const unmatchedAre = (folder: number, wanted: string): Promise<string> =>
  eventually(
    () => unmatched(folder),
    (found) => found === wanted,
  );

/** Outside of the editor, as other programs do it. */
const onDisk = (path: string, folder: number): string => fileIn(path, folder).fsPath;

function write(path: string, folder: number): void {
  mkdirSync(dirname(onDisk(path, folder)), { recursive: true });
  writeFileSync(onDisk(path, folder), 'new\n');
}

const remove = (path: string, folder: number): void => rmSync(onDisk(path, folder), { recursive: true });

const gitIn = (folder: number, ...args: string[]): void => {
  execFileSync('git', args, { cwd: onDisk('.', folder), stdio: 'pipe' });
};
const git = (...args: string[]): void => gitIn(0, ...args);

for (const [folder, name] of ['a repository', 'a folder without git'].entries()) {
  describe(`the files of ${name}`, () => {
    const start = 'made moved *.log branch';

    before(async () => {
      await hoverSays(fileIn('src/a.ts', folder), /Source/);
      await unmatchedAre(folder, start);
    });

    it('count from the moment they are created until they are deleted', async () => {
      write('made/x.ts', folder);
      await unmatchedAre(folder, 'moved *.log branch');
      remove('made/x.ts', folder);
      await unmatchedAre(folder, start);
    });

    it('count in a new folder, and go with it', async () => {
      write('made/deep/er/x.ts', folder);
      await unmatchedAre(folder, 'moved *.log branch');
      remove('made', folder);
      await unmatchedAre(folder, start);
    });

    it('count where they were moved to, a whole folder at once', async () => {
      renameSync(onDisk('src', folder), onDisk('moved', folder));
      await unmatchedAre(folder, 'src made *.log branch');
      renameSync(onDisk('moved', folder), onDisk('src', folder));
      await unmatchedAre(folder, start);
    });

    it('are counted after the editor created, renamed and deleted one', async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.createFile(fileIn('made/y.ts', folder));
      await vscode.workspace.applyEdit(edit);
      await unmatchedAre(folder, 'moved *.log branch');
      const rename = new vscode.WorkspaceEdit();
      rename.renameFile(fileIn('made/y.ts', folder), fileIn('moved/y.ts', folder));
      await vscode.workspace.applyEdit(rename);
      await unmatchedAre(folder, 'made *.log branch');
      remove('moved', folder);
      await unmatchedAre(folder, start);
    });
  });
}

describe('what git says about files', () => {
  it('leaves out what is ignored, until it is no more', async () => {
    write('x.log', 0);
    write('made/x.ts', 0);
    await unmatchedAre(0, 'moved *.log branch');
    writeFileSync(onDisk('.gitignore', 0), '\n');
    await unmatchedAre(0, 'moved branch');
    git('checkout', '--quiet', '.gitignore');
    await unmatchedAre(0, 'moved *.log branch');
    remove('made', 0);
    await unmatchedAre(0, 'made moved *.log branch');
  });

  it('changes with the branch', async () => {
    git('checkout', '--quiet', 'other');
    await unmatchedAre(0, 'made moved *.log');
    git('checkout', '--quiet', 'main');
    await unmatchedAre(0, 'made moved *.log branch');
  });

  it('changes with what is tracked, without any file that comes or goes', async () => {
    git('add', '--force', 'x.log');
    await unmatchedAre(0, 'made moved branch');
    git('rm', '--quiet', '--cached', 'x.log');
    await unmatchedAre(0, 'made moved *.log branch');
    remove('x.log', 0);
  });

  it('counts once a folder becomes a repository, and is followed from then on', async () => {
    write('x.log', 1);
    await unmatchedAre(1, 'made moved branch');
    writeFileSync(onDisk('.gitignore', 1), '*.log\n');
    gitIn(1, 'init', '--quiet');
    await unmatchedAre(1, 'made moved *.log branch');
    gitIn(1, 'add', '--force', 'x.log');
    await unmatchedAre(1, 'made moved branch');
  });
});
