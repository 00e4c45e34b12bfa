/** *New AOR here…* */
import {
  addPerson,
  compileRules,
  newAor,
  proposedAor,
  reachOf,
  together,
  visible,
  type OwnershipFile,
} from '../../core';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { apply } from './apply';
import { askHow } from './askHow';
import { askedOf } from './asked';
import { askOwner, askTitle } from './asking';
import { effectIn } from './effects';
import { namedPerson } from './pickPerson';
import { targetsOf } from './targets';

/** An AOR of its own for the chosen files and folders; says before what it would change. */
export async function newAorHere(context: FeatureContext, argument: unknown, chosen: unknown): Promise<void> {
  const { store } = context;
  const found = await targetsOf(store, argument, chosen);
  const { targets, repository, model } = found;
  const asked = askedOf(argument);
  const proposed = proposedAor(model.file, targets);
  const title = asked.title ?? (await askTitle('New AOR', proposed.title));
  if (title === undefined) return;
  const owner = asked.owner === undefined ? await askOwner(context, found, title) : namedPerson(found, asked.owner);
  if (owner === undefined) return;
  const aor = { id: asked.id ?? proposed.id, title, owner: owner.id };
  const made = newAor(model.file, model.index, aor, targets);
  if (made.kind === 'refused') throw new UserError(visible(made.message));
  const label = `New AOR ${title}`;
  const how = asked.how ?? (await ask());
  if (how === undefined) return;
  const edit = (file: OwnershipFile) =>
    together(
      ...(owner.kind === 'added' ? [addPerson(file, owner.person)] : []),
      newAor(file, compileRules(file), aor, targets),
    );
  await apply(store, { repository, edit, how, label });

  async function ask() {
    if (made.kind === 'refused' || owner === undefined) return undefined;
    const effect = await effectIn(store, found, made, reachOf(targets));
    const action = `Add ${title} (${aor.id}), owner ${owner.name}`;
    return effect === undefined ? undefined : askHow({ title: label, action, ...effect });
  }
}
