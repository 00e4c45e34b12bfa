import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';
import { closeAll, eventually, fileIn, problemsOf, replaceText } from '../asking';

const entry = () => fileIn('aor.yaml');

/** What the server that Red Hat's extension brings along reports of a document. */
async function reportsOf(document: vscode.TextDocument): Promise<vscode.Diagnostic[]> {
  const service = getLanguageService({
    schemaRequestService: () => Promise.reject(new Error('Nothing is fetched here.')),
    workspaceContext: { resolveRelativePath: (path) => path },
  });
  service.configure({ ...{ validate: true, hover: false, completion: false, format: false }, yamlVersion: '1.2' });
  const text = TextDocument.create(document.uri.toString(), 'yaml', 1, document.getText());
  return (await service.doValidation(text, false)).map(({ range: { start, end }, message, source }) => {
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    return Object.assign(new vscode.Diagnostic(range, typeof message === 'string' ? message : message.value), {
      source,
    });
  });
}

describe('the problems of an ownership file', () => {
  const theirs = vscode.languages.createDiagnosticCollection('a YAML language server');
  const set = (value: unknown) =>
    vscode.workspace.getConfiguration('aor').update('diagnostics.severity', value, vscode.ConfigurationTarget.Global);

  afterEach(async () => {
    theirs.clear();
    await set(undefined);
    await closeAll();
  });
  after(() => theirs.dispose());

  it('are as loud as the user wants, and only those that the file does not leave out', async () => {
    await eventually(
      () => problemsOf(entry()),
      (problems) => problems.includes('9 unconfirmed'),
    );
    await set({ unconfirmed: 'error', 'no-match': 'none', syntax: 'loud', nonsense: 'error' });
    const severities = () =>
      vscode.languages.getDiagnostics(entry()).map(({ code, severity }) => `${code as string} ${severity}`);
    await eventually(severities, (found) => found.join() === 'unconfirmed 0');
    await set(undefined);
    await eventually(severities, (found) => found.length > 1 && found.includes('unconfirmed 2'));
  });

  it('have one reporter each beside a YAML language server, and keep their quick fixes', async () => {
    const document = await replaceText(entry(), '["src/*.ts", "!src/gen"]', '[*.ts, src]');
    await replaceText(entry(), '    backup: ben\n', '    backup: ben\n    backup: ben\n    title: !!str P\n');
    const all = ['13 duplicate-key', '14 duplicate-key', '14 syntax', '15 syntax'];
    const shown = (): string[] => problemsOf(entry()).filter((problem) => / (syntax|duplicate-key)$/.test(problem));
    await eventually(shown, (found) => [...found].sort().join() === all.join());

    const reports = await reportsOf(document);
    theirs.set(entry(), reports);
    // A tag of YAML is no error there.
    await eventually(shown, (found) => found.join() === '14 syntax');

    const twice = reports.find(({ range }) => range.start.line === 12)!;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      entry(),
      twice.range,
      undefined,
      20,
    );
    assert.ok(actions.length > 0, 'there is a quick fix');

    theirs.clear();
    await eventually(shown, (found) => found.length === all.length);
  });
});
