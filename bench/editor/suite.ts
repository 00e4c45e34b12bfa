/** The steps, run inside the extension host: VS Code calls `run()`. Writes what was measured as JSON. */
import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { measurement, until } from './measuring';
import type { Observed } from './observed';
import type { Measured } from './report';
import { edited, git, opened, shape } from './repository';

/** After each step, so that what it leaves to do counts for it. */
const restMs = 1_000;

/** Fulfilled when all steps are done; rejects where one is not in time. */
export async function run(): Promise<void> {
  const observed = await until(
    'activation',
    () => globalThis.aorObserved,
    ({ activatedAt }) => activatedAt > 0,
  );
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
  const measured: Measured[] = [];
  const { delay, busy, rows } = observed;

  async function timed(name: string, act: () => Promise<number>): Promise<void> {
    delay.reset();
    busy.length = 0;
    rows.length = 0;
    const startMs = performance.now();
    const endMs = await act();
    await sleep(restMs);
    measured.push(measurement(name, endMs - startMs, observed));
  }

  const status = await until(
    'the right status',
    () => observed.statusTexts.at(-1),
    ({ text }) => text.includes(opened.owner),
  );
  await sleep(restMs);
  measured.push(
    { name: 'reading the extension’s file', ms: observed.loadMs, delay: null },
    { name: 'activate returns', ms: observed.activateMs, delay: null },
    measurement('activate → first right status', status.at - observed.activatedAt, observed),
  );
  await timed('tree opened → all its rows', async () => {
    await vscode.commands.executeCommand('aor.responsibilities.focus');
    return unownedAre(observed, 1);
  });
  const [first] = rows;
  const last = rows.findLast(({ label }) => label === 'Unowned files');
  if (first !== undefined && last !== undefined)
    measured.push({ name: '  of which from its first row to its last', ms: last.at - first.at, delay: null });
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'aor.yaml'));
  await timed('glob edited and saved → counts right', async () => {
    await replace(document, edited.from, edited.to);
    return unownedAre(observed, 1 + shape.perArea);
  });
  await timed('glob edited back and saved → counts right', async () => {
    await replace(document, edited.to, edited.from);
    return unownedAre(observed, 1);
  });
  const hasGit = existsSync(vscode.Uri.joinPath(folder, '.git').fsPath);
  if (hasGit) await switchBranch();
  await timed('file created → counts right', async () => {
    writeFileSync(vscode.Uri.joinPath(folder, 'new.txt').fsPath, '');
    return unownedAre(observed, 2 + (hasGit ? shape.switched : 0));
  });
  writeFileSync(process.env['AOR_BENCH_RESULT'] ?? '', JSON.stringify(measured));

  async function switchBranch(): Promise<void> {
    let gitMs = 0;
    await timed('branch switched → counts right', async () => {
      const startMs = performance.now();
      await git(folder.fsPath, ['checkout', '--quiet', 'other']);
      gitMs = performance.now() - startMs;
      return unownedAre(observed, 1 + shape.switched);
    });
    measured.push({ name: '  of which git checkout', ms: gitMs, delay: null });
    await timed('  ten seconds after it', async () => {
      await sleep(10_000);
      return performance.now();
    });
  }
}

/** Waits until the tree says how many files nobody has; gives back when the editor was told. */
async function unownedAre({ rows }: Observed, count: number): Promise<number> {
  const row = await until(
    `${count} unowned files`,
    () => rows.findLast(({ label }) => label === 'Unowned files'),
    ({ description }) => description === count.toLocaleString('en'),
  );
  return row.at;
}

async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const start = document.getText().indexOf(from);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + from.length));
  edit.replace(document.uri, range, to);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}
