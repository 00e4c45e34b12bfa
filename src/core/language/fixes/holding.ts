/** Who holds an AOR: taking it over, from somebody who left or as was agreed, and confirming it. */
import { addItem, entryAt, removeItem, removeKey, setValue, type Edit } from '../../edits';
import type { Aor, Day, Person, Problem } from '../../model';
import { dayIn, hasLeft } from '../../people/days';
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

/** Takes an id out of a list of people, where it stands. */
const without =
  (path: readonly string[], id: string): Edit =>
  (source) => {
    const node = entryAt(source, path)?.entry.value ?? null;
    if (node === null) return [];
    if (node.kind !== 'list') return node.kind === 'scalar' && node.text === id ? removeKey(path)(source) : [];
    const index = node.items.findIndex(({ value }) => value?.kind === 'scalar' && value.text === id);
    if (index < 0) return [];
    return node.items.length === 1 ? removeKey(path)(source) : removeItem(path, index)(source);
  };

/** The new owner from today on. What was said of a vacancy or an agreement has come to its end. */
function takeOver(aor: Aor, owner: Person, day: Day): Edit[] {
  const at = (key: string): readonly string[] => ['aors', aor.id, key];
  return [
    setValue(at('owner'), owner.id),
    without(at('backup'), owner.id),
    setValue(at('since'), day),
    ...(aor.confirmed === null ? [] : [setValue(at('confirmed'), day)]),
    removeKey(at('vacant')),
    ...(aor.handover?.to.id === owner.id ? [removeKey(at('handover'))] : []),
  ];
}

/** The owner there was goes to `past`. */
const toPast = (aor: Aor, until: Day): Edit[] =>
  aor.owner === null
    ? []
    : [addItem(['aors', aor.id, 'past'], { owner: aor.owner.id, from: aor.since ?? undefined, until })];

/** `vacant`: the user takes it over. */
export const vacant: Fixer = (problem, context) => {
  const aor = aorAt(problem, context);
  const me = present(context.me, context);
  if (aor === undefined || me === undefined) return [];
  return [fixIn(problem.at.file, `Take over: ${me.name} owns it`, takeOver(aor, me, dayIn(context.today, null)))];
};

/** `owner-left`: the first backup who is there takes over, or the user does. */
export const ownerLeft: Fixer = (problem, context) => {
  const aor = aorAt(problem, context);
  const left = context.file.people.get(aor?.owner?.id ?? '')?.left ?? null;
  if (aor === undefined || left === null) return [];
  const backup = aor.backups.map(({ id }) => present(id, context)).find((person) => person !== undefined);
  const me = present(context.me, context);
  const day = dayIn(context.today, null);
  const edits = (person: Person): Edit[] => [...toPast(aor, left), ...takeOver(aor, person, day)];
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
  const edits = [...(aor.owner?.id === to.id ? [] : toPast(aor, day)), ...takeOver(aor, to, day)];
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
