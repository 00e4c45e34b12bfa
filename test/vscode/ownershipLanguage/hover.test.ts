import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import { closeAll, eventually, fileIn, replaceText } from '../asking';
import { askAt } from './asking';

const entry = () => fileIn('aor.yaml');

describe('hovering in an ownership file', () => {
  afterEach(closeAll);

  const hovers = (uri: vscode.Uri, marked: string): Promise<readonly vscode.Hover[]> =>
    askAt<vscode.Hover[]>('vscode.executeHoverProvider', uri, marked);

  const markdown = async (uri: vscode.Uri, marked: string): Promise<string> =>
    (await hovers(uri, marked))
      .flatMap(({ contents }) => contents)
      .map((content) => (content as vscode.MarkdownString).value)
      .join('\n---\n');

  it('tells what a glob does in the files, and who has the rest', async () => {
    const told = await eventually(
      () => markdown(entry(), '"src/*‸.ts"'),
      (text) => text.includes('decides all of them'),
    );
    assert.match(told, /Matches \*\*2 files\*\*/);
    assert.match(told, /command:aor\.goToOwnedFile/);
    assert.match(await markdown(entry(), '"!src/g‸en"'), /Matches no file, so it takes nothing out\./);
    await replaceText(entry(), '"src/*.ts"', '"src/*.tsx"');
    assert.match(await markdown(entry(), '"src/*‸.tsx"'), /Not counted yet/);
  });

  it('tells about people, AORs, keys and values, in an included file too', async () => {
    const included = fileIn('web/aor.yaml');
    const person = await eventually(
      () => markdown(included, 'owner: a‸na'),
      (text) => text.includes('Ana Ruiz'),
    );
    assert.match(person, /Holds: \[Payments\]\(command:aor\.openRule/);
    assert.match(await markdown(included, 'parent: pay‸ments'), /\*\*Payments\*\* · Ana Ruiz/);
    assert.match(await markdown(entry(), 'back‸up: ben'), /Who is asked when the owner cannot be/);
    await replaceText(entry(), '    guide: docs/payments.md', '    status: amber');
    assert.match(await markdown(entry(), 'status: am‸ber'), /It needs attention/);
    assert.deepEqual(await hovers(fileIn('other.yaml'), 'owner: a‸na'), []);
  });

  it('trusts only the commands of cards', async () => {
    const [hover] = await eventually(
      () => hovers(entry(), 'owner: a‸na'),
      (found) => found.length === 1,
    );
    const [content] = hover!.contents as vscode.MarkdownString[];
    const trusted = content!.isTrusted as { readonly enabledCommands: readonly string[] };
    assert.ok(trusted.enabledCommands.every((command) => command.startsWith('aor.')));
    assert.ok(trusted.enabledCommands.includes('aor.openRule'));
  });
});
