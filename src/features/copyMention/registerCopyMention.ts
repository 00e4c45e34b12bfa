/** Copies how to name the owner where the code is hosted. */
import { env, Uri, window } from 'vscode';
import { visible, type Aor, type MentionOf } from '../../core';
import type { Disposable } from '../../host/disposables';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { remoteHost } from '../../host/git';
import { keyOf } from '../../host/paths';
import { resourceOf } from '../../host/resource';
import type { Model, Store } from '../../host/store';
import { mentionOf, whoToMention } from './mention';

const messageMs = 4_000;

/** `aor.copyMention`, for an AOR, a file, or the active document. */
export function registerCopyMention({ store, commands, today }: FeatureContext): Disposable {
  return commands.register('aor.copyMention', async (argument) => {
    const { base, model, aor } = isMentionOf(argument) ? held(store, argument) : await heldBy(store, argument);
    const person = whoToMention(model.file, aor, today());
    if (person === null) throw new UserError(`${visible(aor.title)} is vacant and nobody can be asked instead.`);
    const mention = mentionOf(person, await remoteHost(base));
    await env.clipboard.writeText(mention);
    window.setStatusBarMessage(`Copied ${mention.replaceAll('$(', '\\$(')}`, messageMs);
  });
}

interface Held {
  readonly base: Uri;
  readonly model: Model;
  readonly aor: Aor;
}

const isMentionOf = (argument: unknown): argument is MentionOf =>
  typeof argument === 'object' &&
  argument !== null &&
  ['root', 'aor'].every((key) => typeof Reflect.get(argument, key) === 'string');

function held({ repositories }: Store, { root, aor: id }: MentionOf): Held {
  const key = keyOf(Uri.parse(root));
  const repository = repositories.find(({ base }) => keyOf(base) === key);
  const model = repository?.model;
  const aor = model?.file.aors.get(id);
  if (repository === undefined || model == null || aor === undefined)
    throw new UserError('The ownership file has no such AOR any more.');
  return { base: repository.base, model, aor };
}

async function heldBy(store: Store, argument: unknown): Promise<Held> {
  const uri = resourceOf(argument);
  const answer = uri === undefined ? undefined : await store.answer(uri);
  if (answer?.kind !== 'ownership' || !('aor' in answer.ownership))
    throw new UserError('Nobody owns this file, so there is nobody to mention.');
  return { base: answer.repository.base, model: answer.model, aor: answer.ownership.aor };
}
