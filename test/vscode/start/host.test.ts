import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { hostVersions } from '../hosts/versions';

describe('the test host', () => {
  it('is the version the run asked for', function () {
    const asked = process.env['AOR_TEST_HOST'];
    if (asked === undefined) this.skip();
    assert.equal(vscode.version, hostVersions[asked === 'oldest' ? 'oldest' : 'newest'].vscode);
  });

  it('opens the workspace the scenario prepared, with its settings', () => {
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
    assert.equal(vscode.workspace.isTrusted, true);
    assert.equal(vscode.workspace.getConfiguration('editor').get('tabSize'), 3);
    assert.equal(vscode.workspace.getConfiguration('files').get('autoSave'), 'off');
  });

  it('finds files, which needs ripgrep', async () => {
    const found = await vscode.workspace.findFiles('**/*.txt');
    assert.deepEqual(
      found.map((uri) => uri.path.split('/').at(-1)),
      ['notes.txt'],
    );
  });

  it('carries the built-in extensions the product works with', () => {
    for (const id of ['vscode.git', 'vscode.typescript-language-features']) {
      assert.ok(vscode.extensions.getExtension(id), id);
    }
  });
});
