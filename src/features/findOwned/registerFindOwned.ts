/** Files by whose they are: goes to one, or searches in all of them. */
import { commands as editor, window, workspace } from 'vscode';
import { filePaths, filesOfAreas, visible } from '../../core';
import { cancellable } from '../../host/cancellable';
import { createBag, type Disposable } from '../../host/disposables';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { messageText } from '../../host/messageText';
import { gathered, inSlices } from '../../host/slices';
import type { Choice } from './choices';
import { filesOf, filesOfGlob, pickFile, pickOwner, type SomeFiles } from './pick';
import { searchOf, type Search } from './search';

/** `aor.goToOwnedFile` and `aor.findInOwnedFiles`. */
export function registerFindOwned(context: FeatureContext): Disposable {
  const { commands } = context;
  const bag = createBag();
  bag.add(
    commands.register('aor.goToOwnedFile', async (argument) => {
      const files = (await filesOfGlob(context, argument)) ?? (await filesOfOwner(context, argument));
      const uri = files === undefined ? undefined : await pickFile(context, files);
      if (uri !== undefined) await editor.executeCommand('vscode.open', uri);
    }),
  );
  bag.add(
    commands.register('aor.findInOwnedFiles', async (argument) => {
      const choice = await pickOwner(context, argument, 'Find in the files of…');
      const search = choice === undefined ? undefined : await prepared(context, choice);
      if (choice === undefined || search === undefined) return;
      const { filesToInclude, filesToExclude } = search;
      await editor.executeCommand('workbench.action.findInFiles', { query: '', filesToInclude, filesToExclude });
      const remark = remarkOn(search, visible(choice.name));
      // Not awaited: it may be read whenever there is time.
      if (remark !== undefined) void window.showInformationMessage(messageText(remark));
    }),
  );
  return bag;
}

async function filesOfOwner(context: FeatureContext, argument: unknown): Promise<SomeFiles | undefined> {
  const choice = await pickOwner(context, argument, 'Go to a file of…');
  return choice === undefined ? undefined : filesOf(choice);
}

/** What to search in, with progress; `undefined` where the user ended it. */
const prepared = ({ store }: FeatureContext, choice: Choice): Thenable<Search | undefined> =>
  cancellable(`Files of ${visible(choice.name)}`, async (signal) => {
    const { repository, model, areas } = choice;
    const tree = await store.tree(repository);
    const owned = await inSlices(filesOfAreas(model.index, tree, areas), signal);
    if (owned === undefined) return undefined;
    const all = await gathered(filePaths(tree));
    const search = searchOf(repository.base, workspace.workspaceFolders ?? [], all, new Set(owned));
    if (search.filesToInclude === '') throw new UserError(`${visible(choice.name)} has no file in an opened folder.`);
    return search;
  });

function remarkOn({ isRough, outside }: Search, name: string): string | undefined {
  const remarks = [
    ...(isRough
      ? [`The files of ${name} are scattered, so the search looks at all files of their folders, also those of others.`]
      : []),
    ...(outside > 0
      ? [`${outside.toLocaleString('en')} files of ${name} are outside of the opened folder and are not searched.`]
      : []),
  ];
  return remarks.length === 0 ? undefined : remarks.join(' ');
}
