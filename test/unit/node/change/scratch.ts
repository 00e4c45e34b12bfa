/** Git repositories to try changes in, with nobody's own configuration. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ChangedFile } from '../../../../src/core';
import type { ChangeOptions, GitChange } from '../../../../src/node/change/model';
import { readChange } from '../../../../src/node/change/readChange';

const environment = {
  ...process.env,
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: undefined,
  GIT_AUTHOR_EMAIL: undefined,
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@shop.example',
};

const ours = {
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  EMAIL: '',
  GIT_AUTHOR_EMAIL: '',
  GIT_AUTHOR_NAME: '',
};
const theirs = Object.keys(ours).map((name) => [name, process.env[name]] as const);
before(() => {
  for (const [name, value] of Object.entries(ours)) setVariable(name, value === '' ? undefined : value);
});
after(() => theirs.forEach(([name, value]) => setVariable(name, value)));

function setVariable(name: string, value: string | undefined): void {
  if (value === undefined) Reflect.deleteProperty(process.env, name);
  else process.env[name] = value;
}

const folders: string[] = [];
after(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder that is removed after the tests; its real path. */
export function scratchFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'aor-change-')));
  folders.push(folder);
  return folder;
}

export const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], { cwd, env: environment, encoding: 'utf8' });

export function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Commits everything there is, as the person of `user.email` or another one. */
export function commit(folder: string, message = 'A commit', ...options: readonly string[]): string {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', message, ...options);
  return git(folder, 'rev-parse', 'HEAD').trim();
}

/** A repository on `main` with a first commit of these files; none are committed where there are none. */
export function repository(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = scratchFolder();
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'config', 'user.name', 'Zoe');
  git(folder, 'config', 'user.email', 'zoe@shop.example');
  write(folder, files);
  if (Object.keys(files).length > 0) commit(folder);
  return folder;
}

export async function changeOf(folder: string, options: ChangeOptions = {}): Promise<GitChange> {
  const reading = await readChange(folder, options);
  if (reading.kind === 'failed') throw new Error(`${reading.code}: ${reading.message}`);
  return reading.change;
}

/** `M path +added -removed`, one for each file. */
export function told(files: readonly ChangedFile[]): string[] {
  return files.map(({ kind, path, from, added, removed, isBinary }) =>
    [
      kind.slice(0, 1).toUpperCase(),
      ...(from === null ? [] : [`${from} →`]),
      path,
      ...added.map((line) => `+${line}`),
      ...removed.map((line) => `-${line}`),
      ...(isBinary ? ['binary'] : []),
    ].join(' '),
  );
}
