/** Rows about people: who holds it, how to reach them, who is there instead. */
import {
  awayUntil,
  backupsOf,
  openRule,
  rungInWords,
  safeTarget,
  vacantSince,
  visible,
  waysToReach,
  whoIsAsked,
  type Aor,
  type Asked,
  type OwnershipFile,
  type Person,
  type Today,
} from '../../core';
import { joined, row, type Link, type Row, type RowAor } from './row';

/** Where the rows' links lead from. */
export interface RowPlace {
  readonly file: OwnershipFile;
  /** URI of the repository's base, without a final slash. */
  readonly root: string;
  readonly today: Today;
}

/** The owner with the ways to reach them; where nobody is there, who is asked instead; the backups. */
export function peopleRows(aor: Aor, owner: Person | null, place: RowPlace): readonly Row[] {
  const { file, today } = place;
  const asked = whoIsAsked(file, aor, { authors: new Set(), busy: new Set(), today });
  const first = owner === null ? vacantRow(aor, place) : personRow(owner, 'owner', 'owner', place, true);
  const isThere = owner !== null && awayUntil(owner, today) === null;
  const instead = isThere ? [] : insteadRows(aor, asked, place);
  const backups = backupsOf(file, aor)
    .filter((person) => isThere || person !== asked.candidate?.person)
    .map((person) => personRow(person, 'backup', `backup:${person.id}`, place, false));
  return [first, ...instead, ...backups];
}

/** Those on a line of `CODEOWNERS`, in their order: people with the ways to reach them, and teams, which are none. */
export function sharedRows({ shared }: Aor, place: RowPlace): readonly Row[] {
  return shared.map(({ id, at }) => {
    const person = place.file.people.get(id);
    if (person !== undefined) return personRow(person, 'owner', `owner:${id}`, place, shared.length === 1);
    return row(`team:${id}`, 'organization', visible(id), {
      description: 'team, not a person',
      link: openAt(place.root, at),
    });
  });
}

/** The AOR's own row: what its area is, and where the file says so. */
export function aorRow(aor: Aor, id: string, { root }: RowPlace, more: Partial<Row> = {}): Row {
  const { file, start, end } = aor.at;
  const argument: RowAor = { root, aor: aor.id, file, start, end };
  return row(id, 'layers', visible(aor.title), { link: openAt(root, aor.at), ...argument, ...more });
}

/** A click that opens a place in an ownership file. */
export function openAt(root: string, at: Aor['at']): Link {
  const { command, argument } = openRule(root, at);
  return { kind: 'command', command, argument };
}

function vacantRow(aor: Aor, { file, root, today }: RowPlace): Row {
  const since = vacantSince(file, aor, today);
  const owner = aor.owner === null ? undefined : file.people.get(aor.owner.id);
  const reason =
    aor.owner === null
      ? null
      : owner === undefined
        ? `the ownership file does not know ${visible(aor.owner.id)}`
        : `${visible(owner.name)} left`;
  const why = aor.vacant?.why ?? null;
  const description = joined(since === null ? null : `since ${since}`, reason, why === null ? null : visible(why));
  return row('owner', 'circle-slash', 'Vacant', {
    description: description === '' ? 'nobody holds it' : description,
    link: openAt(root, aor.owner?.at ?? aor.at),
  });
}

function insteadRows(aor: Aor, { candidate, named }: Asked, place: RowPlace): readonly Row[] {
  if (candidate === null) {
    const names = named.map(({ name }) => visible(name)).join(', ');
    return [row('instead', 'person', 'Nobody can be asked', { description: names === '' ? '' : `${names} may know` })];
  }
  if (candidate.as === 'owner') return [row('instead', 'person', 'Nobody else can be asked')];
  const of = candidate.of === aor ? '' : ` of ${visible(candidate.of.title)}`;
  return [personRow(candidate.person, `asked instead: ${rungInWords[candidate.as]}${of}`, 'instead', place, true)];
}

function personRow(person: Person, as: string, id: string, { root, today }: RowPlace, isOpen: boolean): Row {
  const away = awayUntil(person, today);
  const description = joined(as, away === null ? null : `away ${away}`.trimEnd());
  const children = waysToReach(person).map(({ kind, text, at, target }) => {
    const safe = target === null ? null : safeTarget(target, null);
    const link: Link | null = safe === null ? null : { kind: 'open', target: safe };
    // An address of a chat is long, and all alike at its beginning.
    const [label, beside] = kind === 'chat' ? ['Chat', text] : [text, at];
    return row(`${id}/${kind}:${at}`, reachIcons[kind], visible(label), { description: visible(beside), link });
  });
  const at = openAt(root, person.at);
  return row(id, 'account', visible(person.name), { description, children, isOpen, link: at });
}

const reachIcons = { email: 'mail', chat: 'comment-discussion', handle: 'mention' } as const;
