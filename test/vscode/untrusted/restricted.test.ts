import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import type * as childProcess from 'node:child_process';
import * as vscode from 'vscode';
import { closeAll, eventually, fileIn, hoverSays, problemsOf, replaceText } from '../asking';

describe('an untrusted workspace', () => {
  afterEach(closeAll);

  it('is untrusted', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('is answered, live, and no program is started', async () => {
    // The extension's bundle shares this module with the tests, so every start of a program shows.
    const programs = createRequire(__filename)('node:child_process') as typeof childProcess;
    const started: string[] = [];
    const { execFile, spawn } = programs;
    const record =
      <F extends (...args: never[]) => unknown>(original: F) =>
      (...args: Parameters<F>) => {
        if (new Error().stack?.includes('dist/extension') === true) started.push(String(args[0]));
        return original(...args);
      };
    Object.assign(programs, { execFile: record(execFile as never), spawn: record(spawn as never) });
    try {
      await hoverSays(fileIn('src/a.ts'), /Payments\*\* · Ana Ruiz/);
      const document = await replaceText(fileIn('aor.yaml'), 'owner: ana', 'owner: ben');
      await hoverSays(fileIn('src/a.ts'), /Payments\*\* · Ben Okri/);
      await document.save();
      await vscode.commands.executeCommand('aor.copyMention', fileIn('src/a.ts'));
      assert.equal(await vscode.env.clipboard.readText(), 'Ben Okri <ben@acme.dev>');
      assert.deepEqual(started, []);
    } finally {
      Object.assign(programs, { execFile, spawn });
    }
  });

  it('has the problems that reading alone can show', async () => {
    await eventually(
      () => problemsOf(fileIn('aor.yaml')),
      (problems) => problems.includes('7 vacant'),
    );
  });
});
