/** What the user picks from: whose files, and which of them. */
import { QuickPickItemKind, ThemeIcon, Uri, window, type QuickPickItem } from 'vscode';
import { filesOfAreas } from '../../core';
import { labelText } from '../../host/convert';
import { createBag } from '../../host/disposables';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { keyOf, uriBelow } from '../../host/paths';
import { inSlices } from '../../host/slices';
import { choicesOf, type Choice, type OwnedBy } from './choices';

interface ChoiceItem extends QuickPickItem {
  readonly choice?: Choice;
}

interface FileItem extends QuickPickItem {
  readonly path: string;
}

const icons = { person: new ThemeIcon('account'), aor: new ThemeIcon('layers') };

/** Whose files: what the argument names, else what the user picks; `undefined` where they would rather not. */
export async function pickOwner(
  { store, today }: FeatureContext,
  argument: unknown,
  placeHolder: string,
): Promise<Choice | undefined> {
  await store.ready;
  const choices = choicesOf(store.repositories, today());
  if (isOwnedBy(argument)) return meant(choices, argument);
  if (choices.length === 0) throw new UserError('No area has any file yet.');
  const items = (kind: Choice['kind']): ChoiceItem[] =>
    choices.filter((choice) => choice.kind === kind).map((choice) => itemOf(choice));
  const all: ChoiceItem[] = [
    { label: 'People', kind: QuickPickItemKind.Separator },
    ...items('person'),
    { label: 'Areas', kind: QuickPickItemKind.Separator },
    ...items('aor'),
  ];
  return (await window.showQuickPick(all, { placeHolder, matchOnDescription: true, matchOnDetail: true }))?.choice;
}

function itemOf(choice: Choice): ChoiceItem {
  const { kind, name, detail, count } = choice;
  const files = count === null ? '' : ` · ${count.toLocaleString('en')} ${count === 1 ? 'file' : 'files'}`;
  return { label: labelText(name), description: labelText(detail) + files, iconPath: icons[kind], choice };
}

const isOwnedBy = (argument: unknown): argument is OwnedBy =>
  typeof argument === 'object' &&
  argument !== null &&
  typeof Reflect.get(argument, 'root') === 'string' &&
  ['aor', 'personId'].some((key) => typeof Reflect.get(argument, key) === 'string');

function meant(choices: readonly Choice[], { root, aor, personId }: OwnedBy): Choice {
  const [kind, id] = aor === undefined ? ['person', personId] : ['aor', aor];
  const key = keyOf(Uri.parse(root));
  const found = choices.find(
    (choice) => choice.kind === kind && choice.id === id && keyOf(choice.repository.base) === key,
  );
  if (found === undefined) throw new UserError('No file belongs to that: only areas have files.');
  return found;
}

/** One of the files of a choice; `undefined` where the user would rather not. */
export function pickFile({ store, log }: FeatureContext, choice: Choice): Promise<Uri | undefined> {
  const { repository, model, areas, name } = choice;
  const bag = createBag();
  const ended = new AbortController();
  const pick = bag.add(window.createQuickPick<FileItem>());
  pick.title = `Files of ${name}`;
  pick.placeholder = 'Looking for files…';
  pick.matchOnDescription = true;
  pick.busy = true;

  const list = async (): Promise<void> => {
    const tree = await store.tree(repository);
    const files = await inSlices(filesOfAreas(model.index, tree, areas), ended.signal);
    if (files === undefined) return;
    pick.items = files.map((path) => fileItem(path));
    pick.placeholder = files.length === 0 ? 'There are no such files' : `${files.length.toLocaleString('en')} files`;
  };

  return new Promise<Uri | undefined>((resolve) => {
    bag.add(
      pick.onDidAccept(() => {
        const [item] = pick.selectedItems;
        if (item === undefined) return;
        resolve(uriBelow(repository.base, item.path));
        pick.hide();
      }),
    );
    bag.add(
      pick.onDidHide(() => {
        resolve(undefined);
        ended.abort();
        bag.dispose();
      }),
    );
    pick.show();
    list()
      .catch((error: unknown) => {
        log.error(`Files of an owner: ${String(error)}`);
        pick.placeholder = error instanceof UserError ? error.message : 'The files could not be listed';
      })
      .finally(() => {
        pick.busy = false;
      });
  });
}

function fileItem(path: string): FileItem {
  const slash = path.lastIndexOf('/');
  return {
    label: labelText(path.slice(slash + 1)),
    description: labelText(path.slice(0, Math.max(0, slash))),
    path,
  };
}
