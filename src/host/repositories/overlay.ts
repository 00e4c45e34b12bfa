/** What the user sees is what counts: unsaved text of an open document stands before the file on disk. */
import { workspace, type Uri } from 'vscode';
import type { FileRead, FileSource } from '../../core';
import { keyOf, uriBelow } from '../paths';

/** A source that remembers what it was asked for. */
export interface RecordingSource extends FileSource {
  /** Every file that was asked for, whether it exists or not. */
  readonly asked: readonly Uri[];
  /** Whether the list of files was used, so that a new file may belong. */
  readonly wasListed: boolean;
  /** Whether some text came from a document that is not saved. */
  readonly isUnsaved: boolean;
  /** What was asked for and is there. */
  has(path: string): boolean;
}

export function overlaidSource(base: Uri, disk: FileSource): RecordingSource {
  const unsaved = new Map(
    workspace.textDocuments.filter((document) => document.isDirty).map((document) => [keyOf(document.uri), document]),
  );
  const reads = new Map<string, FileRead['kind']>();
  let wasListed = false;
  let isUnsaved = false;

  async function readNow(path: string, maximumBytes: number | undefined): Promise<FileRead> {
    const document = unsaved.get(keyOf(uriBelow(base, path)));
    if (document === undefined) return disk.read(path, maximumBytes);
    isUnsaved = true;
    return { kind: 'text', text: document.getText() };
  }

  return {
    get asked() {
      return [...reads.keys()].map((path) => uriBelow(base, path));
    },
    get wasListed() {
      return wasListed;
    },
    get isUnsaved() {
      return isUnsaved;
    },
    has: (path) => reads.has(path) && reads.get(path) !== 'missing',
    async read(path, maximumBytes) {
      reads.set(path, 'missing');
      const found = await readNow(path, maximumBytes);
      reads.set(path, found.kind);
      return found;
    },
    list() {
      wasListed = true;
      return disk.list();
    },
  };
}
