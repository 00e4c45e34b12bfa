/** Which file a document stands for. */
import { Uri, type WorkspaceFolder } from 'vscode';
import { pathBelow } from '../paths';

/**
 * The file a document is, is a version of, or will be; `undefined` for what is no file of anybody's: output channels,
 * settings pages, the commit message box. `file:`, and whatever scheme a workspace folder has, are files.
 */
export function fileOf(uri: Uri, folders: readonly WorkspaceFolder[]): Uri | undefined {
  if (uri.scheme === 'file' || folders.some((folder) => folder.uri.scheme === uri.scheme)) return plain(uri);
  switch (uri.scheme) {
    case 'git':
      return Uri.file(pathInQuery(uri) ?? uri.path);
    case 'untitled':
    case 'vscode-notebook-cell':
      return inFolder(uri.path, folders);
    default:
      return undefined;
  }
}

const plain = (uri: Uri): Uri =>
  uri.query === '' && uri.fragment === '' ? uri : uri.with({ query: '', fragment: '' });

/** The Git extension writes the file and the revision as JSON; the path of the URI may carry a suffix. */
function pathInQuery(uri: Uri): string | undefined {
  try {
    const query: unknown = JSON.parse(uri.query);
    if (typeof query !== 'object' || query === null || !('path' in query)) return undefined;
    return typeof query.path === 'string' ? query.path : undefined;
  } catch {
    return undefined;
  }
}

/** An unsaved file has a path only where somebody gave it one; `Untitled-1` is no file yet. */
function inFolder(path: string, folders: readonly WorkspaceFolder[]): Uri | undefined {
  const folder = folders.find(({ uri }) => pathBelow(uri, uri.with({ path })));
  return folder?.uri.with({ path });
}
