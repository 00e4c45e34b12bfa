/** *Export CODEOWNERS…*: what a forge enforces, from the ownership file, with what it cannot say told before. */
import { commands as editor, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { exportReport } from '../../core';
import { cancellable } from '../../host/cancellable';
import { labelText } from '../../host/convert';
import { createBag, type Disposable } from '../../host/disposables';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { uriBelow } from '../../host/paths';
import { createReadOnlyTexts, type ReadOnlyTexts } from '../../host/readOnlyTexts';
import { readableRepository } from '../../host/readableRepository';
import type { Repository } from '../../host/store';
import { exportOptions, makeExport, type ExportOptions, type Made } from './making';
import { registerUpdateOffer } from './updateOffer';
import type { ExportTarget } from './targets';
import { writeExport } from './writing';

/** `aor.exportCodeowners`, and the offer to update what was exported. */
export function registerExportCodeowners(context: FeatureContext): Disposable {
  const bag = createBag();
  const texts = bag.add(createReadOnlyTexts('aor-export'));
  bag.add(
    context.commands.register('aor.exportCodeowners', async (argument) => {
      const found = await readableRepository(context.store, argument);
      if (found === undefined) return;
      const { repository, model } = found;
      const options = await exportOptions(repository);
      const target = await pickTarget(options);
      if (target === undefined) return;
      const made = await cancellable(`CODEOWNERS for ${target.dialect.name}`, (signal) =>
        makeExport(context, repository, model, target.dialect, options.host, signal),
      );
      if (made !== undefined) await confirm(repository, target, made, texts);
    }),
  );
  bag.add(registerUpdateOffer(context));
  return bag;
}

async function pickTarget({ targets }: ExportOptions): Promise<ExportTarget | undefined> {
  const items = targets.map((target) => {
    const { dialect, path, before, isExported } = target;
    const what = before === null ? 'new' : isExported ? 'exported before' : 'written by hand';
    return { label: dialect.name, description: `${path} · ${what}`, target };
  });
  const picked = await window.showQuickPick(items, { title: 'Export CODEOWNERS', placeHolder: 'For which host?' });
  return picked?.target;
}

type Act = QuickPickItem & { readonly act?: () => Promise<unknown> };

/** Tells what the format cannot say, and writes or shows what would be written. */
async function confirm(
  repository: Repository,
  target: ExportTarget,
  { proven, host }: Made,
  texts: ReadOnlyTexts,
): Promise<void> {
  const { dialect, path, before, isExported } = target;
  const { text } = proven.exported;
  if (before === text) throw new UserError(`${path} is up to date.`);
  const shown = uriBelow(repository.base, path);
  const verb = before === null ? 'Write' : isExported ? 'Update' : 'Replace';
  const preview = async (): Promise<void> => {
    const next = texts.put(`${dialect.name}/CODEOWNERS`, text);
    if (before === null) await window.showTextDocument(next, { preview: true });
    else await editor.executeCommand('vscode.diff', shown, next, `${path} ↔ export`);
  };
  const acts: readonly Act[] = [
    {
      label: `$(save) ${verb} ${path}`,
      ...(verb === 'Replace' ? { description: 'It was written by hand and is lost.' } : {}),
      act: () => writeExport(shown, before, text),
    },
    { label: before === null ? '$(open-preview) Show it first' : '$(diff) Show what would change', act: preview },
    { label: 'What was tried, and what cannot be said there', kind: QuickPickItemKind.Separator },
    ...exportReport(dialect, proven, host).map((line) => ({ label: labelText(line) })),
  ];
  // What cannot be undone is not what Enter does.
  const items = verb === 'Replace' ? [acts[1], acts[0], ...acts.slice(2)] : acts;
  const picked = await window.showQuickPick(
    items.filter((item) => item !== undefined),
    { title: `Export CODEOWNERS for ${dialect.name}`, placeHolder: 'Nothing is written before you choose it' },
  );
  await picked?.act?.();
}
