/**
 * A suggestion in words: plain text, one line, hidden characters as escapes. What others will read says that somebody is
 * unavailable, and never since when, until when or why.
 */
import { awayUntil } from '../language/summary';
import type { Person, Today } from '../model';
import { visible } from '../text/visible';
import { rungInWords, type OwnerCode } from './asked';
import { maximumLineLength } from './content';
import type {
  AlsoTouched,
  Covered,
  Knower,
  Knows,
  LinePlace,
  NotAsked,
  Requirement,
  RequirementState,
  Suggestion,
  Uncovered,
  Undecided,
} from './suggestion';

/** Who will read it: `others`, once it leaves the machine; else whoever sits in front of it, on that day. */
export type Audience = 'others' | { readonly today: Today };

/** `3 files`, `1 file`. */
export const filesText = (count: number): string => (count === 1 ? '1 file' : `${count} files`);

/**
 * `owner of Payments: 9 files`, `backup of Payments (Ana Ruiz is unavailable): 1 file`; where the forge was asked also how
 * far it is: `owner of Payments: 9 files, approved by Ana Ruiz`.
 */
export const whyText = (covered: Covered, audience: Audience): string => {
  const progress = covered.state === null ? '' : progressText(covered.state);
  return `${roleText(covered, audience)}${progress === '' ? '' : `, ${progress}`}`;
};

/** `asked`, `approved by Ana Ruiz`; empty for what is open. */
export function progressText({ state, by }: RequirementState): string {
  switch (state) {
    case 'open':
      return '';
    case 'requested':
      return 'asked';
    case 'reviewed':
    case 'approved':
      return visible(`${state} by ${by.name}`);
  }
}

function roleText(covered: Covered, audience: Audience): string {
  const { requirement, as, of, code, owner } = covered;
  const { aor, files } = requirement;
  if (of.shared.length > 0) {
    const among = of.shared.length === 1 ? '' : `one of ${of.title} `;
    return visible(`${among}in CODEOWNERS: ${filesText(files.length)}`);
  }
  const role = `${rungInWords[as]} of ${of.title}${of.id === aor.id ? '' : `, above ${aor.title}`}`;
  const why = code === 'owner' ? null : reasonText(owner, code, audience);
  const notes = [why, originText(requirement)].filter((note) => note !== null);
  return visible(
    `${role}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}: ${filesText(files.length)}${placesText(requirement)}`,
  );
}

function originText({ origin, aor }: Requirement): string | null {
  if (origin === 'base') return null;
  return origin === 'altered' ? `the change alters ${aor.title}` : `${aor.title} is new with the change`;
}

const mostPlaces = 3;

function placesText({ matches }: Requirement): string {
  if (matches.length === 0) return '';
  const places = matches.slice(0, mostPlaces).map(placeText);
  return `, matching at ${places.join(', ')}${matches.length > mostPlaces ? ', …' : ''}`;
}

/** `web/a.ts:12`; a removed line says so. */
const placeText = ({ path, line, side }: LinePlace): string =>
  `${path}${line === null ? '' : `:${line}`}${side === 'removed' ? ' (removed)' : ''}`;

/** Why the owner is not the one, as a clause. */
function reasonText(owner: Person | null, code: Exclude<OwnerCode, 'owner'>, audience: Audience): string {
  const name = owner?.name ?? 'the owner';
  switch (code) {
    case 'vacant':
      return 'nobody holds it';
    case 'team':
      return 'it is a team’s, and no person’s';
    case 'unknown-person':
      return 'its owner is not defined';
    case 'bot':
      return `${name} is a bot`;
    case 'author':
      return `${name} made the change`;
    case 'left':
    case 'away':
    case 'busy':
      return code === 'left' && audience !== 'others'
        ? `${name} has left`
        : `${name} is ${absenceText(owner, code, audience)}`;
  }
}

/** `unavailable`; on the own screen `away until 2026-12-04`, `busy`, `no longer here`. */
function absenceText(person: Person | null, code: 'left' | 'away' | 'busy', audience: Audience): string {
  if (audience === 'others') return 'unavailable';
  if (code === 'left') return 'no longer here';
  if (code === 'busy') return 'busy';
  const until = person === null ? null : awayUntil(person, audience.today);
  return until === null || until === '' ? 'away' : `away ${until}`;
}

/** Why somebody who would come first is not asked: `unavailable`, `made the change`. */
export function notAskedText({ person, code }: Pick<NotAsked, 'person' | 'code'>, audience: Audience): string {
  switch (code) {
    case 'vacant':
      return 'nobody holds it';
    case 'team':
      return 'a team, not a person';
    case 'unknown-person':
      return 'not defined in the ownership file';
    case 'bot':
      return 'a bot';
    case 'author':
      return 'made the change';
    case 'left':
    case 'away':
    case 'busy':
      return absenceText(person, code, audience);
  }
}

/** Why a path or a requirement has nobody, and who is worth telling. */
export function uncoveredText(uncovered: Uncovered, audience: Audience): string {
  if (uncovered.kind === 'path') return 'no area has this path';
  const { owner, code, named } = uncovered;
  const names = named.map(({ name }) => name).join(', ');
  if (code === 'team') return visible(`a team’s, and no person’s: request ${uncovered.requirement.aor.title}`);
  const telling = names === '' ? '' : `; worth telling: ${names}`;
  return visible(`nobody can be asked: ${reasonText(owner, code, audience)}${telling}`);
}

/** Why it is not known whether a review applies. */
export function undecidedText(undecided: Undecided): string {
  if (undecided.kind === 'broken') return visible(undecided.condition.text);
  const { place } = undecided;
  const limit = maximumLineLength.toLocaleString('en');
  const why =
    place.line === null
      ? 'has changed lines that were not tried'
      : `has more than ${limit} characters and was not tried`;
  return visible(`${placeText(place)} ${why}`);
}

/** `vacant since 2026-09-01; asked: Gareth Wood, owner of Platform`. */
export function alsoText(also: AlsoTouched): string {
  switch (also.code) {
    case 'note':
      return 'to be known; nobody is asked';
    case 'ask-at-most':
      return visible(`no room among those who are asked; ${also.person.name} would be the one`);
    case 'vacant': {
      const { asked, requirement } = also;
      const since = requirement.aor.vacant?.since;
      const who =
        asked === null
          ? 'nobody is asked'
          : `asked: ${asked.person.name}, ${rungInWords[asked.as]} of ${asked.of.title}`;
      return visible(`vacant${since == null ? '' : ` since ${since}`}; ${who}`);
    }
  }
}

const places: Readonly<Record<Knower['where'], string>> = {
  here: 'here',
  around: 'in the folders around',
  anywhere: 'anywhere',
};

/** `reviewed 7 of the last 9 changes here, 2 of the last 3 by the same authors`. */
export function knowsText({ knower }: Knows): string {
  const { reviewed, of, where, reviewedOfAuthors, ofAuthors } = knower;
  const what = of === 1 ? 'the last change' : `${reviewed} of the last ${of} changes`;
  const before = reviewedOfAuthors === 0 ? '' : `, ${reviewedOfAuthors} of the last ${ofAuthors} by the same authors`;
  return `reviewed ${what} ${places[where]}${before}`;
}

/** Whether a `must` is left open: nobody can be asked for it, or it cannot be told whether it applies. */
export const isMustOpen = ({ uncovered, undecided }: Suggestion): boolean =>
  uncovered.some((one) => one.kind === 'aor' && one.requirement.level === 'must') ||
  undecided.some(({ aor }) => aor.level === 'must');
