/** The files of one base, listed once and kept as they are: what comes and goes is put in and taken out. */
import { editTree, filesAmong, readTree, type FileTree } from '../../../core';
import type { FileLister, PathState } from '../../../node/files/lister';
import type { Disposable } from '../../disposables';
import { inSlices } from '../../slices';
import type { Touched } from './touches';

/** The files of a base; `too-many`: more than anybody here could keep. */
export type Listed =
  /** `isSparse`: files may be left out on purpose. */
  | { readonly kind: 'tree'; readonly tree: FileTree; readonly isSparse: boolean }
  | { readonly kind: 'too-many'; readonly maximumFiles: number };

type KeptFiles = Extract<Listed, { readonly kind: 'tree' }>;

export interface KeptTree extends Disposable {
  /** The files as they were found last; looked for at the first call. Rejects where they cannot be listed. */
  listed(): Promise<Listed>;
  /** The files as they are now, listed again: the watchers tell of a new one only after a while. Rejects as above. */
  listedAnew(): Promise<Listed>;
  /** Does what was touched, in the background; the old files are the answer until that is done. */
  follow(touched: Touched): void;
}

export interface KeptTreeContext {
  readonly lister: FileLister;
  /** Other files than before. Not called for the first list, which somebody waits for. */
  readonly onDidChange: () => void;
  readonly report: (error: unknown) => void;
}

export function createKeptTree({ lister, onDidChange, report }: KeptTreeContext): KeptTree {
  const ended = new AbortController();
  const { signal } = ended;
  let kept: Listed | undefined;
  let first: Promise<Listed> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  /** What was asked for before the last list began, that list has answered. */
  let asked = 0;
  let answered = 0;

  async function list(): Promise<Listed> {
    answered = asked;
    const raw = await lister.list(signal);
    if (raw.kind === 'failed') throw new Error('The files cannot be listed.');
    if (raw.kind === 'too-many') return raw;
    const all = await sliced(readTree(raw.bytes));
    const tree = await sliced(editTree(all, { removed: raw.missing, added: [] }));
    return { kind: 'tree', tree, isSparse: raw.isSparse };
  }

  async function apply({ tree, isSparse }: KeptFiles, paths: readonly string[]): Promise<Listed> {
    const states = await lister.statesOf(paths);
    const inState = (state: PathState): string[] => paths.filter((path) => states.get(path) === state);
    // What a sparse checkout leaves out is listed all the same.
    if (isSparse && inState('nothing').length > 0) return list();
    const files = inState('file');
    const known = await sliced(filesAmong(tree, files));
    const unknown = files.filter((path) => !known.has(path));
    const folders = inState('folder');
    const come = unknown.length + folders.length === 0 ? [] : await lister.belonging(unknown, folders, signal);
    if (come === null) return list();
    // What is there now may be a file where a folder was: all that was touched goes, and what stands comes again.
    const edit = { removed: paths, added: [...known, ...come] };
    return { kind: 'tree', tree: await sliced(editTree(tree, edit)), isSparse };
  }

  async function sliced<T>(work: Iterator<unknown, T>): Promise<T> {
    const result = await inSlices(work, signal);
    signal.throwIfAborted();
    return result as T;
  }

  function put(next: Listed): void {
    const isSame = kept !== undefined && areSame(kept, next);
    const isFirst = kept === undefined;
    if (!isSame) kept = next;
    if (!isSame && !isFirst) onDidChange();
  }

  /** One after the other: each changes what the one before has left. */
  function enqueue(work: () => Promise<Listed>): Promise<void> {
    const mine = ++asked;
    const run = queue.then(async () => {
      if (mine <= answered || signal.aborted) return;
      put(await work());
    });
    queue = run.catch(() => undefined);
    return run;
  }

  async function listFirst(): Promise<Listed> {
    try {
      return await listNow();
    } catch (error) {
      first = undefined;
      throw error;
    }
  }

  async function listNow(): Promise<Listed> {
    await enqueue(list);
    if (kept === undefined) throw new Error('Nobody waits for the files any more.');
    return kept;
  }

  return {
    listed: () => (kept === undefined ? (first ??= listFirst()) : Promise.resolve(kept)),
    listedAnew: () => (first === undefined ? (first = listFirst()) : listNow()),
    follow(touched) {
      // What nobody has asked for yet will be looked for when somebody does.
      if (first === undefined) return;
      const work = (): Promise<Listed> =>
        touched.kind === 'all' || kept?.kind !== 'tree' ? list() : apply(kept, touched.paths);
      enqueue(work).catch((error: unknown) => {
        if (!signal.aborted) report(error);
      });
    },
    dispose: () => ended.abort(),
  };
}

/** Whether two lists are the same, file by file. */
function areSame(one: Listed, other: Listed): boolean {
  if (one.kind === 'too-many' || other.kind === 'too-many') return one.kind === other.kind;
  if (one.isSparse !== other.isSparse) return false;
  const [a, b] = [one.tree, other.tree];
  const isEqual = (x: ArrayBufferView, y: ArrayBufferView): boolean => Buffer.compare(view(x), view(y)) === 0;
  return (
    a === b ||
    (a.size === b.size &&
      isEqual(a.bytes, b.bytes) &&
      isEqual(a.folders, b.folders) &&
      isEqual(a.starts, b.starts) &&
      isEqual(a.ends, b.ends))
  );
}

const view = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
