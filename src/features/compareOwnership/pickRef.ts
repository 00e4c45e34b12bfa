/** Asks what to compare with. */
import { QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { labelText } from '../../host/convert';
import { branchPoint, readRefs, type NamedRef } from '../../node/refs';

/** What git is asked for, and how it is called. */
export interface ChosenRef {
  readonly ref: string;
  readonly title: string;
}

type RefItem = QuickPickItem & { readonly chosen?: ChosenRef };

/** A branch, a tag, where this branch began, or what is typed. `undefined`: nothing was chosen. Runs git. */
export async function pickRef(folder: string): Promise<ChosenRef | undefined> {
  const pick = window.createQuickPick<RefItem>();
  pick.title = 'Compare ownership with…';
  pick.placeholder = 'A branch, a tag, or any commit you type';
  pick.busy = true;
  pick.show();
  const chosen = new Promise<ChosenRef | undefined>((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.chosen);
      pick.hide();
    });
    pick.onDidHide(() => resolve(undefined));
  });
  const known: RefItem[] = [];
  const show = (): void => {
    const typed = pick.value.trim();
    const isNew = typed !== '' && !known.some(({ chosen: one }) => one?.ref === typed);
    pick.items = isNew ? [...known, typedItem(typed)] : known;
  };
  pick.onDidChangeValue(show);
  try {
    const [point, refs] = await Promise.all([branchPoint(folder), readRefs(folder)]);
    if (point !== null) {
      const title = `where this branch left ${point.from}`;
      known.push({
        label: `$(git-merge) Where this branch left ${labelText(point.from)}`,
        chosen: { ref: point.commit, title },
      });
    }
    let last = '';
    for (const { name, kind } of [...refs].sort((a, b) => order(a.kind) - order(b.kind))) {
      if (kind !== last) known.push({ label: headings[kind], kind: QuickPickItemKind.Separator });
      last = kind;
      known.push({ label: labelText(name), chosen: { ref: name, title: name } });
    }
    show();
    pick.busy = false;
    return await chosen;
  } finally {
    pick.dispose();
  }
}

const headings = { branch: 'Branches', 'remote branch': 'Branches of remotes', tag: 'Tags' } as const;

const order = (kind: NamedRef['kind']): number => Object.keys(headings).indexOf(kind);

const typedItem = (typed: string): RefItem => ({
  label: labelText(typed),
  description: 'as typed',
  alwaysShow: true,
  chosen: { ref: typed, title: typed },
});
