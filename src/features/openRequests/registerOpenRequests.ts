/** The view *Open requests*: what waits for the user on the forge, and what touches their AORs. */
import { commands as editor, env, EventEmitter, Uri, window, workspace, type TreeDataProvider } from 'vscode';
import { safeTarget, visible, type Today } from '../../core';
import { createBag, debounced, type Disposable } from '../../host/disposables';
import { errorText, UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { createOpenRequests } from '../../host/forge/openRequests';
import { createMine } from '../../host/mine';
import { inSlices } from '../../host/slices';
import { itemOf, tooltipOf } from './items';
import type { OpenNode, ShownRepository } from './nodes';
import { childNodes, topNodes, waitingCount } from './outline';
import { stateText } from './stateText';

const viewId = 'aor.openRequests';

/** While somebody types into the ownership file, rows may wait. */
const restMs = 250;

/** Older than this is looked at again when somebody comes back to the window or the view. */
const freshMs = 5 * 60_000;

/** Shows the view and its commands. Nobody is asked anything before the view is seen. */
export function registerOpenRequests(context: FeatureContext): Disposable {
  const { store, accounts, settings, commands, today, log } = context;
  const bag = createBag();
  const changed = bag.add(new EventEmitter<undefined>());
  const mine = createMine(settings);
  const now = (): number => instantOf(today());
  const openRequests = bag.add(createOpenRequests({ store, accounts, settings, mine, now, log }));

  function shown(): readonly ShownRepository[] {
    return store.repositories
      .filter(({ state }) => state !== 'none')
      .map((repository) => ({
        ...{ repository, sight: openRequests.of(repository) },
        me: repository.model?.file.people.get(mine.in(repository) ?? '') ?? null,
      }));
  }

  let drawing = new AbortController();
  let drawn: readonly OpenNode[] = [];

  async function top(): Promise<readonly OpenNode[]> {
    // Many requests of many files take their time: what is out of date is not worked out to the end.
    drawing.abort();
    drawing = new AbortController();
    const all = shown();
    const nodes = await inSlices(topNodes(all, today()), drawing.signal);
    if (nodes === undefined) return drawn;
    drawn = nodes;
    const [only] = all;
    const { isLooking } = openRequests;
    const isReadable = only !== undefined && all.length === 1 && only.repository.model !== null;
    view.message = isReadable ? stateText(only.sight, { isLooking, isBare: nodes.length === 0 }) : '';
    return nodes;
  }

  const provider: TreeDataProvider<OpenNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => itemOf(node, { now: now(), isLooking: openRequests.isLooking }),
    async getChildren(node) {
      try {
        return [...(node === undefined ? await top() : childNodes(node))];
      } catch (error) {
        log.error(`Open requests: ${errorText(error)}`);
        return [];
      }
    },
    resolveTreeItem(item, node) {
      item.tooltip = tooltipOf(node, now());
      return item;
    },
  };
  const view = bag.add(window.createTreeView(viewId, { treeDataProvider: provider, showCollapseAll: true }));

  function refresh(): void {
    const all = shown();
    const [only] = all;
    const waiting = waitingCount(all);
    const isOne = all.length === 1 && only?.sight?.kind === 'seen';
    view.description = isOne ? visible(projectOf(only)) : '';
    view.badge = waiting === 0 ? undefined : { value: waiting, tooltip: waitingText(waiting) };
    changed.fire(undefined);
  }

  /** Shows progress; resolves when everything is looked at. */
  const look = (olderThanMs: number): Thenable<void> =>
    window.withProgress({ location: { viewId } }, () => openRequests.look(olderThanMs));
  const lookIfSeen = (olderThanMs: number): void => {
    // Never rejects: the work reports its own failures.
    if (view.visible) void look(olderThanMs);
  };
  /** Somebody else may be looking now, or at another place. */
  const lookAnew = (): void => {
    openRequests.forget();
    lookIfSeen(0);
  };

  const atRest = bag.add(
    debounced(restMs, () => {
      refresh();
      // Only where the file that came or changed makes the user somebody else.
      if (view.visible) void openRequests.look(Number.POSITIVE_INFINITY);
    }),
  );
  bag.add(store.onDidChange(atRest.schedule));
  bag.add(openRequests.onDidChange(refresh));
  bag.add(accounts.onDidChange(lookAnew));
  bag.add(workspace.onDidGrantWorkspaceTrust(lookAnew));
  bag.add(
    settings.onDidChange(({ affects }) => {
      if (affects('forges') || affects('forgeApis') || affects('me')) lookAnew();
    }),
  );
  bag.add(view.onDidChangeVisibility(() => lookIfSeen(freshMs)));
  bag.add(window.onDidChangeWindowState(({ focused }) => focused && lookIfSeen(freshMs)));
  bag.add(
    commands.register('aor.refreshOpenRequests', async () => {
      if (!view.visible) await editor.executeCommand(`${viewId}.focus`);
      await look(0);
    }),
  );
  bag.add(
    commands.register('aor.openRequestPage', async (argument) => {
      const page = pageOf(argument);
      await env.openExternal(Uri.parse(page, true));
    }),
  );
  bag.add(
    commands.register('aor.copyRequestLink', async (argument) => {
      const page = pageOf(argument);
      await env.clipboard.writeText(page);
    }),
  );
  bag.add({ dispose: () => drawing.abort() });
  refresh();
  lookIfSeen(freshMs);
  return bag;
}

const instantOf = (today: Today): number => ('instant' in today ? today.instant : Date.parse(today.day));

/** `acme/shop`, whose requests they are: of a fork the project it came from. */
const projectOf = ({ sight }: ShownRepository): string => (sight?.kind === 'seen' ? sight.remote.path : '');

const waitingText = (count: number): string =>
  count === 1 ? '1 open request waits for you' : `${count} open requests wait for you`;

/** The page of a row, or of whatever has a `url` that may be followed. */
function pageOf(argument: unknown): string {
  const isLinked = typeof argument === 'object' && argument !== null && 'url' in argument;
  const page = isLinked && typeof argument.url === 'string' ? safeTarget(argument.url, null) : null;
  if (page === null) throw new UserError('The forge gives no address of it that can be opened.');
  return page;
}
