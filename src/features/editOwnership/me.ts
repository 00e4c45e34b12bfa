/** Who edits, and which day it is for them. */
import { dayIn, personOf } from '../../core';
import type { FeatureContext } from '../../host/featureContext';
import { ownIdentity } from '../../host/git';
import { createMine, unknownUser } from '../../host/mine';
import type { ReadableRepository } from '../../host/readableRepository';
import type { Chosen } from './pickPerson';

const timezone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The day it is for who edits. */
export const dayNow = ({ today }: FeatureContext): string => dayIn(today(), timezone);

/** The user among the people, or as git knows them. Throws `UserError` where nobody can say who they are. */
export async function whoIAm(
  { settings }: FeatureContext,
  found: ReadableRepository,
): Promise<Chosen & { id: string }> {
  const { repository, model } = found;
  const mine = createMine(settings);
  await mine.ask(repository);
  const id = mine.in(repository);
  const known = id === null ? undefined : model.file.people.get(id);
  if (known !== undefined) return { kind: 'person', id: known.id, name: known.name };
  // What the setting says and nobody is cannot be guessed from git.
  const isSaid = settings.get('me', repository.base).trim() !== '';
  const identity = isSaid ? undefined : await ownIdentity(repository.base);
  if (identity === undefined) throw await unknownUser(repository, settings);
  const person = personOf(model.file, identity);
  return { kind: 'added', id: person.id, name: person.name, person };
}
