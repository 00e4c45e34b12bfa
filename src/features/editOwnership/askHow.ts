/** The last question of every editing command: what it will do, to be done or looked at. */
import { window, type QuickPickItem } from 'vscode';
import { labelText } from '../../host/convert';
import type { How } from './asked';

export interface Proposal {
  /** In the title of the question. */
  readonly title: string;
  /** What is done, in the imperative. */
  readonly action: string;
  /** What comes of it, most important first. */
  readonly sentences: readonly string[];
  readonly isWarning: boolean;
}

interface Item extends QuickPickItem {
  readonly how?: How;
}

/** `undefined`: the user would rather not. */
export async function askHow({ title, action, sentences, isWarning }: Proposal): Promise<How | undefined> {
  const [first = '', ...more] = sentences;
  const items: Item[] = [
    { label: `$(${isWarning ? 'warning' : 'check'}) ${labelText(action)}`, detail: labelText(first), how: 'apply' },
    { label: '$(diff) Preview', detail: 'Each change, before any is made', how: 'preview' },
    // Rows of their own: the end of a long one is not seen. Choosing one asks again.
    ...more.map((sentence) => ({ label: `$(${isWarning ? 'warning' : 'info'}) ${labelText(sentence)}` })),
  ];
  const placeHolder = isWarning ? 'It would not do all that was meant' : 'Change the ownership file?';
  for (;;) {
    const picked = await window.showQuickPick(items, { title: labelText(title), placeHolder });
    if (picked === undefined || picked.how !== undefined) return picked?.how;
  }
}
