/** What a new AOR is asked for: a title and an owner. */
import { window } from 'vscode';
import type { FeatureContext } from '../../host/featureContext';
import type { ReadableRepository } from '../../host/readableRepository';
import { whoIAm } from './me';
import { pickPerson, type Chosen } from './pickPerson';

/** A title; `undefined`: the user would rather not. */
export const askTitle = (title: string, value: string): Thenable<string | undefined> =>
  window.showInputBox({
    title,
    value,
    prompt: 'What is the responsibility called?',
    validateInput: (typed) => (typed.trim() === '' ? 'An AOR needs a title.' : undefined),
  });

/** Its owner, the user first; `undefined`: the user would rather not. */
export async function askOwner(
  context: FeatureContext,
  found: ReadableRepository,
  title: string,
): Promise<Chosen | undefined> {
  // Nobody needs to be known for this.
  const me = await whoIAm(context, found).catch(() => undefined);
  const first = new Map(me === undefined ? [] : [[me.id, 'you']]);
  const question = { title: `Owner of ${title}`, placeHolder: 'Who owns it?', first, not: null, mayBeNobody: true };
  return pickPerson(found, { ...question, me: me?.kind === 'added' ? me.person : null }, context.today());
}
