/** *Take over…* and *Hand over…* */
import { addPerson, handOver, together, vacancyReason, visible, type Aor, type EditingResult } from '../../core';
import type { OwnershipFile } from '../../core';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { readableRepository, type ReadableRepository } from '../../host/readableRepository';
import { activeResource } from '../../host/resource';
import { apply } from './apply';
import { askHow } from './askHow';
import { askedOf } from './asked';
import { dayNow, whoIAm } from './me';
import { aorWithId, pickAor, type AorChoice } from './pickAor';
import { namedPerson, pickPerson, type Chosen } from './pickPerson';

/** The user owns an AOR from today on. */
export async function takeOver(context: FeatureContext, argument: unknown): Promise<void> {
  const found = await readableRepository(context.store, argument);
  if (found === undefined) return;
  const me = await whoIAm(context, found);
  const mine = ({ owner }: Aor): boolean => owner?.id === me.id;
  const question = { title: 'Take over', placeHolder: `What does ${me.name} take over?` };
  const aor = await aorFor(context, found, argument, question, (one) => !mine(one));
  if (aor !== undefined) await hand(context, found, argument, aor, me, `Take over ${aor.title}`);
}

/** Somebody else owns an AOR from today on. */
export async function handOverTo(context: FeatureContext, argument: unknown): Promise<void> {
  const found = await readableRepository(context.store, argument);
  if (found === undefined) return;
  const question = { title: 'Hand over', placeHolder: 'What is handed over?' };
  const aor = await aorFor(context, found, argument, question, () => true);
  if (aor === undefined) return;
  const { owner } = askedOf(argument);
  const to = owner === undefined ? await askTo(context, found, aor) : namedPerson(found, owner);
  if (to === undefined) return;
  await hand(context, found, argument, aor, to, `Hand over ${aor.title} to ${to.name}`);
}

async function hand(
  context: FeatureContext,
  { repository, model }: ReadableRepository,
  argument: unknown,
  aor: Aor,
  to: Chosen,
  title: string,
): Promise<void> {
  if (to.kind === 'nobody') throw new UserError('An AOR is handed over to a person.');
  const day = dayNow(context);
  const edit = (file: OwnershipFile): EditingResult =>
    together(...(to.kind === 'added' ? [addPerson(file, to.person)] : []), handOver(file, aor.id, to.id, day));
  const made = edit(model.file);
  if (made.kind === 'refused') throw new UserError(visible(made.message));
  const action = `${to.name} owns ${aor.title} from ${day} on`;
  const how =
    askedOf(argument).how ??
    (await askHow({ title, action, sentences: consequences(model.file, aor, to), isWarning: false }));
  if (how !== undefined) await apply(context.store, { repository, edit, how, label: title });
}

function consequences(file: OwnershipFile, aor: Aor, to: Chosen): readonly string[] {
  const before = file.people.get(aor.owner?.id ?? '');
  return [
    before === undefined ? 'Nobody held it.' : `${before.name} is written among those who held it.`,
    ...(to.kind === 'added' ? [`${to.name} is added to the people, as ${to.id}.`] : []),
    ...(aor.backups.some(({ id }) => id === to.id) ? [`${to.name} is no backup any more.`] : []),
  ];
}

/** The AOR that is asked for, else the one picked: that of the file in front first, then what is vacant. */
async function aorFor(
  { store, today }: FeatureContext,
  found: ReadableRepository,
  argument: unknown,
  question: { readonly title: string; readonly placeHolder: string },
  isMeant: (aor: Aor) => boolean,
): Promise<Aor | undefined> {
  const { aor } = askedOf(argument);
  if (aor !== undefined) return aorWithId(found, aor);
  const uri = activeResource();
  const answer = uri === undefined ? undefined : await store.answer(uri);
  const front = answer?.kind === 'ownership' && 'aor' in answer.ownership ? answer.ownership.aor.id : null;
  const all = [...found.model.file.aors.values()].filter(isMeant);
  const others = all.filter(({ id }) => id !== front);
  const isVacant = (one: Aor): boolean => vacancyReason(found.model.file, one, today()) !== null;
  const choices: AorChoice[] = [
    ...all.filter(({ id }) => id === front).map((one) => ({ aor: one, group: 'Of the file in front' })),
    ...others.filter(isVacant).map((one) => ({ aor: one, group: 'Vacant' })),
    ...others.filter((one) => !isVacant(one)).map((one) => ({ aor: one, group: 'Held' })),
  ];
  if (choices.length === 0) throw new UserError('The ownership file has no AOR for that.');
  return pickAor(found, choices, question, today());
}

function askTo({ today }: FeatureContext, found: ReadableRepository, aor: Aor): Promise<Chosen | undefined> {
  const first = new Map<string, string>();
  const say = (id: string, what: string): unknown => first.has(id) || first.set(id, what);
  if (aor.handover !== null) say(aor.handover.to.id, 'agreed');
  for (const { id } of aor.backups) say(id, 'backup');
  for (const { id } of aor.learning) say(id, 'is learning it');
  const question = { title: `Hand over ${aor.title}`, placeHolder: 'Who owns it from now on?', first };
  return pickPerson(found, { ...question, not: aor.owner?.id ?? null, me: null, mayBeNobody: false }, today());
}
