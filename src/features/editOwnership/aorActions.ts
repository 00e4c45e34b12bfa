/** What can be done with the AOR under the cursor in an ownership file. */
import { CodeAction, CodeActionKind, languages, type Range, type TextDocument } from 'vscode';
import { splitTrouble, visible, type Aor } from '../../core';
import type { Disposable } from '../../host/disposables';
import type { FeatureContext } from '../../host/featureContext';
import { guarded } from '../../host/guarded';

const kind = CodeActionKind.RefactorRewrite;

/** Registers *Take over*, *Hand over* and *Split* as refactorings. */
export function registerAorActions({ ownershipFiles, log }: FeatureContext): Disposable {
  return ownershipFiles.register((selector) =>
    languages.registerCodeActionsProvider(
      selector,
      {
        provideCodeActions: guarded(log, 'Actions of AORs', (document: TextDocument, range: Range) => {
          const written = ownershipFiles.of(document);
          const { model = null } = written?.repository ?? {};
          const source = model?.file.sources.find(({ path }) => path === written?.file.path);
          // What was typed since the last reading has other offsets.
          if (written === undefined || model === null || source?.text !== document.getText()) return undefined;
          const offset = document.offsetAt(range.start);
          const aor = [...model.file.aors.values()].find(
            ({ whole }) => whole.file === source.path && whole.start <= offset && offset < whole.end,
          );
          return aor === undefined ? [] : actionsFor(aor, written.repository.base.toString());
        }),
      },
      { providedCodeActionKinds: [kind] },
    ),
  );
}

function actionsFor(aor: Aor, root: string): CodeAction[] {
  const title = visible(aor.title);
  const actions: readonly (readonly [string, string])[] = [
    [`Take over ${title}…`, 'aor.takeOver'],
    [`Hand over ${title}…`, 'aor.handOver'],
    ...(splitTrouble(aor) === null ? [[`Split ${title} into a child AOR…`, 'aor.splitAor'] as const] : []),
  ];
  return actions.map(([name, command]) => {
    const action = new CodeAction(name, kind);
    action.command = { command, title: name, arguments: [{ root, aor: aor.id }] };
    return action;
  });
}
