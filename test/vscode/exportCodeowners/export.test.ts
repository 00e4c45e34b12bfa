import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, eventually, fileIn, hoverSays, replaceText } from '../asking';
import { run } from '../requesting';

const place = '.github/CODEOWNERS';
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));

const exported = async (): Promise<string> => {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileIn(place)));
  } catch {
    return '';
  }
};

/** Takes the first row of each list until the file is as wanted. */
async function exportUntil(isDone: (text: string) => boolean): Promise<void> {
  await eventually(
    async () => {
      const running = run('aor.exportCodeowners', fileIn('src/a.ts'));
      for (let list = 0; list < 2; list++) {
        await pause();
        await run('workbench.action.acceptSelectedQuickOpenItem');
      }
      await pause();
      await run('workbench.action.closeQuickOpen');
      await running;
      return exported();
    },
    (text) => isDone(text),
  );
}

describe('Export CODEOWNERS', () => {
  before(() => hoverSays(fileIn('src/a.ts'), /Payments/));
  afterEach(closeAll);

  it('writes what the host of the repository enforces, and opens it', async () => {
    assert.equal(await exported(), '');
    await exportUntil((text) => text.startsWith('# Written by `aor export'));
    assert.match(await exported(), /^\/src +@anaruiz ben@acme\.dev$/m);
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, fileIn(place).path);
  });

  it('is offered again once the ownership file says something else', async () => {
    await run('notifications.clearAll');
    await replaceText(fileIn('aor.yaml'), 'owner: ana', 'owner: ben');
    await vscode.window.showTextDocument(fileIn('aor.yaml'));
    await run('workbench.action.files.save');
    await eventually(
      async () => {
        await run('notification.acceptPrimaryAction');
        return exported();
      },
      (text) => /^\/src +ben@acme\.dev/m.test(text),
    );
  });
});
