/** Proposes a first ownership file from git history, when asked to. */
import { proposeOwnership, writeDraft } from '../../core';
import { cancellable } from '../../host/cancellable';
import type { Disposable } from '../../host/disposables';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { mayRunGit } from '../../host/git';
import { repositoryWithoutFile } from '../../host/missingFile';
import { propose } from '../../host/proposal';
import { filesBeneath } from '../../node/diskSource';
import { defaultSince, readWorkHistory } from '../../node/workHistory';

const startEmpty = { title: 'Create ownership file', command: 'aor.createOwnershipFile' };

/** `aor.createFromHistory`: opens the proposal unsaved, as `aor.yaml` at the root of the work tree; writes nothing. */
export function registerCreateFromHistory({ store, commands }: FeatureContext): Disposable {
  return commands.register('aor.createFromHistory', async () => {
    const repository = await repositoryWithoutFile(store);
    if (repository === undefined) return;
    const { base } = repository;
    if (!mayRunGit(base)) throw new UserError('Git is run only in trusted folders on this machine.', startEmpty);
    const text = await cancellable('Reading who worked where', (signal, progress) => {
      let shown = 0;
      return proposal(base.fsPath, signal, (read, total) => {
        const percent = (100 * read) / Math.max(1, total);
        progress.report({ message: `${read} of ${total} commits`, increment: percent - shown });
        shown = percent;
      });
    });
    if (text === undefined) return;
    if (text === '') throw new UserError('Git has no commits by people here in the last three years.', startEmpty);
    await propose(base, text);
  });
}

/** The text; `''` where there is nothing to say. */
async function proposal(
  folder: string,
  signal: AbortSignal,
  onProgress: (read: number, total: number) => void,
): Promise<string> {
  const now = Date.now();
  const files = await filesBeneath(folder);
  const history = await readWorkHistory(folder, { files, now, since: defaultSince(now), onProgress, signal });
  if (history === null || history.done.commits === 0) return '';
  return writeDraft(proposeOwnership(files, history.done, now, history.hasLines));
}
