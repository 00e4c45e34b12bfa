import { constants } from 'node:fs';
import { open, readdir, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { maximumFileBytes, type FileRead, type FileSource } from '../core';
import { listFiles } from './git';

/** Whether an absolute real path is the folder or lies beneath it. */
export function isBeneath(folder: string, path: string): boolean {
  const from = relative(folder, path);
  return from === '' || (from !== '..' && !from.startsWith(`..${sep}`) && !isAbsolute(from));
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'its links lead in a circle',
};

function failure(error: unknown): FileRead {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return { kind: 'missing' };
  if (code === 'EISDIR') return { kind: 'not-a-file' };
  return { kind: 'unreadable', reason: reasons[code] ?? code };
}

/** The text of a regular file. It is opened without waiting, so that a pipe cannot hold us. */
async function readText(path: string, maximumBytes = maximumFileBytes): Promise<FileRead> {
  const handle = await open(path, constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK));
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return { kind: 'not-a-file' };
    if (stats.size > maximumBytes) return { kind: 'too-large', bytes: stats.size };
    return { kind: 'text', text: await handle.readFile('utf8') };
  } finally {
    await handle.close();
  }
}

/** What is at an absolute path. Never rejects. */
export const textOnDisk = (path: string, maximumBytes: number): Promise<FileRead> =>
  readText(path, maximumBytes).catch(failure);

/** Every regular file beneath a folder, without git: hidden ones too, links and `.git` not. */
async function walk(base: string): Promise<string[]> {
  const found: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(join(base, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isFile()) found.push(path);
      else if (entry.isDirectory() && entry.name !== '.git') folders.push(path);
    }
  }
  return found;
}

/** The files beneath an absolute folder: from git, else by looking. */
export async function filesBeneath(base: string): Promise<readonly string[]> {
  return (await listFiles(base)) ?? (await walk(base));
}

/** Ownership files on disk. `root`: the folder whose real path every file must lie beneath. */
export function diskSource(base: string, root: string): FileSource {
  return {
    async read(path, maximumBytes) {
      try {
        const real = await realpath(join(base, path));
        return isBeneath(await realpath(root), real) ? await readText(real, maximumBytes) : { kind: 'outside' };
      } catch (error) {
        return failure(error);
      }
    },
    list: () => filesBeneath(base),
  };
}
