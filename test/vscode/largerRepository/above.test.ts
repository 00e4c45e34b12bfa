import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, eventually, fileIn, hoverSays, problemsOf, replaceText } from '../asking';

describe('a folder opened inside a larger repository', () => {
  afterEach(closeAll);

  it('is answered by the ownership file above it', async () => {
    await hoverSays(fileIn('deep/a.ts'), /Payments\*\* · Ana Ruiz/);
  });

  it('answers for files beside it, too', async () => {
    await hoverSays(fileIn('../lib/b.ts'), /Search\*\* · vacant/);
  });

  it('follows edits and changes on disk of the file above', async () => {
    await replaceText(fileIn('../aor.yaml'), 'title: Payments', 'title: Money');
    await hoverSays(fileIn('deep/a.ts'), /Money/);
    await closeAll();
    await hoverSays(fileIn('deep/a.ts'), /Payments/);
    const before = await vscode.workspace.fs.readFile(fileIn('../aor.yaml'));
    const text = new TextDecoder().decode(before).replace('Payments', 'Cash');
    await vscode.workspace.fs.writeFile(fileIn('../aor.yaml'), new TextEncoder().encode(text));
    await hoverSays(fileIn('deep/a.ts'), /Cash/);
    await vscode.workspace.fs.writeFile(fileIn('../aor.yaml'), before);
    await hoverSays(fileIn('deep/a.ts'), /Payments/);
  });

  it('lists the problems of the file above', async () => {
    const problems = await eventually(
      () => problemsOf(fileIn('../aor.yaml')),
      (found) => found.length > 0,
    );
    assert.ok(problems.includes('7 vacant'));
  });
});
