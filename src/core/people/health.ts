/** How responsibilities are doing: the problems that a manager cares for and that depend on the day. */
import { withSeverities } from '../file/policy';
import { defaultSeverities } from '../model';
import type { Aor, OwnershipFile, Person, Problem, ProblemCode, Ref, Span, Today } from '../model';
import { dayIn, daysBetween } from './days';
import { holderOf } from './holder';

const problem = (code: ProblemCode, at: Span, message: string): Problem => ({
  code,
  severity: defaultSeverities[code],
  message,
  at,
  related: [],
});

/**
 * The problems of people and responsibilities that depend on the day: `owner-left`, `vacant`, `no-backup`, `stale`,
 * `unconfirmed`, `overdue-handover`, and `unused-person`. Severities as the file's policy asks for, or another one.
 */
export function healthProblems(file: OwnershipFile, today: Today, policy = file.review): Problem[] {
  // Nobody promised anything by standing on a line.
  if (file.codeowners !== null) return [];
  const aors = [...file.aors.values()];
  const problems = [
    ...aors.flatMap((aor) => [...holding(file, aor, today), ...overdueHandover(file, aor, today)]),
    ...unusedPeople(file),
  ];
  return withSeverities(problems, policy);
}

function holding(file: OwnershipFile, aor: Aor, today: Today): Problem[] {
  const { owner, reason } = holderOf(file, aor, today);
  if (reason === 'unknown-person') return [];
  if (reason === 'left') {
    const person = file.people.get(aor.owner?.id ?? '');
    return [
      problem(
        'owner-left',
        aor.owner?.at ?? aor.at,
        `${person?.name ?? 'The owner'} left on ${person?.left ?? 'a day before today'}, so ${aor.title} is vacant.`,
      ),
    ];
  }
  if (owner === null) {
    const since = aor.vacant?.since == null ? '' : ` since ${aor.vacant.since}`;
    return [problem('vacant', aor.at, `${aor.title} is vacant${since}: nobody holds it.`)];
  }
  const isBackedUp = aor.backups.some(({ id }) => file.people.has(id));
  return [
    ...(isBackedUp ? [] : [problem('no-backup', aor.at, `${aor.title} has no backup.`)]),
    ...confirmation(file, aor, today),
  ];
}

/** What was never confirmed counts from the day it was taken on. */
function confirmation({ review }: OwnershipFile, aor: Aor, today: Today): Problem[] {
  const last = aor.confirmed ?? aor.since;
  if (last === null) return [problem('unconfirmed', aor.at, `Nobody has confirmed holding ${aor.title} yet.`)];
  const age = daysBetween(last, dayIn(today, null));
  if (age <= review.staleAfterDays) return [];
  return [
    problem(
      'stale',
      aor.at,
      `${aor.title} was last confirmed on ${last}, ${age} days ago; ask again after ${review.staleAfterDays}.`,
    ),
  ];
}

function overdueHandover(file: OwnershipFile, { handover, title }: Aor, today: Today): Problem[] {
  if (handover === null || handover.by >= dayIn(today, null)) return [];
  const to = file.people.get(handover.to.id)?.name ?? handover.to.id;
  return [problem('overdue-handover', handover.at, `${title} was to be handed over to ${to} by ${handover.by}.`)];
}

/** People nobody mentions. A bot is there to be known as one, and who has left is there for the record. */
function unusedPeople(file: OwnershipFile): Problem[] {
  const refs: (Ref | null)[] = [
    ...[...file.people.values()].flatMap(({ manager, away }) => [manager, ...away.map(({ cover }) => cover)]),
    ...[...file.teams.values()].flatMap(({ lead, manager, members }) => [lead, manager, ...members]),
    ...[...file.roles.values()].flatMap(({ holders }) => holders),
    ...[...file.aors.values()].flatMap(({ owner, backups, consult, learning, handover, past }) => [
      ...[owner, handover?.to ?? null],
      ...[...backups, ...consult, ...learning, ...past.map((one) => one.owner)],
    ]),
  ];
  const mentioned = new Set(refs.map((ref) => ref?.id));
  const isUnused = ({ id, bot, left }: Person): boolean => !bot && left === null && !mentioned.has(id);
  return [...file.people.values()]
    .filter(isUnused)
    .map(({ at, name }) => problem('unused-person', at, `${name} holds nothing, is in no team and manages nobody.`));
}
