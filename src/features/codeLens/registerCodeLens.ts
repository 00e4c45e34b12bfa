/** Says above the first line of a file whose it is, for those who switch it on. */
import { CodeLens, EventEmitter, languages, Range, type Uri } from 'vscode';
import { labelText } from '../../host/convert';
import { createBag, type Disposable } from '../../host/disposables';
import { errorText } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { lensTitle } from './lensTitle';

/** Where files are edited. */
const schemes = ['file', 'vscode-remote', 'vscode-vfs', 'untitled', 'memfs', 'vscode-test-web'];

const firstLine = new Range(0, 0, 0, 0);

/** Registers the line; a click answers *Who owns this file*, or leads to a review. */
export function registerCodeLens({ store, settings, today, log }: FeatureContext): Disposable {
  const bag = createBag();
  const changed = bag.add(new EventEmitter<void>());
  bag.add(store.onDidChange(() => changed.fire()));
  bag.add(settings.onDidChange(({ affects }) => affects('codeLens.enabled') && changed.fire()));
  bag.add(
    languages.registerCodeLensProvider(
      schemes.map((scheme) => ({ scheme })),
      {
        onDidChangeCodeLenses: changed.event,
        async provideCodeLenses({ uri }) {
          try {
            return settings.get('codeLens.enabled', uri) ? await lensesOf(uri) : [];
          } catch (error) {
            log.error(`CodeLens: ${errorText(error)}`);
            return [];
          }
        },
      },
    ),
  );
  return bag;

  async function lensesOf(uri: Uri): Promise<CodeLens[]> {
    const answer = await store.answer(uri);
    const title = lensTitle(answer, today());
    if (title === undefined) return [];
    const lens = (command: string, label: string, tooltip: string): CodeLens =>
      new CodeLens(firstLine, { command, title: label, tooltip, arguments: [{ uri: uri.toString() }] });
    const isHeld = answer.kind === 'ownership' && 'aor' in answer.ownership;
    return [
      lens('aor.whoOwns', labelText(title), 'Who owns this file'),
      ...(isHeld ? [lens('aor.requestReview', 'Request review', 'Ask for the review of the change at hand')] : []),
    ];
  }
}
