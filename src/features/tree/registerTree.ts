/** The view *Responsibilities*: every AOR, who holds it, and its files. */
import { commands as editor, EventEmitter, window, type TreeDataProvider, type TreeItem } from 'vscode';
import { aorCard, cardCommands, visible } from '../../core';
import { markdownOf } from '../../host/convert';
import { createBag, type Disposable } from '../../host/disposables';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { resourceOf } from '../../host/resource';
import type { Repository } from '../../host/store';
import { filesBeneath } from './folders';
import { itemOf } from './items';
import { createListing, type Listing } from './listing';
import { rootOf, type FilesNode, type Grouping, type TreeNode } from './nodes';
import { childNodes, fileCount, nodeOf, shownRepositories, topNodes, vacantNode, type Look } from './outline';

const viewId = 'aor.responsibilities';
const groupingKey = 'tree.groupBy';

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
  const look = (): Look => ({
    grouping: groupingOf(memory.get(groupingKey) ?? settings.get('tree.groupBy')),
    today: today(),
  });
  const view = bag.add(
    window.createTreeView(viewId, {
      treeDataProvider: provider(context, listing, look, changed),
      showCollapseAll: true,
    }),
  );

  function refresh(): void {
    listing.reset();
    view.message = messageOf(store.repositories);
    setKey('aor.isGroupedByPerson', look().grouping === 'person');
    changed.fire(undefined);
  }

  async function group(grouping: Grouping): Promise<void> {
    await memory.update(groupingKey, grouping);
    refresh();
  }

  async function reveal(node: TreeNode | undefined, otherwise: string): Promise<void> {
    if (node === undefined) throw new UserError(otherwise);
    await view.reveal(node, { select: true, focus: true, expand: true });
  }

  bag.add(store.onDidChange(refresh));
  bag.add(
    settings.onDidChange((change) => {
      if (change.affects('tree.groupBy')) refresh();
    }),
  );
  bag.add(commands.register('aor.groupByArea', () => group('area')));
  bag.add(commands.register('aor.groupByPerson', () => group('person')));
  bag.add(commands.register('aor.cancelListing', () => listing.reset()));
  bag.add(
    commands.register('aor.showVacant', async () => {
      await store.ready;
      await reveal(vacantNode(store.repositories, look()), 'Nothing is vacant.');
    }),
  );
  bag.add(
    commands.register('aor.revealFile', async (argument) => {
      const uri = resourceOf(argument);
      const answer = uri === undefined ? undefined : await store.answer(uri);
      if (answer?.kind !== 'ownership') throw new UserError('No ownership file answers for a file in front.');
      const { ownership, repository } = answer;
      const node = 'aor' in ownership ? nodeOf(store.repositories, repository, ownership.aor, look()) : undefined;
      await reveal(node, `${visible(ownership.path)} is ${ownership.state}: no AOR has it.`);
    }),
  );
  refresh();
  return bag;
}

function provider(
  { store, today, log }: FeatureContext,
  listing: Listing,
  look: () => Look,
  changed: EventEmitter<undefined>,
): TreeDataProvider<TreeNode> {
  return {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => itemOf(node, look()),
    getParent: (node) => node.parent,
    async getChildren(node) {
      try {
        if (node === undefined) return [...topNodes(store.repositories, look())];
        if (node.kind === 'files') return [...(await filesIn(node, listing))];
        return [...(node.kind === 'folder' ? filesBeneath(node, node.files) : childNodes(node, look()))];
      } catch (error) {
        log.error(`Responsibilities: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        return [];
      }
    },
    resolveTreeItem(item: TreeItem, node): TreeItem {
      const file = node.repository.model?.file;
      if (node.kind === 'aor' && file !== undefined) {
        const place = { root: rootOf(node.repository), today: today() };
        item.tooltip = markdownOf(aorCard(node.definition, file, place, fileCount(node)), cardCommands);
      }
      return item;
    },
  };
}

async function filesIn(node: FilesNode, listing: Listing): Promise<readonly TreeNode[]> {
  const files = await listing.filesOf(node.repository, node.definition);
  const { id, repository } = node;
  return files === undefined
    ? [{ kind: 'stopped', id: `${id}/stopped`, parent: node, repository }]
    : filesBeneath(node, files);
}

const groupingOf = (value: unknown): Grouping => (value === 'person' ? 'person' : 'area');

/** What the tree itself cannot say; empty where nothing is wrong. */
function messageOf(repositories: readonly Repository[]): string {
  const shown = shownRepositories(repositories);
  const hasErrors = shown.some(({ state }) => state === 'stale');
  if (hasErrors) return 'The ownership file has errors. This is what it said when it could last be read.';
  const isEmpty =
    shown.some(({ model }) => model !== null) && shown.every(({ model }) => (model?.file.aors.size ?? 0) === 0);
  return isEmpty ? 'The ownership file has no AORs yet.' : '';
}
