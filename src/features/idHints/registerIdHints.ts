/** Says behind the ids in ownership files who and what they are, for those who switch it on. */
import { EventEmitter, InlayHint, languages, type Range, type TextDocument } from 'vscode';
import { inlayHints } from '../../core';
import { createBag, type Disposable } from '../../host/disposables';
import type { FeatureContext } from '../../host/featureContext';
import { guarded } from '../../host/guarded';

/** Registers the hints. */
export function registerIdHints({ store, ownershipFiles, settings, log }: FeatureContext): Disposable {
  const bag = createBag();
  const changed = bag.add(new EventEmitter<void>());
  bag.add(store.onDidChange(() => changed.fire()));
  bag.add(settings.onDidChange(({ affects }) => affects('inlayHints.enabled') && changed.fire()));
  bag.add(
    ownershipFiles.register((selector) =>
      languages.registerInlayHintsProvider(selector, {
        onDidChangeInlayHints: changed.event,
        provideInlayHints: guarded(log, 'Inlay hints', (document: TextDocument, shown: Range) => {
          if (!settings.get('inlayHints.enabled', document.uri)) return [];
          const written = ownershipFiles.of(document);
          if (written === undefined) return undefined;
          const range = { start: document.offsetAt(shown.start), end: document.offsetAt(shown.end) };
          return inlayHints(written.file, written.nameOf, range).map(({ offset, text }) => {
            const hint = new InlayHint(document.positionAt(offset), text);
            hint.paddingLeft = true;
            return hint;
          });
        }),
      }),
    ),
  );
  return bag;
}
