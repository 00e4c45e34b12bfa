/** The cards about a person, a team, a role and a duty, as Markdown. All text from files is escaped. */
import { actionLine, lines, paragraphs, type CardAction } from './cardParts';
import { commandLink, openRule } from './commandLinks';
import type { HolderPlace } from './holderParagraphs';
import { forgeName, reachLine } from './personLine';
import { awayUntil } from './summary';
import type { Absence, OwnershipFile, Person, Ref, Role, RoleDuty, Span, Team } from '../model';
import { dayOf, hasLeft } from '../people/days';
import { code, plain } from '../text/markdown';

/** The most that is listed of anything. */
const maximumListed = 6;

/** Who a person is, how to reach them, whether they are there, and what they hold. */
export function personCard(person: Person, file: OwnershipFile, place: HolderPlace): string {
  const aors = [...file.aors.values()];
  const owned = aors.filter(({ owner }) => owner?.id === person.id);
  const backed = aors.filter(({ backups }) => backups.some(({ id }) => id === person.id));
  const teams = [...file.teams.values()].filter(({ members }) => members.some(({ id }) => id === person.id));
  const aorLinks = (some: typeof aors) => some.map(({ title, at }) => ({ name: title, at }));
  const isGone = hasLeft(person, place.today);
  const actions: CardAction[] = [
    { title: 'Open in ownership file', link: openRule(place.root, person.at) },
    ...(isGone || !owned.some(({ kind }) => kind === 'area')
      ? []
      : [
          {
            title: 'Go to a file of theirs…',
            link: { command: 'aor.goToOwnedFile', argument: { root: place.root, personId: person.id } },
          } as const,
        ]),
  ];
  return paragraphs([
    lines([
      `**${plain(person.name)}** · ${code(person.id)}`,
      reachLine(person, place.root),
      person.bot ? 'A bot, which is never asked for a review.' : '',
      presence(person, file, place),
    ]),
    lines([
      listed(isGone ? 'Still written as the owner of' : 'Holds', aorLinks(owned), place),
      listed('Backup of', aorLinks(backed), place),
      listed('Team', teams, place),
      listed('Manager', people(person.manager === null ? [] : [person.manager], file), place),
      person.wants.length === 0 ? '' : `Wants: ${person.wants.map(({ id }) => code(id)).join(', ')}`,
    ]),
    owned.length + backed.length === 0 ? 'Holds nothing.' : '',
    actionLine(actions),
  ]);
}

/** One line each: having left or leaving, then absences that are not over. */
function presence(person: Person, file: OwnershipFile, { today }: HolderPlace): string {
  const { left, away } = person;
  const day = dayOf(person, today);
  const absence = ({ from, until, cover }: Absence): string => {
    const who = cover === null ? '' : `, ${plain(file.people.get(cover.id)?.name ?? cover.id)} covers`;
    return `${from <= day ? 'Away' : `Away from ${from}`}${until === null ? '' : ` until ${until}`}${who}`;
  };
  return lines([
    left === null ? '' : `${left <= day ? 'Left' : 'Leaves'} on ${left}`,
    ...away.filter(({ until }) => until === null || until >= day).map(absence),
  ]);
}

/** Who leads a team, who is in it, and how many AORs carry its name. */
export function teamCard(team: Team, file: OwnershipFile, place: HolderPlace): string {
  const labelled = [...file.aors.values()].filter(({ teams }) => teams.some(({ id }) => id === team.id));
  const handles = Array.from(team.handles, ([forge, handle]) => `${code(`@${handle}`)} ${plain(forgeName(forge))}`);
  return paragraphs([
    lines([`**${plain(team.name)}** · team ${code(team.id)}`, handles.join(' · ')]),
    lines([
      listed('Lead', people(team.lead === null ? [] : [team.lead], file, place), place),
      listed('Manager', people(team.manager === null ? [] : [team.manager], file, place), place),
      listed('Members', people(team.members, file, place), place),
      listed(
        'AORs',
        labelled.map(({ title, at }) => ({ name: title, at })),
        place,
      ),
    ]),
    actionLine([{ title: 'Open in ownership file', link: openRule(place.root, team.at) }]),
  ]);
}

/** Who has a role, and how well its duties fit it. */
export function roleCard(role: Role, file: OwnershipFile, place: HolderPlace): string {
  const duties = [...role.duties.values()];
  const fits = (['green', 'amber', 'red'] as const).flatMap((fit) => {
    const count = duties.filter((duty) => duty.fit === fit).length;
    return count === 0 ? [] : [`${count} ${fit}`];
  });
  return paragraphs([
    `**${plain(role.title)}** · role ${code(role.id)}`,
    lines([
      listed('Holders', people(role.holders, file, place), place),
      duties.length === 0 ? '' : `${duties.length} ${duties.length === 1 ? 'duty' : 'duties'}: ${fits.join(', ')}`,
    ]),
    actionLine([{ title: 'Open in ownership file', link: openRule(place.root, role.at) }]),
  ]);
}

/** What a duty is part of, how well it fits, and which holders of the role do it. */
export function dutyCard(duty: RoleDuty, role: Role, file: OwnershipFile, place: HolderPlace): string {
  const { title, id, category, group, fit, heldBy } = duty;
  const kinds = [category, group].flatMap((kind) => (kind === null ? [] : [plain(kind)]));
  const others = role.holders.filter((holder) => heldBy?.some((one) => one.id === holder.id) === false);
  return paragraphs([
    lines([
      `**${plain(title)}** · duty ${code(`${role.id}.${id}`)}`,
      [`Duty of ${plain(role.title)}`, ...kinds, `fit ${fit}`].join(' · '),
    ]),
    lines([
      listed('Done by', people(heldBy ?? role.holders, file, place), place),
      listed('Not by', people(others, file, place), place),
    ]),
    actionLine([{ title: 'Open in ownership file', link: openRule(place.root, duty.at) }]),
  ]);
}

interface Listed {
  readonly name: string;
  /** `null`: nobody knows where. */
  readonly at: Span | null;
}

/** The people that are mentioned; with a place, who is away is marked. */
const people = (refs: readonly Ref[], file: OwnershipFile, place?: HolderPlace): readonly Listed[] =>
  refs.map(({ id }) => {
    const person = file.people.get(id);
    if (person === undefined) return { name: id, at: null };
    const isAway = place !== undefined && awayUntil(person, place.today) !== null;
    return { name: isAway ? `${person.name} (away)` : person.name, at: person.at };
  });

/** `Holds: Payments, Search and 3 more`, each leading to its definition; nothing where there is nothing. */
function listed(what: string, some: readonly Listed[], { root }: HolderPlace): string {
  if (some.length === 0) return '';
  const shown = some
    .slice(0, maximumListed)
    .map(({ name, at }) => (at === null || plain(name) === '' ? plain(name) : commandLink(name, openRule(root, at))));
  const more = some.length - shown.length;
  return `${what}: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
