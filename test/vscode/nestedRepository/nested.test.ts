import * as vscode from 'vscode';
import { closeAll, fileIn, hoverSays } from '../asking';

describe('a repository inside another', () => {
  afterEach(closeAll);

  it('answers for its own files where it has an ownership file', async () => {
    await hoverSays(fileIn('src/own/src/a.ts'), /Inner/);
  });

  it('is part of the outer one where it has none, until it gets one', async () => {
    await hoverSays(fileIn('src/plain/b.ts'), /Payments/);
    const text = 'version: 1\naors:\n  late: { title: Late, paths: ["**"] }\n';
    await vscode.workspace.fs.writeFile(fileIn('src/plain/aor.yaml'), new TextEncoder().encode(text));
    await hoverSays(fileIn('src/plain/b.ts'), /Late/);
    await vscode.workspace.fs.delete(fileIn('src/plain/aor.yaml'));
    await hoverSays(fileIn('src/plain/b.ts'), /Payments/);
  });
});
