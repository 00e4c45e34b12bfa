/** Says above each AOR of an ownership file how many files it has and who holds it; a click shows them. */
import { CodeLens, EventEmitter, languages, type TextDocument } from 'vscode';
import { aorLenses } from '../../core';
import { labelText } from '../../host/convert';
import { createBag, type Disposable } from '../../host/disposables';
import type { FeatureContext } from '../../host/featureContext';
import { guarded } from '../../host/guarded';

/** Registers the lines. */
export function registerAorLens({ store, ownershipFiles, settings, today, log }: FeatureContext): Disposable {
  const bag = createBag();
  const changed = bag.add(new EventEmitter<void>());
  bag.add(store.onDidChange(() => changed.fire()));
  bag.add(settings.onDidChange(({ affects }) => affects('codeLens.aors') && changed.fire()));
  bag.add(
    ownershipFiles.register((selector) =>
      languages.registerCodeLensProvider(selector, {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses: guarded(log, 'CodeLens of AORs', (document: TextDocument) => {
          if (!settings.get('codeLens.aors', document.uri)) return [];
          const written = ownershipFiles.of(document);
          const model = written?.repository.model?.file;
          if (written === undefined || model === undefined) return undefined;
          const { file, repository, rangeOf } = written;
          return aorLenses(file, model, repository.tree, today()).map(({ id, at, text }) => {
            const argument = { root: repository.base.toString(), aor: id };
            return new CodeLens(rangeOf({ file: file.path, ...at }), {
              command: 'aor.revealFile',
              title: labelText(text),
              tooltip: 'Reveal in Responsibilities',
              arguments: [argument],
            });
          });
        }),
      }),
    ),
  );
  return bag;
}
