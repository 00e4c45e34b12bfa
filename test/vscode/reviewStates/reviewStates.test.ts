import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, eventually, fileIn, hoverSays } from '../asking';
import { message, run } from '../requesting';

/** By their places in the scenario. */
const [noBase, detached, noCommits, noFileInBase] = [0, 1, 2, 3];

const messageFor = (folder: number): Promise<string> => message({ uri: fileIn('src/a.ts', folder).toString() });

describe('the review of a repository with little to go by', () => {
  before(() => hoverSays(fileIn('src/a.ts'), /Payments/));
  afterEach(closeAll);

  it('without a base branch is of what is not committed', async () => {
    assert.match(
      await messageFor(noBase),
      /^Please review \*\*work\*\* \(1 file\)\.\n\n.*\n\n- Ana Ruiz: owner of Payments: 1 file\n/s,
    );
  });

  it('with a detached HEAD is of what it has beyond the base branch, and names no branch', async () => {
    assert.match(await messageFor(detached), /^Please review \(2 files\)\.\n/);
  });

  it('before the first commit is of everything', async () => {
    assert.match(await messageFor(noCommits), /^Please review \*\*main\*\* \(2 files\)\.\n/);
  });

  it('whose base has no ownership file goes by the one of the working tree', async () => {
    const text = await messageFor(noFileInBase);
    assert.match(text, /^Please review \*\*adopt\*\* \(2 files\)\.\n/);
    assert.match(text, /Ana Ruiz: owner of Payments: 1 file/);
  });

  it('is that of the file in front, where there are several', async () => {
    await vscode.window.showTextDocument(fileIn('src/a.ts', detached));
    assert.match(await message(), /^Please review \(2 files\)\.\n/);
    await vscode.window.showTextDocument(fileIn('src/a.ts', noFileInBase));
    assert.match(await message(), /^Please review \*\*adopt\*\*/);
  });

  it('is the one the user picks, where no file is in front', async () => {
    await vscode.env.clipboard.writeText('');
    const requested = run('aor.requestReview');
    // Which repository, who, how: the first row of each.
    const copied = await eventually(
      async () => {
        await run('workbench.action.acceptSelectedQuickOpenItem');
        return vscode.env.clipboard.readText();
      },
      (text) => text !== '',
    );
    await requested;
    assert.match(copied, /^Please review \*\*work\*\* \(1 file\)/);
  });

  it('says so where nothing is changed, and copies nothing', async () => {
    await vscode.env.clipboard.writeText('untouched');
    await run('aor.requestReview', { uri: fileIn('src/a.ts', 4).toString() });
    assert.equal(await vscode.env.clipboard.readText(), 'untouched');
  });
});
