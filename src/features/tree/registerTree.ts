/** The view *Responsibilities*: every AOR, who holds it, and its files. */
import { commands as editor, EventEmitter, window, workspace } from 'vscode';
import { visible } from '../../core';
import { createBag, debounced, type Disposable } from '../../host/disposables';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { resourceOf } from '../../host/resource';
import type { TreeGrouping } from '../../host/settings';
import { arrangementOf, type Look } from './arrangement';
import { askFilter, askGrouping, groupingOf } from './asking';
import { createExpansion } from './expansion';
import { filterOf } from './filter';
import { createListing } from './listing';
import { headOf } from './head';
import { createMine, unknownUser } from '../../host/mine';
import type { Section, TreeNode } from './nodes';
import { filledSection, nodeOf, shownRepositories } from './outline';
import { treeProvider } from './provider';
import { foundAor, goneAor, wantedAor, type WantedAor } from './wanted';

const viewId = 'aor.responsibilities';
const groupingKey = 'tree.groupBy';
const filterKey = 'tree.filter';

/** While somebody types into a large ownership file, handing over all rows at every change would slow down the typing. */
const restMs = 250;

/** Shows the tree and its commands. */
export function registerTree(context: FeatureContext): Disposable {
  const { store, commands, memory, settings, today } = context;
  const bag = createBag();
  const changed = bag.add(new EventEmitter<undefined>());
  const setKey = (key: string, value: boolean): void => {
    // Resolves with nothing; a key that cannot be set only leaves a button out.
    void editor.executeCommand('setContext', key, value);
  };
  const listing = bag.add(createListing(store, viewId, (isRunning) => setKey('aor.isListingFiles', isRunning)));
  const expansion = bag.add(createExpansion(memory));
  const mine = createMine(settings);
  let look = lookNow();
  const parts = { listing, expansion, look: () => look, onDidChange: changed.event };
  const view = bag.add(
    window.createTreeView(viewId, { treeDataProvider: treeProvider(context, parts), showCollapseAll: true }),
  );

  function lookNow(): Look {
    const grouping = groupingOf(memory.get(groupingKey)) ?? groupingOf(settings.get('tree.groupBy')) ?? 'area';
    const text = memory.get<unknown>(filterKey);
    const filter = typeof text === 'string' ? filterOf(text) : null;
    const filterText = filter === null ? '' : String(text);
    return { grouping, today: today(), filter, filterText, me: mine.in };
  }

  function refresh(): void {
    listing.reset();
    look = lookNow();
    const { description, message } = headOf(store.repositories, look);
    view.description = description;
    view.message = message;
    setKey('aor.isTreeFiltered', look.filter !== null);
    changed.fire(undefined);
  }

  async function remember(key: string, value: string | undefined): Promise<void> {
    await memory.update(key, value);
    refresh();
  }

  async function askWhoIAm(): Promise<void> {
    await store.ready;
    await Promise.all(shownRepositories(store.repositories).map((repository) => mine.ask(repository)));
  }

  /** Shows and selects a node; what a filter hides is shown again. */
  async function reveal(find: () => TreeNode | undefined, otherwise: () => Promise<UserError> | UserError) {
    let node = find();
    if (node === undefined && look.filter !== null) {
      await remember(filterKey, undefined);
      node = find();
    }
    if (node === undefined) throw await otherwise();
    await view.reveal(node, { select: true, focus: true, expand: true });
  }

  const section = (name: Section) => () => filledSection(store.repositories, name, look);

  /** The node of an AOR where the filter lets it through. */
  const nodeFor = (wanted: WantedAor) => (): TreeNode | undefined => {
    const found = foundAor(store, wanted);
    const file = found?.repository.model?.file;
    if (found === undefined || file === undefined) return undefined;
    const isShown = look.filter === null || arrangementOf(file, look).all.includes(found.aor);
    return isShown ? nodeOf(store.repositories, found.repository, found.aor, look) : undefined;
  };

  const atRest = bag.add(debounced(restMs, refresh));
  bag.add(store.onDidChange(() => atRest.schedule()));
  bag.add(
    settings.onDidChange((change) => {
      if (change.affects('tree.groupBy') || change.affects('me')) refresh();
    }),
  );
  bag.add(view.onDidExpandElement(({ element }) => look.filter === null && expansion.put(element.id, true)));
  bag.add(view.onDidCollapseElement(({ element }) => look.filter === null && expansion.put(element.id, false)));
  const findMe = (): void => {
    // Never rejects, and nobody waits: the section comes once it is known what is in it.
    void askWhoIAm().then(refresh);
  };
  bag.add(view.onDidChangeVisibility(({ visible: isVisible }) => isVisible && findMe()));
  bag.add(workspace.onDidGrantWorkspaceTrust(findMe));
  bag.add(
    commands.register('aor.groupBy', async (argument) => {
      const grouping: TreeGrouping | undefined = groupingOf(argument) ?? (await askGrouping(look.grouping));
      if (grouping !== undefined) await remember(groupingKey, grouping);
    }),
  );
  bag.add(
    commands.register('aor.filterResponsibilities', async (argument) => {
      const text = typeof argument === 'string' ? argument : await askFilter(look.filterText);
      if (text !== undefined) await remember(filterKey, text.trim() === '' ? undefined : text.trim());
    }),
  );
  bag.add(commands.register('aor.clearFilter', () => remember(filterKey, undefined)));
  bag.add(commands.register('aor.cancelListing', () => listing.reset()));
  bag.add(commands.register('aor.listFiles', refresh));
  bag.add(
    commands.register('aor.showVacant', async () => {
      await store.ready;
      await reveal(section('vacant'), () => new UserError('Nothing is vacant.'));
    }),
  );
  bag.add(
    commands.register('aor.showMine', async () => {
      await askWhoIAm();
      refresh();
      await reveal(section('mine'), () => nothingMine());
    }),
  );
  bag.add(
    commands.register('aor.revealFile', async (argument) => {
      await reveal(nodeFor(await wantedAor(store, argument)), goneAor);
    }),
  );
  bag.add(
    commands.register('aor.revealInExplorer', async (argument) => {
      const uri = resourceOf(argument);
      if (uri !== undefined) await editor.executeCommand('revealInExplorer', uri);
    }),
  );
  refresh();
  if (view.visible) findMe();
  return bag;

  async function nothingMine(): Promise<UserError> {
    const shown = shownRepositories(store.repositories);
    for (const repository of shown) {
      const me = mine.in(repository);
      const name = me === null ? undefined : repository.model?.file.people.get(me)?.name;
      if (name !== undefined) return new UserError(`${visible(name)} holds nothing and backs nobody up.`);
    }
    return unknownUser(
      shown.find(({ model }) => model !== null),
      settings,
    );
  }
}
