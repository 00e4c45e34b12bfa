/** *Add person…* */
import { addPerson, visible } from '../../core';
import type { FeatureContext } from '../../host/featureContext';
import { UserError } from '../../host/errors';
import { readableRepository } from '../../host/readableRepository';
import { apply } from './apply';
import { askHow } from './askHow';
import { askedOf } from './asked';
import { askNewPerson } from './newPerson';
import { namedPerson } from './pickPerson';

/** Somebody from git history, or as they are typed, among the people. */
export async function addPersonToFile({ store }: FeatureContext, argument: unknown): Promise<void> {
  const found = await readableRepository(store, argument);
  if (found === undefined) return;
  const { person: said, id, how: saidHow } = askedOf(argument);
  const named = said === undefined ? undefined : namedPerson(found, said);
  if (named !== undefined && named.kind !== 'added')
    throw new UserError(`${visible(named.name)} is among the people already.`);
  const person = named?.person ?? (await askNewPerson(found));
  if (person === undefined) return;
  const whole = id === undefined ? person : { ...person, id };
  const label = `Add ${whole.name}`;
  const reach = [...whole.emails, ...[...whole.handles].map(([forge, handle]) => `${handle} on ${forge}`)].join(', ');
  const how =
    saidHow ??
    (await askHow({ title: label, action: `Add ${whole.name} as ${whole.id}`, sentences: [reach], isWarning: false }));
  if (how === undefined) return;
  await apply(store, { repository: found.repository, edit: (file) => addPerson(file, whole), how, label });
}
