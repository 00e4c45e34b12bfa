/** What the window is like, for the `when` and `enablement` of the manifest. */
import { commands, Uri, workspace } from 'vscode';
import { createBag, type Disposable } from '../../host/disposables';
import type { FeatureContext } from '../../host/featureContext';
import { activeResource, onDidChangeActiveResource } from '../../host/resource';
import { hasNone } from '../../host/missingFile';
import type { Answer } from '../../host/store';

/** Keeps the context keys `aor.is…` true to the active file and to the ownership files of the window. */
export function registerContextKeys({ store, log }: FeatureContext): Disposable {
  const bag = createBag();
  const set = new Map<string, boolean>();
  let asked = 0;

  async function put(key: string, value: boolean): Promise<void> {
    if (set.get(key) === value) return;
    set.set(key, value);
    await commands.executeCommand('setContext', key, value);
  }

  async function update(): Promise<void> {
    const mine = ++asked;
    const uri = activeResource();
    const answer = uri === undefined ? undefined : await store.answer(uri);
    const folders = await Promise.all(
      // Any name will do: what is asked is which ownership file answers in the folder.
      (workspace.workspaceFolders ?? []).map((folder) => store.answer(Uri.joinPath(folder.uri, 'aor.yaml'))),
    );
    if (mine !== asked) return;
    const state = answer?.kind === 'ownership' ? answer.ownership.state : undefined;
    await Promise.all([
      put('aor.isFileAnswered', isAnswered(answer)),
      put('aor.isFileRuled', state !== undefined && state !== 'unowned'),
      put('aor.isFileHeld', state !== undefined && state !== 'unowned' && state !== 'exempt'),
      put(
        'aor.isOwnershipFilePresent',
        store.repositories.some(({ entry }) => entry !== null),
      ),
      put('aor.isOwnershipFileMissing', folders.some(hasNone)),
      put(
        'aor.isCodeownersRead',
        store.repositories.some(({ model }) => model !== null && model.file.codeowners !== null),
      ),
    ]);
  }

  const updateSoon = (): void => {
    update().catch((error: unknown) => {
      log.error(`Context keys: ${String(error)}`);
    });
  };
  bag.add(onDidChangeActiveResource(updateSoon));
  bag.add(store.onDidChange(updateSoon));
  // Also where nothing was found, and so nothing changed.
  void store.ready.then(updateSoon);
  return bag;
}

const isAnswered = (answer: Answer | undefined): boolean =>
  answer?.kind === 'ownership' || answer?.kind === 'unreadable';
