/** The view *This file*: whose the file in front is, why, and what else applies. */
import { commands as editor, EventEmitter, window, type TreeView, type Uri } from 'vscode';
import { visible } from '../../core';
import { createBag, debounced, type Disposable } from '../../host/disposables';
import { errorText } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { activeResource, onDidChangeActiveResource } from '../../host/resource';
import { itemOf } from './items';
import type { Row } from './row';
import { thisFileRows } from './rows';

const viewId = 'aor.thisFile';

/** Between two tabs there is no file for a moment: only after this long is none in front. */
const emptyMs = 150;

/** Shows the view and keeps it to the active document. */
export function registerThisFile({ store, commands, today, log }: FeatureContext): Disposable {
  const bag = createBag();
  const changed = bag.add(new EventEmitter<undefined>());
  let rows: readonly Row[] = [];
  let shown = '';
  const view: TreeView<Row> = bag.add(
    window.createTreeView<Row>(viewId, {
      treeDataProvider: {
        onDidChangeTreeData: changed.event,
        getTreeItem: itemOf,
        getChildren: (row) => [...(row?.children ?? rows)],
        getParent: () => null,
      },
      showCollapseAll: true,
    }),
  );

  /** Draws what has changed and nothing else: the same rows again would only flicker. */
  function show(next: readonly Row[], name: string, message: string): void {
    const text = JSON.stringify([next, name, message]);
    if (text === shown) return;
    shown = text;
    rows = next;
    view.description = name;
    view.message = message;
    changed.fire(undefined);
  }

  function update(): void {
    try {
      const uri = activeResource();
      if (uri === undefined) return none.schedule();
      const answer = store.answerNow(uri);
      // What is shown stays until more is known; the store says when.
      if (answer === undefined) return;
      if (answer.kind === 'elsewhere') return show([], '', nobodys);
      const root = answer.repository.base.toString().replace(/\/$/, '');
      show(thisFileRows(answer, root, today()), visible(nameOf(uri)), '');
    } catch (error) {
      log.error(`This file: ${errorText(error)}`);
    }
  }

  const none = bag.add(
    debounced(emptyMs, () => {
      if (activeResource() === undefined) show([], '', nothingOpen);
    }),
  );
  // The buttons of the view, which are about the file: on its own a button hands over the row that is selected.
  bag.add(commands.register('aor.thisFile.whoOwns', async () => editor.executeCommand('aor.whoOwns')));
  bag.add(commands.register('aor.thisFile.openRule', async () => editor.executeCommand('aor.openRule')));
  bag.add(commands.register('aor.thisFile.copyMention', async () => editor.executeCommand('aor.copyMention')));
  bag.add(commands.register('aor.thisFile.revealFile', async () => editor.executeCommand('aor.revealFile')));
  bag.add(onDidChangeActiveResource(update));
  bag.add(store.onDidChange(update));
  update();
  return bag;
}

const nothingOpen = 'Open a file to see who is responsible for it.';
const nobodys = 'What is in front is nobody’s file: it lies outside of every folder that is open here.';

const nameOf = (uri: Uri): string => uri.path.split('/').at(-1) ?? '';
