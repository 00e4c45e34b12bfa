/** Files that are not on a local disk, through the file system their workspace brings along. */
import { FileSystemError, FileType, workspace, type Uri } from 'vscode';
import { maximumFileBytes, type FileRead } from '../../core';
import { uriBelow } from '../paths';

/** Reads a file beneath a base of any scheme. Never rejects. */
export async function readVirtual(base: Uri, path: string, maximumBytes = maximumFileBytes): Promise<FileRead> {
  const uri = uriBelow(base, path);
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if ((type & FileType.File) === 0) return { kind: 'not-a-file' };
    if (size > maximumBytes) return { kind: 'too-large', bytes: size };
    return { kind: 'text', text: new TextDecoder().decode(await workspace.fs.readFile(uri)) };
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return { kind: 'missing' };
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Enough at a time to hide the latency of a remote, few enough to leave the extension host its breath. */
const foldersAtOnce = 16;

/** What git ignores is not known there. */
const notListed = new Set(['.git', 'node_modules']);

/** The regular files beneath a folder, base-relative, about as many as asked for. Folders that cannot be read are left out. */
export async function listFiles(base: Uri, maximumFiles: number): Promise<string[]> {
  const files: string[] = [];
  let folders = [''];
  while (folders.length > 0 && files.length < maximumFiles) {
    const now = folders.slice(0, foldersAtOnce);
    const found = await Promise.all(now.map((folder) => entriesOf(base, folder)));
    for (const { path, type } of found.flat()) {
      if (type === FileType.File) files.push(path);
      else if (type === FileType.Directory) folders.push(path);
    }
    folders = folders.slice(now.length);
  }
  return files;
}

async function entriesOf(base: Uri, folder: string): Promise<{ path: string; type: FileType }[]> {
  const prefix = folder === '' ? '' : `${folder}/`;
  try {
    const entries = await workspace.fs.readDirectory(uriBelow(base, folder));
    return entries.flatMap(([name, type]) => (notListed.has(name) ? [] : { path: `${prefix}${name}`, type }));
  } catch {
    return [];
  }
}
