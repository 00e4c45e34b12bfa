/** The steps of typing, run inside the extension host: VS Code calls `run()`. Writes what was measured as JSON. */
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { measurement, until } from './measuring';
import type { Measured } from './report';

/** A fast hand. */
const betweenKeysMs = 90;

/** After each step, so that what it leaves to do counts for it. */
const restMs = 1_000;

interface Typed {
  readonly name: string;
  readonly text: string;
  /** A kind of problem that is there at the end. */
  readonly problem: string;
}

/** Behind the owner of an AOR in the middle of the file; where a line ends the editor puts in the indentation. */
const steps: readonly Typed[] = [
  { name: 'a key and an id nobody has', text: '\nbackup: person-9999', problem: 'unknown-person' },
  { name: 'a list that is not closed', text: '\nbackup: [person-1, person-2', problem: 'syntax' },
  { name: 'a key without its colon', text: '\nback', problem: 'syntax' },
  { name: 'paths in a list that is not closed', text: '\nconsult: [src/web/', problem: 'syntax' },
];

/** Fulfilled when all steps are done; rejects where one is not in time. */
export async function run(): Promise<void> {
  const observed = await until(
    'activation',
    () => globalThis.aorObserved,
    ({ activatedAt }) => activatedAt > 0,
  );
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'aor.yaml'));
  const editor = await vscode.window.showTextDocument(document);
  const original = document.getText();
  await until(
    'problems',
    () => vscode.languages.getDiagnostics(document.uri),
    (found) => found.length > 0,
  );
  // The files are counted, all that belongs to the start is done.
  await sleep(8_000);
  const measured: Measured[] = [];
  let toldMs = 0;
  vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    // Nothing but typing changes them meanwhile, so the last time is that of the last key.
    if (uris.some((uri) => uri.toString() === document.uri.toString())) toldMs = performance.now();
  });
  const { delay, busy, completions } = observed;
  // The first round warms up and does not count.
  for (const round of [0, 1, 2]) for (const step of steps) await typed(step, round);
  writeFileSync(process.env['AOR_BENCH_RESULT'] ?? '', JSON.stringify(measured));

  async function typed({ name, text, problem }: Typed, round: number): Promise<void> {
    const place = original.indexOf('\n', original.indexOf('    owner: ', original.length * (0.2 + 0.15 * round)));
    const at = document.positionAt(place);
    editor.selection = new vscode.Selection(at, at);
    editor.revealRange(new vscode.Range(at, at));
    await sleep(restMs);
    delay.reset();
    busy.length = 0;
    completions.length = 0;
    let lastKeyMs = 0;
    for (const key of text) {
      await vscode.commands.executeCommand('type', { text: key });
      lastKeyMs = performance.now();
      await sleep(betweenKeysMs);
    }
    const line = at.line + 1;
    await until(
      'problems after the last key',
      () => toldMs,
      (told) => told > lastKeyMs,
    );
    await sleep(restMs);
    const found = vscode.languages.getDiagnostics(document.uri).filter(({ code }) => code === problem);
    if (!found.some(({ range }) => Math.abs(range.start.line - line) <= 1))
      throw new Error(
        `No ${problem} near line ${line + 1}: ${document.getText(new vscode.Range(line - 2, 0, line + 3, 0))}`,
      );
    if (round > 0) {
      measured.push(measurement(`${name}: last key → problems`, toldMs - lastKeyMs, observed));
      const sorted = [...completions].sort((a, b) => a - b);
      if (sorted.length > 0)
        measured.push({ name: `  slowest completion meanwhile`, ms: sorted.at(-1) ?? 0, delay: null });
    }
    await vscode.commands.executeCommand('hideSuggestWidget');
    const edit = new vscode.WorkspaceEdit();
    const end = document.lineAt(document.lineCount - 1).range.end;
    edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), original);
    await vscode.workspace.applyEdit(edit);
    await sleep(restMs);
  }
}
