import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { ownershipFile } from '../workspaces';
import { closeAll, eventually, problemsOf, replaceText } from '../asking';

const uri = (path: string) => vscode.Uri.from({ scheme: 'memory', path: `/shop${path}` });

/** The least a file system can be: a fixed set of folders, and files that can be written. */
function memoryFiles(texts: Record<string, string>): vscode.FileSystemProvider {
  const files = new Map<string, Uint8Array>(
    Object.entries(texts).map(([path, text]) => [`/shop${path}`, new TextEncoder().encode(text)]),
  );
  const emitter = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const entriesOf = (folder: string): [string, vscode.FileType][] => {
    const below = [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
    const names = new Map(
      below.map((path) => {
        const [name = '', ...rest] = path.slice(folder.length + 1).split('/');
        return [name, rest.length === 0 ? vscode.FileType.File : vscode.FileType.Directory];
      }),
    );
    return [...names];
  };
  const refuse = (at: vscode.Uri): never => {
    throw vscode.FileSystemError.FileNotFound(at);
  };
  return {
    onDidChangeFile: emitter.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat(at) {
      const file = files.get(at.path);
      if (file === undefined && entriesOf(at.path).length === 0) return refuse(at);
      const type = file === undefined ? vscode.FileType.Directory : vscode.FileType.File;
      return { type, ctime: 0, mtime: Date.now(), size: file?.length ?? 0 };
    },
    readDirectory: (at) => entriesOf(at.path),
    readFile: (at) => files.get(at.path) ?? refuse(at),
    writeFile(at, content) {
      files.set(at.path, content);
      emitter.fire([{ type: vscode.FileChangeType.Changed, uri: at }]);
    },
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
}

/** Whom the extension names for a file there. */
const mentionIs = (mention: string): Promise<string> =>
  eventually(
    async () => {
      await vscode.commands.executeCommand('aor.copyMention', uri('/src/a.ts'));
      return vscode.env.clipboard.readText();
    },
    (text) => text === mention,
  );

describe('a folder that is not on a disk', () => {
  let provider: vscode.Disposable;

  before(async () => {
    const files = {
      '/aor.yaml': ownershipFile.replace('paths: [lib]', 'paths: [lib, gone]'),
      '/src/a.ts': 'a\n',
      '/lib/b.ts': 'b\n',
    };
    provider = vscode.workspace.registerFileSystemProvider('memory', memoryFiles(files), { isCaseSensitive: true });
    const end = vscode.workspace.workspaceFolders!.length;
    vscode.workspace.updateWorkspaceFolders(end, 0, { uri: uri(''), name: 'memory' });
    await eventually(
      () => vscode.workspace.workspaceFolders!.length,
      (count) => count === end + 1,
    );
  });
  after(() => {
    provider.dispose();
  });
  afterEach(closeAll);

  it('is answered, live', async () => {
    await mentionIs('Ana Ruiz <ana@acme.dev>');
    await replaceText(uri('/aor.yaml'), 'owner: ana', 'owner: ben');
    await mentionIs('Ben Okri <ben@acme.dev>');
  });

  it('follows a change of the file itself', async () => {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri('/aor.yaml')));
    await vscode.workspace.fs.writeFile(
      uri('/aor.yaml'),
      new TextEncoder().encode(text.replace('Ana Ruiz', 'Ana Lopez')),
    );
    await mentionIs('Ana Lopez <ana@acme.dev>');
  });

  it('has its problems, until the folder is closed', async () => {
    await eventually(
      () => problemsOf(uri('/aor.yaml')),
      (problems) => problems.includes('7 vacant'),
    );
    const folders = vscode.workspace.workspaceFolders!;
    assert.ok(vscode.workspace.updateWorkspaceFolders(folders.length - 1, 1));
    await eventually(
      () => problemsOf(uri('/aor.yaml')),
      (problems) => problems.length === 0,
    );
  });
});
