import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import { closeAll, eventually, fileIn, replaceText } from '../asking';
import { askAt } from './asking';

const entry = () => fileIn('aor.yaml');

describe('completion in an ownership file', () => {
  afterEach(closeAll);

  const itemsAt = async (uri: vscode.Uri, marked: string): Promise<readonly vscode.CompletionItem[]> =>
    (await askAt<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, marked)).items;

  const labels = (items: readonly vscode.CompletionItem[]): string[] =>
    items.map(({ label }) => (typeof label === 'string' ? label : label.label));

  it('offers people with their names, and keys with help', async () => {
    await replaceText(entry(), 'backup: ben', 'backup: ');
    const people = await eventually(
      () => itemsAt(entry(), 'backup: ‸'),
      (items) => labels(items).includes('ben'),
    );
    const ben = people.find((item) => labels([item])[0] === 'ben');
    assert.deepEqual(ben?.label, { label: 'ben', description: 'Ben Okri' });
    await replaceText(entry(), '    guide: docs/payments.md', '    le');
    const keys = await itemsAt(entry(), '    le‸');
    const learning = keys.find((item) => labels([item])[0] === 'learning');
    assert.match((learning?.documentation as vscode.MarkdownString).value, /growing into it/);
  });

  it('offers the paths of the workspace in globs, from the folder of an included file too', async () => {
    await replaceText(entry(), '"src/*.ts"', 'src/');
    const paths = await eventually(
      () => itemsAt(entry(), '[src/‸'),
      (items) => labels(items).includes('a.ts'),
    );
    assert.ok(labels(paths).includes('b.ts'));
    const included = fileIn('web/aor.yaml');
    await replaceText(included, '["**"]', '[]');
    assert.ok(labels(await itemsAt(included, '[‸]')).includes('index.html'));
  });
});
