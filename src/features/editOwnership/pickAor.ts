/** Which AOR is meant. */
import { QuickPickItemKind, ThemeIcon, window, type QuickPickItem } from 'vscode';
import { holderOf, holderSummary, type Aor, type Today } from '../../core';
import { labelText } from '../../host/convert';
import { UserError } from '../../host/errors';
import type { ReadableRepository } from '../../host/readableRepository';

/** An AOR to choose, and what is to be said of it besides owner and files. */
export interface AorChoice {
  readonly aor: Aor;
  readonly remark?: string;
  /** What it stands beneath; those with the same one follow each other. */
  readonly group?: string;
}

interface Item extends QuickPickItem {
  readonly aor?: Aor;
}

const icons = { area: 'layers', review: 'checklist', duty: 'briefcase' } as const;

/** `undefined`: the user would rather not. */
export async function pickAor(
  { repository, model }: ReadableRepository,
  choices: readonly AorChoice[],
  question: { readonly title: string; readonly placeHolder: string },
  today: Today,
): Promise<Aor | undefined> {
  const items: Item[] = choices.flatMap(({ aor, remark, group }, at) => {
    const { kind, title } = aor;
    const count = kind === 'area' ? (repository.tree?.filesOf.get(aor.id) ?? null) : null;
    const { owner } = holderOf(model.file, aor, today);
    const facts = [
      owner?.name ?? holderSummary(model.file, aor, today),
      ...(count === null ? [] : [`${count.toLocaleString('en')} ${count === 1 ? 'file' : 'files'}`]),
      ...(remark === undefined ? [] : [remark]),
    ];
    const head: Item[] =
      group !== undefined && group !== choices[at - 1]?.group
        ? [{ label: group, kind: QuickPickItemKind.Separator }]
        : [];
    const description = labelText(facts.join(' · '));
    return [...head, { label: labelText(title), description, iconPath: new ThemeIcon(icons[kind]), aor }];
  });
  const { title, placeHolder } = question;
  return (await window.showQuickPick(items, { title: labelText(title), placeHolder, matchOnDescription: true }))?.aor;
}

/** The AOR with an id. Throws `UserError` where there is none. */
export function aorWithId({ model }: ReadableRepository, id: string): Aor {
  const aor = model.file.aors.get(id);
  if (aor === undefined) throw new UserError('The ownership file has no such AOR any more.');
  return aor;
}
