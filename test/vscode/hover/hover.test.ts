import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually, fileIn, hoverSays } from '../asking';

interface Shown {
  readonly text: string;
  /** What the hover is about, in the document. */
  readonly about: string;
}

/** Our hover in the middle of a text of a document. */
async function ours(uri: vscode.Uri, piece: string): Promise<Shown | undefined> {
  const document = await vscode.workspace.openTextDocument(uri);
  const at = document.getText().indexOf(piece);
  assert.notEqual(at, -1, piece);
  const position = document.positionAt(at + Math.floor(piece.length / 2));
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  for (const { contents, range } of hovers) {
    const text = contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : '')).join('\n');
    if (text.includes('command:aor.') || text.includes('**Mixed**')) return { text, about: document.getText(range) };
  }
  return undefined;
}

describe('hovers on paths', () => {
  before(() => hoverSays(fileIn('web/a.ts'), /Web.*Ana Ruiz/s));

  const found: readonly (readonly [file: string, piece: string, leadsTo: string, title: string])[] = [
    ['web/a.ts', '@lib/x', 'lib/x.ts', 'Shared'],
    ['web/a.ts', '../lib/y.js', 'lib/y.ts', 'Shared'],
    ['py/app.py', 'shared.money', 'py/shared/money.py', 'Shared'],
    ['py/app.py', 'Money', 'py/shared/money.py', 'Shared'],
    ['go/main.go', 'acme.dev/shop/shared', 'go/shared', 'Shared'],
    ['settings.yaml', 'lib/x.ts', 'lib/x.ts', 'Shared'],
  ];
  for (const [file, piece, leadsTo, title] of found) {
    it(`in ${file}: ${piece} is ${leadsTo}, of ${title}`, async () => {
      const shown = await ours(fileIn(file), piece);
      assert.equal(shown?.about, piece);
      const [first, , second] = shown.text.split('\n');
      assert.equal(first?.replaceAll('\\', ''), leadsTo);
      assert.match(second ?? '', new RegExp(`^\\*\\*${title}\\*\\*`));
    });
  }

  it('name everybody who has a part of a Go package', async () => {
    const shown = await ours(fileIn('go/main.go'), 'acme.dev/shop/mixed');
    assert.match(shown?.text ?? '', /\*\*Mixed\*\*[^]*Services · Ben Okri: 1 file[^]*Odd · Ana Ruiz: 1 file/);
  });

  const nothing: readonly (readonly [file: string, piece: string])[] = [
    ['web/a.ts', './none'],
    ['web/a.ts', "'lib'"],
    ['web/a.ts', 'word'],
    ['py/app.py', 'json'],
    ['go/main.go', 'fmt'],
    ['settings.yaml', 'word'],
  ];
  for (const [file, piece] of nothing) {
    it(`in ${file}: nothing on ${piece}`, async () => {
      assert.equal(await ours(fileIn(file), piece), undefined);
    });
  }

  it('find a file that has just been made', async () => {
    const uri = fileIn('web/none.ts');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('export const z = 1;\n'));
    await eventually(
      () => ours(fileIn('web/a.ts'), './none'),
      (shown) => shown?.text.startsWith('web\\/none\\.ts') === true,
    );
    await vscode.workspace.fs.delete(uri);
  });

  it('are on the committed side of a diff too', async () => {
    const file = fileIn('web/a.ts');
    const uri = file.with({ scheme: 'git', query: JSON.stringify({ path: file.fsPath, ref: 'HEAD' }) });
    assert.match((await ours(uri, '@lib/x'))?.text ?? '', /Shared/);
  });

  it('are not in an output channel', async () => {
    const channel = vscode.window.createOutputChannel('paths');
    channel.append('"lib/x.ts"\n');
    channel.show();
    const document = await eventually(
      () =>
        vscode.workspace.textDocuments.find(
          (opened) => opened.uri.scheme === 'output' && opened.getText().includes('lib/x'),
        ),
      (opened) => opened !== undefined,
    );
    assert.equal(await ours(document!.uri, 'lib/x.ts'), undefined);
    channel.dispose();
  });

  it('stay away where they are switched off', async () => {
    const settings = vscode.workspace.getConfiguration('aor.hover');
    await settings.update('places', ['firstLine'], vscode.ConfigurationTarget.Global);
    assert.equal(await ours(fileIn('web/a.ts'), '@lib/x'), undefined);
    assert.match((await ours(fileIn('web/a.ts'), 'first'))?.text ?? '', /Web/);
    await settings.update('places', ['imports'], vscode.ConfigurationTarget.Global);
    assert.equal(await ours(fileIn('web/a.ts'), 'first'), undefined);
    await settings.update('places', undefined, vscode.ConfigurationTarget.Global);
  });
});
