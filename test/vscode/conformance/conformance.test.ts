import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { loadOwnership, type OwnershipFile } from '../../../src/core';
import { memorySource } from '../../unit/memorySource';
import { eventually, hoverOf } from '../asking';
import { isFound, unexpectedErrors, type OwnershipCase } from '../../ownershipCases';
import { laidOut } from './cases';

const fileIn = (folder: string, path: string): vscode.Uri =>
  vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, folder, path);

/** The card for a path, as plain text. The path need not exist: an unsaved document stands for it. */
async function cardFor(uri: vscode.Uri): Promise<string> {
  const exists = await vscode.workspace.fs.stat(uri).then(
    ({ type }) => type === vscode.FileType.File,
    () => false,
  );
  return plainText(await hoverOf(exists ? uri : uri.with({ scheme: 'untitled' })));
}

/** Links as their texts, without escapes and the marks of code and of strong text. */
const plainText = (markdown: string): string =>
  markdown
    .replace(/\]\((?:[^()\\]|\\.)*\)/g, '')
    .replace(/(^|[^\\])\[/g, '$1')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** Ids are shown as names and titles; core knows which. */
async function fileOf({ files, setting, opened, entry }: OwnershipCase): Promise<OwnershipFile> {
  const base = opened !== undefined && entry?.startsWith(`${opened}/`) === true ? opened : '';
  const ignored = (files['.gitignore'] ?? '').split('\n').filter((line) => line !== '');
  const loaded = await loadOwnership(memorySource(files, base, ignored), setting ?? null);
  assert.ok(loaded.kind === 'loaded');
  return loaded.file;
}

const decided = (lost: string): string =>
  lost === 'id' ? 'by the order of ids' : lost === 'priority' ? 'by priority' : `at ${lost}`;

/** Everything the card has to say of one answer. */
function saidOf(asked: OwnershipCase['ask'][number], theCase: OwnershipCase, file: OwnershipFile): string[] {
  const { state, aor, owner, glob, line, also = [], reviews = [], conditional = [] } = asked;
  const title = (id: string): string => file.aors.get(id)?.title ?? id;
  // A nested repository's file is not known here, and its texts show ids alike.
  const place = `${glob ?? ''}, ${asked.file?.replace(/^third\/lib\//, '') ?? theCase.entry?.replace(`${theCase.opened ?? '/'}/`, '') ?? ''}:${line ?? 0}`;
  return [
    ...(state === 'unowned' ? ['Unowned'] : state === 'exempt' ? ['Exempt', place] : [title(aor ?? ''), place]),
    ...(owner === undefined ? [] : [file.people.get(owner)?.name ?? owner]),
    ...(state === 'vacant' ? ['vacant'] : []),
    ...also.map((lost) => `${decided(lost.lost)} over ${title(lost.aor)}`),
    ...[...reviews, ...conditional].map((review) => title(review.aor)),
  ];
}

describe('ownership file conformance in the editor', function () {
  this.timeout(30_000);

  for (const { theCase, folder } of laidOut) {
    it(theCase.name, async () => {
      if (theCase.entry === null) {
        assert.ok(!/Decided by/.test(await cardFor(fileIn(folder, 'x'))));
        return;
      }
      if (theCase.ask.length > 0) {
        const file = await fileOf(theCase);
        for (const asked of theCase.ask) {
          const text = await cardFor(fileIn(folder, asked.path));
          for (const said of saidOf(asked, theCase, file))
            assert.ok(text.includes(said), `${asked.path}: no ${JSON.stringify(said)} in\n${text}`);
        }
      } else {
        // Whoever asks makes the file be read.
        await cardFor(fileIn(folder, 'x'));
      }
      await problemsAre(theCase, folder);
    });
  }
});

interface Found {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly isError: boolean;
}

function found(folder: string): Found[] {
  const root = `${fileIn(folder, '').path.replace(/\/$/, '')}/`;
  return vscode.languages.getDiagnostics().flatMap(([uri, diagnostics]) =>
    !uri.path.startsWith(root)
      ? []
      : diagnostics
          .filter(({ source }) => source === 'aor')
          .map(({ code, range, severity }) => ({
            code: typeof code === 'object' ? String(code.value) : String(code),
            file: uri.path.slice(root.length),
            line: range.start.line + 1,
            isError: severity === vscode.DiagnosticSeverity.Error,
          })),
  );
}

async function problemsAre(theCase: OwnershipCase, folder: string): Promise<void> {
  const expected = theCase.problems ?? [];
  const all = await eventually(
    () => found(folder),
    (problems) => expected.every((one) => isFound(problems, one)),
  );
  assert.deepEqual(unexpectedErrors(all, expected), []);
  for (const code of theCase.not ?? []) assert.ok(!all.some((one) => one.code === code), code);
}
