/** Who is asked for an AOR: the rungs of the reference page, climbed in two passes. */
import type { Aor, OwnershipFile, Person, Today, VacancyReason } from '../model';
import { absencesLately, absencesRunning, hasLeft } from '../people/days';
import { holderOf, vacancyReason } from '../people/holder';

export type Rung = 'owner' | 'cover' | 'backup' | 'parent-owner' | 'parent-cover' | 'parent-backup';

/** As what somebody is asked, in words. That it is another AOR's, above, is told where its title stands. */
export const rungInWords: Readonly<Record<Rung, string>> = {
  owner: 'owner',
  cover: 'cover for the owner',
  backup: 'backup',
  'parent-owner': 'owner',
  'parent-cover': 'cover for the owner',
  'parent-backup': 'backup',
};
export type Unavailability = 'away' | 'busy';

/** Why the AOR's own owner is not the one who is asked; `owner` where they are; `team`: no person shares it. */
export type OwnerCode = 'owner' | 'team' | 'vacant' | 'unknown-person' | 'left' | 'bot' | 'author' | Unavailability;

/** The change somebody is asked for, as far as people go. Ids of people. */
export interface AskingContext {
  readonly authors: ReadonlySet<string>;
  readonly busy: ReadonlySet<string>;
  readonly today: Today;
}

/** Somebody who can be asked for an AOR, and as what. */
export interface Candidate {
  readonly person: Person;
  readonly as: Rung;
  /** The AOR whose rung it is: the AOR itself or one above it. */
  readonly of: Aor;
  /** Only in the second pass: why they would rather not be asked. */
  readonly warnings: readonly Unavailability[];
}

/** The answer for one AOR. */
export interface Asked {
  /** `null`: nobody can be asked. */
  readonly candidate: Candidate | null;
  readonly code: OwnerCode;
  readonly vacancy: VacancyReason | null;
  /** Where nobody can be asked: the teams' leads and the last owner's manager, to be named, not asked. */
  readonly named: readonly Person[];
}

interface Step {
  readonly id: string;
  readonly as: Rung;
  readonly of: Aor;
}

/** The AOR and those above it, each once. */
function* upwards(file: OwnershipFile, aor: Aor): Generator<Aor> {
  const seen = new Set<Aor>();
  for (let at: Aor | undefined = aor; at !== undefined && !seen.has(at);) {
    seen.add(at);
    yield at;
    at = at.parent === null ? undefined : file.aors.get(at.parent.id);
  }
}

const coversIn = (absences: Person['away']): readonly string[] => absences.flatMap(({ cover }) => cover?.id ?? []);

const coversNow = (owner: Person, today: Today): readonly string[] => coversIn(absencesRunning(owner, today));

/** Owner, covers of the owner's running absences unless told otherwise, backups: of one AOR. */
function stepsOf(file: OwnershipFile, of: Aor, isParent: boolean, today: Today, coversOf = coversNow): Step[] {
  const shared = of.shared.filter(({ id }) => file.people.has(id));
  if (shared.length > 0) return shared.map(({ id }) => ({ id, as: 'owner', of }));
  const owner = of.owner === null ? undefined : file.people.get(of.owner.id);
  const covers = owner === undefined ? [] : coversOf(owner, today);
  return [
    ...(of.owner === null ? [] : [{ id: of.owner.id, as: isParent ? 'parent-owner' : 'owner', of } as const]),
    ...covers.map((id) => ({ id, as: isParent ? 'parent-cover' : 'cover', of }) as const),
    ...of.backups.map(({ id }) => ({ id, as: isParent ? 'parent-backup' : 'backup', of }) as const),
  ];
}

function unavailability(person: Person, { busy, today }: AskingContext): Unavailability[] {
  return [
    ...(absencesRunning(person, today).length > 0 ? ['away' as const] : []),
    ...(busy.has(person.id) ? ['busy' as const] : []),
  ];
}

/**
 * Everybody who could be asked for the AOR in one pass, best first, each person once. A parent's rungs count only
 * where the AOR's own give nobody.
 */
function pass(
  file: OwnershipFile,
  aor: Aor,
  context: AskingContext,
  takesUnavailable: boolean,
  coversOf = coversNow,
): Candidate[] {
  for (const of of upwards(file, aor)) {
    const found = new Map<string, Candidate>();
    for (const { id, as } of stepsOf(file, of, of !== aor, context.today, coversOf)) {
      const person = file.people.get(id);
      if (
        person === undefined ||
        found.has(id) ||
        person.bot ||
        context.authors.has(id) ||
        hasLeft(person, context.today)
      )
        continue;
      const warnings = unavailability(person, context);
      if (warnings.length === 0 || takesUnavailable) found.set(id, { person, as, of, warnings });
    }
    if (found.size > 0) return [...found.values()];
  }
  return [];
}

