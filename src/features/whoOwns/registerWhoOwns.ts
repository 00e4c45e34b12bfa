/** Answers "Who owns this file?" where it was asked: the palette, a context menu, the status bar. */
import { commands as editorCommands, QuickPickItemKind, window, type QuickPickItem, type Uri } from 'vscode';
import type { CommandLink } from '../../core';
import { cardOf } from '../../host/card';
import { labelText } from '../../host/convert';
import type { Disposable } from '../../host/disposables';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { resourceOf } from '../../host/resource';
import type { Answer } from '../../host/store';
import { whoOwnsActions, whoOwnsList } from './whoOwnsItems';

interface Item extends QuickPickItem {
  readonly link?: CommandLink | { readonly command: 'aor.revealFile'; readonly argument: Uri };
}

/** `aor.whoOwns`: the answer as a list to choose from. */
export function registerWhoOwns({ store, commands, today }: FeatureContext): Disposable {
  return commands.register('aor.whoOwns', async (argument) => {
    const uri = resourceOf(argument);
    const answer = uri === undefined ? undefined : await store.answer(uri);
    if (uri === undefined || answer === undefined || answer.kind === 'elsewhere')
      throw new UserError('No file of a workspace is in front, so there is nobody to name.');
    const now = today();
    const root = answer.repository.base.toString().replace(/\/$/, '');
    const { title, facts } = whoOwnsList(answer, root, now);
    const card = cardOf(answer, uri, now);
    const items: Item[] = [
      ...facts.map(({ icon, label, description, link }) => ({
        label: `$(${icon}) ${labelText(label)}`,
        description: labelText(description),
        link,
      })),
      { label: 'Actions', kind: QuickPickItemKind.Separator },
      ...(card === undefined ? [] : whoOwnsActions(card)).map(({ title: label, link }) => ({ label, link })),
      ...(isHeld(answer)
        ? [{ label: 'Reveal in Responsibilities', link: { command: 'aor.revealFile', argument: uri } as const }]
        : []),
    ];
    const placeHolder = uri.path.split('/').at(-1) ?? '';
    const picked = await window.showQuickPick(items, { title, placeHolder });
    if (picked?.link === undefined) return;
    const { command, argument: value } = picked.link;
    await editorCommands.executeCommand(command, ...(value === null ? [] : [value]));
  });
}

const isHeld = (answer: Answer): boolean => answer.kind === 'ownership' && 'aor' in answer.ownership;
