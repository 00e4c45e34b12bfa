/** Opens the ownership file, at the glob that decides or as a whole. */
import { Range, Uri, window, workspace } from 'vscode';
import { visible, type RulePlace, type Span } from '../../core';
import { labelText } from '../../host/convert';
import { createBag, type Disposable } from '../../host/disposables';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { keyOf, uriBelow } from '../../host/paths';
import { activeResource, resourceOf } from '../../host/resource';
import type { Answer, Store } from '../../host/store';

/** `aor.openRule` and `aor.openOwnershipFile`. */
export function registerOpenRule({ store, commands }: FeatureContext): Disposable {
  const bag = createBag();
  bag.add(
    commands.register('aor.openRule', async (argument) => {
      const { base, at } = isRulePlace(argument) ? placeOf(store, argument) : await placeFor(store, argument);
      await open(uriBelow(base, at.file), at);
    }),
  );
  bag.add(
    commands.register('aor.openOwnershipFile', async () => {
      const entry = await entryToOpen(store);
      if (entry !== undefined) await open(entry);
    }),
  );
  return bag;
}

const isRulePlace = (argument: unknown): argument is RulePlace =>
  typeof argument === 'object' &&
  argument !== null &&
  ['root', 'file'].every((key) => typeof Reflect.get(argument, key) === 'string') &&
  ['start', 'end'].every((key) => typeof Reflect.get(argument, key) === 'number');

interface Place {
  readonly base: Uri;
  readonly at: Span;
}

/** Only files the store read are opened, whoever wrote the link. */
function placeOf({ repositories }: Store, at: RulePlace): Place {
  const root = keyOf(Uri.parse(at.root));
  const repository = repositories.find(({ base }) => keyOf(base) === root);
  const isKnown = repository?.model?.file.sources.some(({ path }) => path === at.file) === true;
  if (repository === undefined || !isKnown) throw new UserError('That ownership file is not open here any more.');
  return { base: repository.base, at };
}

/** The rule that decides about a file. */
async function placeFor(store: Store, argument: unknown): Promise<Place> {
  const uri = resourceOf(argument);
  const answer = uri === undefined ? undefined : await store.answer(uri);
  if (answer?.kind === 'ownership' && 'rule' in answer.ownership)
    return { base: answer.repository.base, at: answer.ownership.rule.at };
  throw noRule(answer);
}

function noRule(answer: Answer | undefined): UserError {
  switch (answer?.kind) {
    case undefined:
    case 'elsewhere':
      return new UserError('No file of a workspace is in front, so there is no rule to open.');
    case 'no-file':
      return noOwnershipFile();
    case 'unreadable':
      return new UserError('The ownership file has errors and cannot be read.', {
        title: 'Open ownership file',
        command: 'aor.openOwnershipFile',
      });
    case 'ownership':
      return new UserError(`${visible(answer.ownership.path)} is unowned: no rule matches it.`, {
        title: 'Open ownership file',
        command: 'aor.openOwnershipFile',
      });
  }
}

const noOwnershipFile = (): UserError =>
  new UserError('There is no ownership file here yet.', {
    title: 'Create ownership file',
    command: 'aor.createOwnershipFile',
  });

/** The ownership file of the active document, else the window's only one, else the one the user picks. */
async function entryToOpen(store: Store): Promise<Uri | undefined> {
  const active = activeResource();
  const answer = active === undefined ? undefined : await store.answer(active);
  if (answer !== undefined && 'repository' in answer && answer.repository.entry !== null)
    return answer.repository.entry;
  await store.ready;
  const found = store.repositories.flatMap(({ entry }) => entry ?? []);
  if (found.length === 0) throw noOwnershipFile();
  if (found.length === 1) return found[0];
  const items = found.map((uri) => ({ label: labelText(workspace.asRelativePath(uri, true)), uri }));
  return (await window.showQuickPick(items, { placeHolder: 'Which ownership file?' }))?.uri;
}

async function open(uri: Uri, at?: Span): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  if (at === undefined) {
    await window.showTextDocument(document);
    return;
  }
  const selection = new Range(document.positionAt(at.start), document.positionAt(at.end));
  await window.showTextDocument(document, { selection });
}
