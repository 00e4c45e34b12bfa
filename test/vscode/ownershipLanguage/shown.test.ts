import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, eventually, fileIn } from '../asking';
import { ask } from './asking';

const entry = () => fileIn('aor.yaml');
const included = () => fileIn('web/aor.yaml');

describe('in an ownership file the editor shows', () => {
  afterEach(closeAll);

  it('links to guides and included files', async () => {
    const found = await eventually(
      () => ask<vscode.DocumentLink[]>('vscode.executeLinkProvider', entry()),
      (links) => links.length === 2,
    );
    const targets = found.map(({ target }) => vscode.workspace.asRelativePath(target!));
    assert.deepEqual(targets.sort(), ['docs/payments.md', 'web/aor.yaml']);
  });

  it('colours in globs, and none in other YAML files', async () => {
    const words = async (uri: vscode.Uri): Promise<string[]> => {
      const [legend, tokens] = [
        await ask<vscode.SemanticTokensLegend | undefined>('vscode.provideDocumentSemanticTokensLegend', uri),
        await ask<vscode.SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', uri),
      ];
      const data = tokens?.data ?? [];
      return Array.from({ length: data.length / 5 }, (_, index) => legend!.tokenTypes[data[index * 5 + 3]!]!);
    };
    const kinds = await eventually(
      () => words(entry()),
      (found) => found.length > 0,
    );
    assert.deepEqual(kinds, [...['globText', 'globText', 'globWildcard', 'globText', 'globExclude', 'globText']]);
    assert.deepEqual(await words(fileIn('other.yaml')), []);
  });

  it('files and owner above each AOR, and reveals it', async () => {
    const lenses = (uri: vscode.Uri) => ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
    const [lens] = await eventually(
      () => lenses(entry()),
      (found) => found[0]?.command?.title === '2 files · Ana Ruiz',
    );
    assert.equal(lens!.range.start.line, 8);
    await vscode.commands.executeCommand(lens!.command!.command, ...(lens!.command!.arguments as unknown[]));
    await eventually(
      () => lenses(included()),
      (found) => found[0]?.command?.title === '2 files · Ana Ruiz',
    );
  });

  it('names behind ids, for those who switch them on', async () => {
    const hints = async (): Promise<string[]> => {
      const all = new vscode.Range(0, 0, 100, 0);
      const found = await ask<vscode.InlayHint[]>('vscode.executeInlayHintProvider', included(), all);
      return found.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
    };
    assert.deepEqual(await hints(), []);
    const settings = vscode.workspace.getConfiguration('aor');
    await settings.update('inlayHints.enabled', true, vscode.ConfigurationTarget.Global);
    await eventually(hints, (found) => found.join() === 'Ana Ruiz');
    await settings.update('inlayHints.enabled', undefined, vscode.ConfigurationTarget.Global);
  });
});
