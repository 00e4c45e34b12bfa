/** The files of a folder without git, as the editor's own search finds them. */
import {
  CancellationTokenSource,
  FileType,
  RelativePattern,
  workspace,
  type CancellationToken,
  type Uri,
} from 'vscode';
import type { FileLister, PathState } from '../../../node/files/lister';
import { pathBelow, uriBelow } from '../../paths';
import { inSlices } from '../../slices';
import { listFiles } from '../virtualSource';
import { excludesGlob, leftOutBy, type ExcludeSettings } from './leftOut';

/** More are found sooner by a search of all. */
const maximumFolders = 50;
const maximumInside = 2_000;

/** Finds what `files.exclude` and `search.exclude` leave; where a scheme has no search, whatever is there. */
export const searchLister = (base: Uri, maximumFiles: number): FileLister => ({
  async list(signal) {
    const found = await cancelledBy(signal, (token) =>
      workspace.findFiles(new RelativePattern(base, '**'), excludesGlob(excludesAt(base)), maximumFiles + 1, token),
    );
    // A search that does not exist finds nothing; so does one of an empty folder, which is soon looked through.
    const paths = found.length > 0 ? pathsBelow(base, found) : await listFiles(base, maximumFiles + 1);
    const listed = await inSlices(listOf(paths), signal);
    signal.throwIfAborted();
    if (listed === undefined || listed.count > maximumFiles) return { kind: 'too-many', maximumFiles };
    return { kind: 'listed', bytes: listed.bytes, missing: [], isSparse: false };
  },
  statesOf: async (paths) =>
    new Map(await Promise.all(paths.map(async (path) => [path, await stateOf(uriBelow(base, path))] as const))),
  async belonging(files, folders) {
    const isLeftOut = leftOutBy(excludesAt(base));
    if (isLeftOut === null || folders.length > maximumFolders) return null;
    const kept = files.filter((path) => !isLeftOut(path));
    for (const folder of folders.filter((path) => !isLeftOut(path))) {
      const inside = await listFiles(uriBelow(base, folder), maximumInside);
      if (inside.length >= maximumInside) return null;
      kept.push(...inside.map((path) => `${folder}/${path}`).filter((path) => !isLeftOut(path)));
    }
    return kept;
  },
});

/** What VS Code's own search leaves out. */
const excludesAt = (base: Uri): ExcludeSettings =>
  ['files', 'search'].map((section) => workspace.getConfiguration(section, base).get<unknown>('exclude'));

async function cancelledBy<T>(signal: AbortSignal, work: (token: CancellationToken) => Thenable<T>): Promise<T> {
  const source = new CancellationTokenSource();
  const cancel = (): void => source.cancel();
  signal.addEventListener('abort', cancel);
  try {
    return await work(source.token);
  } finally {
    signal.removeEventListener('abort', cancel);
    source.dispose();
  }
}

function* pathsBelow(base: Uri, files: readonly Uri[]): Generator<string, void> {
  for (const file of files) {
    const path = pathBelow(base, file);
    if (path !== undefined && path !== '') yield path;
  }
}

/** How many paths are written between two chances to do something else. */
const stepLength = 5_000;

/** The paths as git would list them. */
function* listOf(paths: Iterable<string>): Generator<void, { readonly bytes: Uint8Array; readonly count: number }> {
  const pieces: Uint8Array[] = [];
  let text = '';
  let count = 0;
  for (const path of paths) {
    text += `${path}\0`;
    if (++count % stepLength > 0) continue;
    pieces.push(Buffer.from(text));
    text = '';
    yield;
  }
  pieces.push(Buffer.from(text));
  return { bytes: Buffer.concat(pieces), count };
}

async function stateOf(uri: Uri): Promise<PathState> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.Directory) === 0 ? 'file' : 'folder';
  } catch {
    return 'nothing';
  }
}
