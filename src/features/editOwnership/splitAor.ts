/** *Split into a child AOR…* */
import { QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import {
  addPerson,
  filesOfAreas,
  foldersToSplit,
  proposedChild,
  reachOf,
  reachOfGlobs,
  splitAor,
  splitTrouble,
  together,
  visible,
  type Aor,
  type OwnershipFile,
  type SplitPart,
} from '../../core';
import { cancellable } from '../../host/cancellable';
import { labelText } from '../../host/convert';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { readableRepository, type ReadableRepository } from '../../host/readableRepository';
import { inSlices } from '../../host/slices';
import { apply } from './apply';
import { askHow } from './askHow';
import { askedOf, type Asked } from './asked';
import { askOwner, askTitle } from './asking';
import { effectIn } from './effects';
import { aorWithId, pickAor } from './pickAor';
import { namedPerson } from './pickPerson';

/** Some globs of an AOR, or one of its folders, become an AOR beneath it. */
export async function splitIntoChild(context: FeatureContext, argument: unknown): Promise<void> {
  const { store } = context;
  const found = await readableRepository(store, argument);
  if (found === undefined) return;
  const { repository, model } = found;
  const asked = askedOf(argument);
  const aor = asked.aor === undefined ? await pickSplit(context, found) : aorWithId(found, asked.aor);
  if (aor === undefined) return;
  const trouble = splitTrouble(aor);
  if (trouble !== null) throw new UserError(visible(trouble));
  const part = partOf(asked) ?? (await pickPart(context, found, aor));
  if (part === undefined) return;
  const proposed = proposedChild(model.file, aor, part);
  const title = asked.title ?? (await askTitle(`Split ${visible(aor.title)}`, proposed.title));
  if (title === undefined) return;
  const owner = asked.owner === undefined ? await askOwner(context, found, title) : namedPerson(found, asked.owner);
  if (owner === undefined) return;
  const child = { id: asked.id ?? proposed.id, title, owner: owner.id };
  const made = splitAor(model.file, aor.id, part, child);
  if (made.kind === 'refused') throw new UserError(visible(made.message));
  const label = `Split ${title} from ${aor.title}`;
  const how = asked.how ?? (await ask());
  if (how === undefined) return;
  const edit = (file: OwnershipFile) =>
    together(...(owner.kind === 'added' ? [addPerson(file, owner.person)] : []), splitAor(file, aor.id, part, child));
  await apply(store, { repository, edit, how, label });

  async function ask() {
    if (made.kind === 'refused' || owner === undefined || part === undefined) return undefined;
    const reach =
      part.kind === 'globs' ? reachOfGlobs(made.aor.paths) : reachOf([{ path: part.folder, isFolder: true }]);
    const effect = await effectIn(store, found as ReadableRepository, made, reach);
    const action = `Add ${title} (${child.id}), owner ${owner.name}`;
    return effect === undefined ? undefined : askHow({ title: label, action, ...effect });
  }
}

function partOf({ globs, folder }: Asked): SplitPart | undefined {
  if (folder !== undefined) return { kind: 'folder', folder };
  return globs === undefined ? undefined : { kind: 'globs', globs };
}

function pickSplit({ today }: FeatureContext, found: ReadableRepository): Promise<Aor | undefined> {
  const able = [...found.model.file.aors.values()].filter((aor) => splitTrouble(aor) === null);
  if (able.length === 0) throw new UserError('No area of the ownership file has paths to split.');
  const choices = able.map((aor) => ({ aor }));
  return pickAor(found, choices, { title: 'Split into a child AOR', placeHolder: 'Which area is split?' }, today());
}

interface PartItem extends QuickPickItem {
  readonly folder?: string;
}

async function pickPart(
  { store }: FeatureContext,
  { repository, model }: ReadableRepository,
  aor: Aor,
): Promise<SplitPart | undefined> {
  const files = await cancellable(`Files of ${visible(aor.title)}`, async (signal) => {
    const tree = await store.tree(repository).catch(() => null);
    return tree === null ? [] : inSlices(filesOfAreas(model.index, tree, new Set([aor.id])), signal);
  });
  if (files === undefined) return undefined;
  const globs = aor.paths.filter(({ glob }) => !glob.exclude);
  const named = new Set(globs.map(({ glob }) => glob.text.replace(/^\/|\/$|\/\*\*$/g, '')));
  const folders = foldersToSplit(files).filter(({ path }) => !named.has(path));
  const some = { label: '$(list-selection) Some of its globs…', description: `${globs.length}` };
  const items: PartItem[] = [
    some,
    ...(folders.length === 0 ? [] : [{ label: 'A folder', kind: QuickPickItemKind.Separator }]),
    ...folders.map(({ path, files: count }) => ({
      label: `$(folder) ${labelText(path)}`,
      description: `${count.toLocaleString('en')} ${count === 1 ? 'file' : 'files'}`,
      folder: path,
    })),
  ];
  const title = `Split ${labelText(aor.title)}`;
  const picked = await window.showQuickPick(items, { title, placeHolder: 'What goes to the child AOR?' });
  if (picked === undefined) return undefined;
  if (picked.folder !== undefined) return { kind: 'folder', folder: picked.folder };
  const rows = globs.map(({ glob }) => ({ label: labelText(glob.text), text: glob.text }));
  const chosen = await window.showQuickPick(rows, {
    title,
    placeHolder: 'Which globs go to the child?',
    canPickMany: true,
  });
  return chosen === undefined || chosen.length === 0
    ? undefined
    : { kind: 'globs', globs: chosen.map(({ text }) => text) };
}
