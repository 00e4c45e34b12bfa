/** Texts that are shown and never saved. */
import { EventEmitter, Uri, workspace } from 'vscode';
import { createBag, type Disposable } from './disposables';

export interface ReadOnlyTexts extends Disposable {
  /** The address of a text by its name, which is its title; a text of the same name is replaced by it. */
  put(name: string, text: string): Uri;
}

/** Kept while they are open, under a scheme of their own. */
export function createReadOnlyTexts(scheme: string): ReadOnlyTexts {
  const bag = createBag();
  const texts = new Map<string, string>();
  const changed = bag.add(new EventEmitter<Uri>());
  bag.add(
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => texts.get(uri.path) ?? '',
    }),
  );
  bag.add(workspace.onDidCloseTextDocument(({ uri }) => uri.scheme === scheme && texts.delete(uri.path)));
  return {
    put(name, text) {
      const uri = Uri.from({ scheme, path: `/${name}` });
      texts.set(uri.path, text);
      changed.fire(uri);
      return uri;
    },
    dispose: () => bag.dispose(),
  };
}
