/** Opens a changed file: what the change does to it, where git can show that. */
import type { Command } from 'vscode';
import type { ChangedFile } from '../../core';
import { uriBelow } from '../../host/paths';
import type { GitExtension } from '../../host/review/gitExtension';
import type { ReadyReview } from '../../host/review/review';

/** The command behind a row: a diff; the file alone where it is new or nothing is known to compare it with. */
export function openFile(
  { repository, change, scope }: ReadyReview,
  path: string,
  changed: ChangedFile | undefined,
  git: GitExtension,
): Command {
  const file = uriBelow(repository.base, changed?.path ?? path);
  const now = scope === 'staged' ? (git.uriAt(file, '') ?? file) : file;
  const open = (uri: typeof file): Command => ({ command: 'vscode.open', title: 'Open file', arguments: [uri] });
  if (changed === undefined || change.from === null) return open(now);
  const before = git.uriAt(uriBelow(repository.base, changed.from ?? changed.path), change.from);
  if (before === undefined || changed.kind === 'added') return open(now);
  if (changed.kind === 'deleted') return open(before);
  const title = `${changed.path.split('/').at(-1) ?? ''} (${change.from.slice(0, 8)} ↔ ${scope === 'staged' ? 'staged' : 'now'})`;
  return { command: 'vscode.diff', title: 'Open changes', arguments: [before, now, title] };
}
