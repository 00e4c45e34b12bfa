/** What the user picks from: whose files, and which of them. */
import { QuickPickItemKind, ThemeIcon, Uri, window, type QuickPickItem } from 'vscode';
import { filesMatching, filesOfAreas, visible, type FileTree } from '../../core';
import { labelText } from '../../host/convert';
import { createBag } from '../../host/disposables';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { keyOf, uriBelow } from '../../host/paths';
import { inSlices } from '../../host/slices';
import type { Repository } from '../../host/store';
import { choicesOf, type Choice, type GlobFiles, type OwnedBy } from './choices';

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

/** Some files of a repository. */
export interface SomeFiles {
  readonly repository: Repository;
  /** Whose they are, or what they match: plain text, which may hold anything. */
  readonly name: string;
  readonly among: (tree: FileTree) => Generator<void, readonly string[]>;
}

/** The files that the areas of a choice have. */
export const filesOf = ({ repository, model, areas, name }: Choice): SomeFiles => ({
  ...{ repository, name },
  among: (tree) => filesOfAreas(model.index, tree, areas),
});

/** The files that a glob matches, where the argument names one; else `undefined`. */
export async function filesOfGlob({ store }: FeatureContext, argument: unknown): Promise<SomeFiles | undefined> {
  if (!isGlobFiles(argument)) return undefined;
  await store.ready;
  const key = keyOf(Uri.parse(argument.root));
  const repository = store.repositories.find(({ base }) => keyOf(base) === key);
  if (repository === undefined) throw new UserError('That ownership file is not open here any more.');
  const { glob, base } = argument;
  return { repository, name: glob, among: (tree) => filesMatching(glob, base, tree) };
}

const isGlobFiles = (argument: unknown): argument is GlobFiles =>
  typeof argument === 'object' &&
  argument !== null &&
  ['root', 'glob', 'base'].every((key) => typeof Reflect.get(argument, key) === 'string');

/** One of some files; `undefined` where the user would rather not. */
export function pickFile({ store, log }: FeatureContext, some: SomeFiles): Promise<Uri | undefined> {
  const { repository, name, among } = some;
  const bag = createBag();
  const ended = new AbortController();
  const pick = bag.add(window.createQuickPick<FileItem>());
  pick.title = `Files of ${visible(name)}`;
  pick.placeholder = 'Looking for files…';
  pick.matchOnDescription = true;
  pick.busy = true;

  const list = async (): Promise<void> => {
    const tree = await store.tree(repository);
    const files = await inSlices(among(tree), ended.signal);
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
