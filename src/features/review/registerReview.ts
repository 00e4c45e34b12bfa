/** The view *Review*: the change at hand, who should review it and why, and what to look at. */
import { EventEmitter, TreeItemCheckboxState, window, type QuickPickItem, type TreeDataProvider } from 'vscode';
import { createBag, type Disposable } from '../../host/disposables';
import { errorText } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { scopeText, stateText } from '../../host/review/stateText';
import type { ChangeScope } from '../../node/change/model';
import { itemOf } from './items';
import { branchKey, tickKey, type ReviewNode } from './nodes';
import { childNodes, topNodes, type SightOf } from './outline';
import { stillToAsk } from './requestRows';
import { createTicks } from './ticks';

const viewId = 'aor.review';

const scopes: readonly { readonly scope: ChangeScope; readonly label: string; readonly detail: string }[] = [
  { scope: 'branch', label: 'Branch', detail: 'Everything since the branch began, with what is not committed yet' },
  { scope: 'staged', label: 'Staged', detail: 'What the next commit would hold' },
  { scope: 'workingTree', label: 'Working tree', detail: 'Everything that is not committed' },
];

const scopeNamed = (value: unknown): ChangeScope | undefined => scopes.find(({ scope }) => scope === value)?.scope;

/** Shows the view and its commands. */
export function registerReview(context: FeatureContext): Disposable {
  const { changes, forgeRequests, git, commands, memory, today, log } = context;
  const bag = createBag();
  const changed = bag.add(new EventEmitter<undefined>());
  const ticks = createTicks(memory);
  const sightOf: SightOf = ({ repository }) => forgeRequests.of(repository.base);
  const provider: TreeDataProvider<ReviewNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => itemOf(node, { today: today(), ticks, git }),
    getChildren(node) {
      try {
        return [
          ...(node === undefined ? topNodes(changes.reviews, today(), sightOf) : childNodes(node, today(), sightOf)),
        ];
      } catch (error) {
        log.error(`Review: ${errorText(error)}`);
        return [];
      }
    },
  };
  const view = bag.add(
    window.createTreeView(viewId, {
      treeDataProvider: provider,
      manageCheckboxStateManually: true,
      showCollapseAll: true,
    }),
  );
  let isProgressShown = false;

  function refresh(): void {
    const { reviews, scope, isReading } = changes;
    const [only] = reviews;
    const isOne = reviews.length === 1;
    view.description = isOne ? scopeText(scope, only) : scopeText(scope);
    view.message = isOne && only !== undefined ? stateText(only) : '';
    const people = new Set(
      reviews.flatMap((review) => (review.kind === 'ready' ? stillToAsk(review, sightOf(review)) : [])),
    );
    view.badge = people.size === 0 ? undefined : { value: people.size, tooltip: peopleText(people.size) };
    changed.fire(undefined);
    if (isReading && !isProgressShown) showProgress();
  }

  function showProgress(): void {
    isProgressShown = true;
    const shown = window.withProgress({ location: { viewId } }, () => changes.whenSettled());
    // Never rejects: the work reports its own failures.
    void shown.then(() => (isProgressShown = false));
  }

  async function askScope(): Promise<ChangeScope | undefined> {
    const items: readonly (QuickPickItem & { readonly scope: ChangeScope })[] = scopes.map((one) => ({
      ...one,
      description: one.scope === changes.scope ? 'now' : '',
    }));
    return (await window.showQuickPick(items, { title: 'Review', placeHolder: 'Look at…', matchOnDetail: true }))
      ?.scope;
  }

  bag.add(changes.onDidChange(refresh));
  bag.add(forgeRequests.onDidChange(refresh));
  bag.add(
    view.onDidChangeCheckboxState(({ items }) => {
      const byBranch = new Map<string, [string, boolean][]>();
      for (const [node, state] of items) {
        if (node.kind !== 'tick') continue;
        const branch = branchKey(node.review);
        const put = byBranch.get(branch) ?? [];
        put.push([tickKey(node), state === TreeItemCheckboxState.Checked]);
        byBranch.set(branch, put);
      }
      const puts = [...byBranch].map(([branch, changes]) => ticks.put(branch, changes));
      Promise.all(puts).then(
        () => changed.fire(undefined),
        (error: unknown) => log.error(`Review: ${errorText(error)}`),
      );
    }),
  );
  bag.add(
    commands.register('aor.chooseReviewScope', async (argument) => {
      const scope = scopeNamed(argument) ?? (await askScope());
      if (scope !== undefined) await changes.setScope(scope);
    }),
  );
  bag.add(
    commands.register('aor.refreshReview', () => {
      changes.refresh();
      forgeRequests.refresh();
    }),
  );
  refresh();
  return bag;
}

const peopleText = (count: number): string => (count === 1 ? '1 person to ask' : `${count} people to ask`);
