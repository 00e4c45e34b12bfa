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

/** Finds what `files.exclude` and `search.exclude` leave; where a scheme has no search, whatever is there. */
export const searchLister = (base: Uri, maximumFiles: number): FileLister => ({
  async list(signal) {
    const found = await cancelledBy(signal, (token) =>
      workspace.findFiles(new RelativePattern(base, '**'), searchExcludes(base), maximumFiles + 1, token),
    );
    // A search that does not exist finds nothing; so does one of an empty folder, which is soon looked through.
    const paths = found.length > 0 ? pathsBelow(base, found) : await listFiles(base, maximumFiles + 1);
    const listed = await inSlices(listOf(paths), signal);
    signal.throwIfAborted();
    if (listed === undefined || listed.count > maximumFiles) return { kind: 'too-many' };
    return { kind: 'listed', bytes: listed.bytes, missing: [], isSparse: false };
  },
  statesOf: async (paths) =>
    new Map(await Promise.all(paths.map(async (path) => [path, await stateOf(uriBelow(base, path))] as const))),
  // Only the search knows what is left out.
  belonging: () => Promise.resolve(null),
});

/** What the search view leaves out beside `files.exclude`, which `findFiles` minds anyway. */
function searchExcludes(base: Uri): string {
  const setting = workspace.getConfiguration('search', base).get<unknown>('exclude');
  const globs = Object.entries(typeof setting === 'object' && setting !== null ? setting : {});
  return `{${['**/.git', ...globs.flatMap(([glob, isOn]) => (isOn === true ? [glob] : []))].join(',')}}`;
}

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
