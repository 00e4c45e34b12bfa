/** What the user is asked about the tree. */
import { window, type QuickPickItem } from 'vscode';
import type { TreeGrouping } from '../../host/settings';

/** How the tree can be grouped, in the order offered. */
export const groupings: readonly {
  readonly grouping: TreeGrouping;
  readonly label: string;
  readonly detail: string;
}[] = [
  { grouping: 'area', label: 'Area', detail: 'Areas beneath the areas they are part of, then reviews and duties' },
  { grouping: 'person', label: 'Person', detail: 'Everything somebody holds' },
  { grouping: 'team', label: 'Team', detail: 'Everything that is labelled with a team' },
  { grouping: 'kind', label: 'Kind', detail: 'Areas, reviews, duties' },
  { grouping: 'status', label: 'Status', detail: 'What is red, amber and green, with what needs attention' },
];

export const groupingOf = (value: unknown): TreeGrouping | undefined =>
  groupings.find(({ grouping }) => grouping === value)?.grouping;

/** Lets the user choose; `undefined` where they would rather not. */
export async function askGrouping(now: TreeGrouping): Promise<TreeGrouping | undefined> {
  const items: readonly (QuickPickItem & { readonly grouping: TreeGrouping })[] = groupings
    .map(({ grouping, label, detail }) => ({
      ...{ grouping, detail, label: `${grouping === now ? '$(check)' : '$(blank)'} ${label}` },
      description: grouping === now ? 'now' : '',
    }))
    .sort((a, b) => Number(b.grouping === now) - Number(a.grouping === now));
  return (await window.showQuickPick(items, { placeHolder: 'Group responsibilities by…', matchOnDetail: true }))
    ?.grouping;
}

/** A text to look for; empty: everything; `undefined` where the user would rather not. */
export const askFilter = (now: string): Thenable<string | undefined> =>
  window.showInputBox({
    title: 'Filter responsibilities',
    prompt: 'Shows only those with these words in their title, id, people or globs. Leave it empty to show all.',
    placeHolder: 'payments, Ana, services/…',
    value: now,
  });