/** The candidates for an AOR, best first: people who are free, else those who are away or busy, with warnings. */
export function candidatesFor(file: OwnershipFile, aor: Aor, context: AskingContext): readonly Candidate[] {
  const free = pass(file, aor, context, false);
  return free.length > 0 ? free : pass(file, aor, context, true);
}

/**
 * Everybody who may answer for an AOR, best first, whether they are free or not: also those who covered for its owner
 * lately, and those above who are asked while none of its own is free.
 */
export function answeringFor(file: OwnershipFile, aor: Aor, context: AskingContext): readonly Candidate[] {
  const coversOf = (owner: Person, today: Today): readonly string[] => [
    ...coversNow(owner, today),
    ...coversIn(absencesLately(owner, today)),
  ];
  const own = pass(file, aor, context, true, coversOf);
  const isOwn = ({ person }: Candidate): boolean => own.some((one) => one.person === person);
  return [...own, ...candidatesFor(file, aor, context).filter((one) => !isOwn(one))];
}

/** Somebody on a rung who is not asked, and why. */
export interface PassedOver {
  /** As written. */
  readonly id: string;
  /** `null`: the file defines nobody of that id. */
  readonly person: Person | null;
  readonly code: Exclude<OwnerCode, 'owner' | 'team' | 'vacant'>;
}

/**
 * Those on the rungs of an AOR who come before the one who is asked and cannot be, in order, each once; with `null`
 * for the one who is asked, all of them.
 */
export function passedOver(
  file: OwnershipFile,
  aor: Aor,
  context: AskingContext,
  asked: Pick<Candidate, 'person' | 'of'> | null,
): readonly PassedOver[] {
  const found = new Map<string, PassedOver>();
  for (const of of upwards(file, aor)) {
    for (const { id } of stepsOf(file, of, of !== aor, context.today)) {
      if (of === asked?.of && id === asked.person.id) return [...found.values()];
      const person = file.people.get(id) ?? null;
      const code = person === null ? 'unknown-person' : objection(person, context);
      if (code !== null && !found.has(id)) found.set(id, { id, person, code });
    }
  }
  return [...found.values()];
}

/** What speaks against asking a person, the first that holds. */
function objection(person: Person, context: AskingContext): Exclude<PassedOver['code'], 'unknown-person'> | null {
  if (hasLeft(person, context.today)) return 'left';
  if (person.bot) return 'bot';
  if (context.authors.has(person.id)) return 'author';
  return unavailability(person, context)[0] ?? null;
}

/** Why the AOR's own owner is not asked, the first that holds; `owner` where nothing speaks against it. */
export function ownerCode(file: OwnershipFile, aor: Aor, context: AskingContext): OwnerCode {
  const { owner, reason } = holderOf(file, aor, context.today);
  if (reason === 'shared') return sharedCode(file, aor, context);
  if (owner === null) return reason === 'none' ? 'vacant' : reason;
  return objection(owner, context) ?? 'owner';
}

/** Of those who share it: why none can be asked, by the first of them. */
function sharedCode(file: OwnershipFile, { shared }: Aor, context: AskingContext): OwnerCode {
  const people = shared.flatMap(({ id }) => file.people.get(id) ?? []);
  const objections = people.map((person) => objection(person, context));
  return objections.includes(null) ? 'owner' : (objections[0] ?? 'team');
}

function lastOwner(file: OwnershipFile, aor: Aor): Person | undefined {
  if (aor.owner !== null) return file.people.get(aor.owner.id);
  const latest = [...aor.past].sort((a, b) => compareEnds(b.until, a.until) || compareEnds(b.from, a.from))[0];
  return latest === undefined ? undefined : file.people.get(latest.owner.id);
}

/** No end written sorts last: still going when it was written. */
const compareEnds = (a: string | null, b: string | null): number =>
  (a ?? '~') < (b ?? '~') ? -1 : (a ?? '~') > (b ?? '~') ? 1 : 0;

/** Those worth naming where nobody can be asked: the teams' leads and the last owner's manager. */
export function namedFor(file: OwnershipFile, aor: Aor): Person[] {
  const leads = aor.teams.map(({ id }) => file.teams.get(id)?.lead?.id);
  const manager = lastOwner(file, aor)?.manager?.id;
  const people = [...leads, manager].flatMap((id) => (id === undefined ? [] : (file.people.get(id) ?? [])));
  return [...new Set(people)];
}

/** Who is asked for an AOR today. Source: *Who is asked* of the ownership file reference. */
export function whoIsAsked(file: OwnershipFile, aor: Aor, context: AskingContext): Asked {
  const candidate = candidatesFor(file, aor, context)[0] ?? null;
  return {
    candidate,
    code: candidate?.as === 'owner' ? 'owner' : ownerCode(file, aor, context),
    vacancy: vacancyReason(file, aor, context.today),
    named: candidate === null ? namedFor(file, aor) : [],
  };
}
