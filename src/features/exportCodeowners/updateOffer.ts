/** Offers to update an exported `CODEOWNERS` that no longer says what the ownership file says. */
import { window, workspace, type TextDocument } from 'vscode';
import { createBag, debounced, type Disposable } from '../../host/disposables';
import { errorText, UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { messageText } from '../../host/messageText';
import { keyOf, pathBelow, uriBelow } from '../../host/paths';
import type { Repository } from '../../host/store';
import { exportOptions, makeExport } from './making';
import type { ExportTarget } from './targets';
import { writeExport } from './writing';

/** Whoever saves often is not to wait for each export; the ownership file is read anew meanwhile. */
const debounceMs = 2000;

/** After an ownership file was saved, in trusted workspaces. Files written by hand are left alone. */
export function registerUpdateOffer(context: FeatureContext): Disposable {
  const { store, log } = context;
  const bag = createBag();
  const saved = new Set<string>();
  /** What was offered last for each file: once is enough. */
  const offered = new Map<string, string>();
  let running: AbortController | undefined;

  const look = bag.add(
    debounced(debounceMs, () => {
      running?.abort();
      const controller = new AbortController();
      running = controller;
      const repositories = store.repositories.filter(({ base }) => saved.has(keyOf(base)));
      lookAt(repositories, controller.signal).catch((error: unknown) => log.error(`Export: ${errorText(error)}`));
    }),
  );
  bag.add({ dispose: () => running?.abort() });
  bag.add(
    workspace.onDidSaveTextDocument((document) => {
      const base = workspace.isTrusted ? baseOf(document) : undefined;
      if (base === undefined) return;
      saved.add(base);
      look.schedule();
    }),
  );
  return bag;

  function baseOf({ uri }: TextDocument): string | undefined {
    const around = store.repositories.find(({ base, sources }) => {
      const path = pathBelow(base, uri);
      return path !== undefined && sources.some((source) => source.path === path);
    });
    return around === undefined ? undefined : keyOf(around.base);
  }

  async function lookAt(repositories: readonly Repository[], signal: AbortSignal): Promise<void> {
    for (const repository of repositories) {
      const { model, state, base } = repository;
      if (model === null || state !== 'ok' || model.file.codeowners !== null) continue;
      const { targets, host } = await exportOptions(repository);
      for (const target of targets.filter(({ isExported }) => isExported)) {
        const made = await makeExport(context, repository, model, target.dialect, host, signal);
        if (made === undefined) return;
        const { text } = made.proven.exported;
        const file = uriBelow(base, target.path);
        if (text === target.before || offered.get(keyOf(file)) === text) continue;
        offered.set(keyOf(file), text);
        // Not awaited: it may stay for hours.
        void offer(repository, target, text);
      }
      saved.delete(keyOf(base));
    }
  }

  async function offer({ base }: Repository, { path, before }: ExportTarget, text: string): Promise<void> {
    const update = 'Update';
    const message = `${path} no longer says what the ownership file says.`;
    if ((await window.showInformationMessage(message, update, 'Not now')) !== update) return;
    try {
      await writeExport(uriBelow(base, path), before, text);
    } catch (error) {
      void window.showInformationMessage(
        error instanceof UserError ? messageText(error.message) : `${path} could not be written.`,
      );
      log.error(`Export: ${errorText(error)}`);
    }
  }
}
