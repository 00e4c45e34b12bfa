/** Who holds an AOR: taking it over, from somebody who left or as was agreed, and confirming it. */
import { setValue, type Edit } from '../../edits';
import type { Aor, Person, Problem } from '../../model';
import { dayIn, hasLeft } from '../../people/days';
import { newOwner } from '../editing/handOver';
import { fixIn, type FixContext, type Fixer } from './fix';

const aorAt = ({ at }: Problem, { file }: FixContext): Aor | undefined =>
  [...file.aors.values()].find(
    ({ whole }) => whole.file === at.file && whole.start <= at.start && at.start < whole.end,
  );

/** Somebody who can take a responsibility; `undefined`: nobody knows them, or they have left. */
function present(id: string | null, { file, today }: FixContext): Person | undefined {
  const person = file.people.get(id ?? '');
  return person === undefined || hasLeft(person, today) ? undefined : person;
}

/** `vacant`: the user takes it over. */
export const vacant: Fixer = (problem, context) => {
  const aor = aorAt(problem, context);
  const me = present(context.me, context);
  if (aor === undefined || me === undefined) return [];
  const day = dayIn(context.today, null);
  return [fixIn(problem.at.file, `Take over: ${me.name} owns it`, newOwner(aor, me.id, day, day))];
};

/** `owner-left`: the first backup who is there takes over, or the user does. */
export const ownerLeft: Fixer = (problem, context) => {
  const aor = aorAt(problem, context);
  const left = context.file.people.get(aor?.owner?.id ?? '')?.left ?? null;
  if (aor === undefined || left === null) return [];
  const backup = aor.backups.map(({ id }) => present(id, context)).find((person) => person !== undefined);
  const me = present(context.me, context);
  const day = dayIn(context.today, null);
  const edits = (person: Person): Edit[] => newOwner(aor, person.id, day, left);
  const { file } = problem.at;
  return [
    ...(backup === undefined
      ? []
      : [fixIn(file, `The backup takes over: ${backup.name} owns it`, edits(backup), { isPreferred: true })]),
    ...(me === undefined || me.id === backup?.id ? [] : [fixIn(file, `Take over: ${me.name} owns it`, edits(me))]),
  ];
};

/** `overdue-handover`: it is done today. */
export const overdueHandover: Fixer = (problem, context) => {
  const aor = aorAt(problem, context);
  const to = present(aor?.handover?.to.id ?? null, context);
  if (aor === undefined || to === undefined) return [];
  const day = dayIn(context.today, null);
  const edits = newOwner(aor, to.id, day, day);
  return [fixIn(problem.at.file, `Hand over now: ${to.name} owns it`, edits, { isPreferred: true })];
};

/** `stale`, `unconfirmed`: a day on which the owner looked at it. A promise of theirs, so no program makes it alone. */
export const confirm: Fixer = (problem, context) => {
  const aor = aorAt(problem, context);
  if (aor === undefined) return [];
  const day = dayIn(context.today, null);
  const edit = setValue(['aors', aor.id, 'confirmed'], day);
  return [fixIn(problem.at.file, `Confirm today: ${day}`, [edit], { isPreferred: true })];
};
