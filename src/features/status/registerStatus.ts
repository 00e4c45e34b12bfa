/** The status bar: whose the active file is. */
import { StatusBarAlignment, window } from 'vscode';
import { visible } from '../../core';
import { markdownCard } from '../../host/card';
import { labelText } from '../../host/convert';
import { createBag, type Disposable } from '../../host/disposables';
import type { FeatureContext } from '../../host/featureContext';
import { activeResource, onDidChangeActiveResource } from '../../host/resource';
import { statusText } from './statusText';

/** Right of the file's own entries (language, encoding), which have priorities about 100. */
const priority = 90;

/** Shows AOR and owner of the active document; a click opens what can be done about them. */
export function registerStatus({ store, settings, today, log }: FeatureContext): Disposable {
  const bag = createBag();
  const item = bag.add(window.createStatusBarItem('responsibility', StatusBarAlignment.Right, priority));
  item.name = 'Responsibility';
  item.command = 'aor.whoOwns';
  let asked = 0;

  async function update(): Promise<void> {
    const mine = ++asked;
    const uri = activeResource();
    if (uri === undefined || !settings.get('status.enabled', uri)) return item.hide();
    const answer = await store.answer(uri);
    // The user may be in another editor by now.
    if (mine !== asked) return;
    const hasOwnershipFile = store.repositories.some(({ state }) => state !== 'none');
    const now = today();
    const status = statusText(answer, hasOwnershipFile, now);
    if (status === undefined) return item.hide();
    item.text = `$(${status.icon}) ${labelText(status.text)}`;
    item.tooltip = markdownCard(answer, uri, now);
    item.accessibilityInformation = { label: visible(status.spoken), role: 'button' };
    item.show();
  }

  const updateSoon = (): void => {
    update().catch((error: unknown) => {
      log.error(`Status bar: ${String(error)}`);
    });
  };
  bag.add(onDidChangeActiveResource(updateSoon));
  bag.add(store.onDidChange(updateSoon));
  bag.add(settings.onDidChange(({ affects }) => affects('status.enabled') && updateSoon()));
  updateSoon();
  return bag;
}
