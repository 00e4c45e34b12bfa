import { FileType, workspace, type Uri } from 'vscode';
import type { Disposable } from '../../host/disposables';

/** What is on disk, remembered for seconds: the mouse asks about the same place many times. */
export interface Lookup extends Disposable {
  /** `undefined`: there is nothing. Links count as what they lead to. Never rejects. */
  kindOf(uri: Uri): Promise<'file' | 'folder' | undefined>;
  /** The text of a file that is small and there. Never rejects. */
  textOf(uri: Uri): Promise<string | undefined>;
  /** Names of the files in a folder, sorted. Never rejects. */
  filesIn(uri: Uri): Promise<readonly string[]>;
}

const keptMs = 3_000;
const maximumBytes = 200_000;

export function createLookup(): Lookup {
  const kinds = remembered(async (uri) => {
    const { type } = await workspace.fs.stat(uri);
    if ((type & FileType.File) !== 0) return 'file' as const;
    return (type & FileType.Directory) !== 0 ? ('folder' as const) : undefined;
  });
  const texts = remembered(async (uri) => {
    if ((await workspace.fs.stat(uri)).size > maximumBytes) return undefined;
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  });
  const folders = remembered(async (uri) => {
    const entries = await workspace.fs.readDirectory(uri);
    return entries
      .filter(([, type]) => (type & FileType.File) !== 0)
      .map(([name]) => name)
      .sort();
  });
  return {
    kindOf: (uri) => kinds.get(uri),
    textOf: (uri) => texts.get(uri),
    filesIn: async (uri) => (await folders.get(uri)) ?? [],
    dispose() {
      for (const memory of [kinds, texts, folders]) memory.dispose();
    },
  };
}

interface Memory<T> extends Disposable {
  get(uri: Uri): Promise<T | undefined>;
}

/** Answers of `read` by URI, all forgotten a few seconds after the first; what rejects is `undefined`. */
function remembered<T>(read: (uri: Uri) => Promise<T | undefined>): Memory<T> {
  const known = new Map<string, Promise<T | undefined>>();
  let timer: NodeJS.Timeout | undefined;
  return {
    get(uri) {
      const key = uri.toString();
      let answer = known.get(key);
      if (answer === undefined) {
        answer = read(uri).catch(() => undefined);
        known.set(key, answer);
        timer ??= setTimeout(() => {
          known.clear();
          timer = undefined;
        }, keptMs);
      }
      return answer;
    },
    dispose() {
      clearTimeout(timer);
    },
  };
}
