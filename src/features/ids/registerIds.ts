/** In ownership files: from an id to where it is defined and mentioned, and a new id everywhere; from a glob to a file in its folder. */
import {
  FileType,
  languages,
  Location,
  Range,
  workspace,
  WorkspaceEdit,
  type LocationLink,
  type Position,
  type TextDocument,
  type Uri,
} from 'vscode';
import {
  definitionAt,
  fileMatching,
  referencesAt,
  renameAt,
  renameTo,
  visible,
  type DefinitionTarget,
} from '../../core';
import { createBag, type Disposable } from '../../host/disposables';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { guarded } from '../../host/guarded';
import type { WrittenDocument } from '../../host/ownershipFiles';
import { inSlices } from '../../host/slices';
import type { Store } from '../../host/store';

interface Place {
  readonly written: WrittenDocument;
  readonly offset: number;
}

/** Registers definition, references and rename. */
export function registerIds({ store, ownershipFiles, log }: FeatureContext): Disposable {
  /** Asked for by hand, so what was typed right before counts: which files are included, too. */
  async function placeIn(document: TextDocument, position: Position): Promise<Place | undefined> {
    await store.answer(document.uri);
    const written = ownershipFiles.of(document);
    return written === undefined ? undefined : { written, offset: document.offsetAt(position) };
  }

  return ownershipFiles.register((selector) => {
    const bag = createBag();
    bag.add(
      languages.registerDefinitionProvider(selector, {
        provideDefinition: guarded(log, 'Definition', async (document: TextDocument, position: Position) => {
          const place = await placeIn(document, position);
          return place === undefined ? undefined : definitionLinks(store, place);
        }),
      }),
    );
    bag.add(
      languages.registerReferenceProvider(selector, {
        provideReferences: guarded(
          log,
          'References',
          async (
            document: TextDocument,
            position: Position,
            { includeDeclaration }: { includeDeclaration: boolean },
          ) => {
            const place = await placeIn(document, position);
            if (place === undefined) return undefined;
            const { files, file, uriOf, rangeOf } = place.written;
            const found = referencesAt(files, file, place.offset, includeDeclaration);
            return found.map((at) => new Location(uriOf(at.file), rangeOf(at)));
          },
        ),
      }),
    );
    bag.add(
      languages.registerRenameProvider(selector, {
        // The editor shows what is refused here as it is written; that is how it wants to be told.
        prepareRename: guarded(log, 'Rename', async (document: TextDocument, position: Position) => {
          const place = await placeIn(document, position);
          if (place === undefined) return undefined;
          const { files, file, rangeOf } = place.written;
          const found = renameAt(files, file, place.offset);
          if (found.kind === 'refused') throw new UserError(visible(found.message));
          return { range: rangeOf(found.id.at), placeholder: found.id.id };
        }),
        provideRenameEdits: guarded(
          log,
          'Rename',
          async (document: TextDocument, position: Position, newId: string) => {
            const place = await placeIn(document, position);
            if (place === undefined) return undefined;
            const { files, file, uriOf, rangeOf } = place.written;
            const renamed = renameTo(files, file, place.offset, newId);
            if (renamed.kind === 'refused') throw new UserError(visible(renamed.message));
            const edit = new WorkspaceEdit();
            for (const { at, text } of renamed.edits) edit.replace(uriOf(at.file), rangeOf(at), text);
            return edit;
          },
        ),
      }),
    );
    return bag;
  });
}

async function definitionLinks(store: Store, { written, offset }: Place): Promise<LocationLink[] | undefined> {
  const { files, file, rangeOf } = written;
  const found = definitionAt(files, file, offset);
  if (found === null) return undefined;
  const originSelectionRange = rangeOf({ file: file.path, ...found.from });
  const targets = await Promise.all(found.targets.map((target) => targetOf(store, target, written)));
  return targets.flatMap((target) => (target === undefined ? [] : [{ originSelectionRange, ...target }]));
}

async function targetOf(
  store: Store,
  target: DefinitionTarget,
  { repository, uriOf, rangeOf }: WrittenDocument,
): Promise<Omit<LocationLink, 'originSelectionRange'> | undefined> {
  if (target.kind === 'key') {
    const targetRange = rangeOf(target.whole);
    return { targetUri: uriOf(target.at.file), targetRange, targetSelectionRange: rangeOf(target.at) };
  }
  const atStart = (path: string) => ({ targetUri: uriOf(path), targetRange: new Range(0, 0, 0, 0) });
  const type = await typeOf(uriOf(target.path));
  if (type === undefined || target.kind === 'path' || (type & FileType.Directory) === 0)
    return type === undefined ? undefined : atStart(target.path);
  // The editor shows an error in place of a folder: the first file in it is shown, and with it, in the Explorer, the folder.
  const { glob, base, path } = target;
  const file = await inSlices(fileMatching(glob, base, await store.tree(repository), path));
  return file === null ? undefined : atStart(file);
}

const typeOf = (uri: Uri): Thenable<FileType | undefined> =>
  workspace.fs.stat(uri).then(
    ({ type }) => type,
    () => undefined,
  );
