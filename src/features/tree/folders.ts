import type { FileNode, FilesNode, FolderNode, RestNode, TreeNode, UnownedNode } from './nodes';

/** The most rows of one folder: an editor's list is no place for more. */
const maximumRows = 1_000;

/** The folders and files directly beneath a node, from the base-relative paths of all files beneath it. Folders with one folder alone are one row. */
export function filesBeneath(
  node: FilesNode | UnownedNode | FolderNode,
  files: readonly string[],
  uriOf: (path: string) => string,
): readonly (FolderNode | FileNode | RestNode)[] {
  const { repository } = node;
  const folder = node.kind === 'folder' ? `${node.path}/` : '';
  const names = new Map<string, string[]>();
  const here: string[] = [];
  for (const path of files) {
    const slash = path.indexOf('/', folder.length);
    if (slash < 0) here.push(path);
    else add(names, path.slice(folder.length, slash), path);
  }
  const rows: (FolderNode | FileNode)[] = [
    ...Array.from(names, ([name, inside]) => folderNode(node, folder + name, name, inside, uriOf)),
    ...here.map((path): FileNode => ({
      kind: 'file',
      id: `${node.id}/${path}`,
      parent: node,
      repository,
      path,
      uri: uriOf(path),
    })),
  ];
  if (rows.length <= maximumRows) return rows;
  const count = rows.length - maximumRows;
  return [...rows.slice(0, maximumRows), { kind: 'rest', id: `${node.id}/rest`, parent: node, repository, count }];
}

function folderNode(
  parent: TreeNode,
  path: string,
  label: string,
  files: readonly string[],
  uriOf: (path: string) => string,
): FolderNode {
  let [at, name] = [path, label];
  for (let only = onlyFolder(at, files); only !== undefined; only = onlyFolder(at, files)) {
    at = `${at}/${only}`;
    name = `${name}/${only}`;
  }
  return {
    kind: 'folder',
    id: `${parent.id}/${at}`,
    parent,
    repository: parent.repository,
    path: at,
    uri: uriOf(at),
    label: name,
    files,
  };
}

/** The folder that all files beneath `path` are in. */
function onlyFolder(path: string, files: readonly string[]): string | undefined {
  const names = new Set<string | undefined>();
  for (const file of files) {
    const slash = file.indexOf('/', path.length + 1);
    names.add(slash < 0 ? undefined : file.slice(path.length + 1, slash));
    if (names.size > 1) return undefined;
  }
  const [only] = names;
  return only;
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
