/** Who holds an AOR and how to reach them, as Markdown paragraphs. */
import { lines } from './cardParts';
import { reachLine } from './personLine';
import { awayUntil, backupsOf } from './summary';
import type { Aor, OwnershipFile, Person, Today, VacancyReason } from '../model';
import { holderOf } from '../people/holder';
import { rungInWords, whoIsAsked } from '../review/asked';
import { code, link, plain } from '../text/markdown';
import { untrustedMarkdown } from '../text/untrustedMarkdown';

/** Where the paragraphs are shown: `root` is the URI of the repository's base, without a final slash. */
export interface HolderPlace {
  readonly root: string;
  readonly today: Today;
}

/**
 * Everything about the AOR itself. First paragraph: title and owner, how to reach them, absence or vacancy and who is
 * asked then, backup. Then `about` and the links.
 */
export function holderParagraphs(aor: Aor, file: OwnershipFile, place: HolderPlace): string[] {
  const { owner, reason } = holderOf(file, aor, place.today);
  if (reason === 'shared') return [sharedTitle(aor, file), ...details(aor, place)];
  const state =
    owner === null
      ? [`${vacancy(aor, reason, file)} ${askedInstead(aor, file, place)}`]
      : [reachLine(owner, place.root), absence(owner, aor, file, place)];
  const title = `**${plain(aor.title)}** · ${owner === null ? 'vacant' : plain(owner.name)}`;
  return [lines([title, ...state, backupLine(aor, file, place)]), ...details(aor, place)];
}

/** `@ana, @acme/payments (team, not a person)`. */
function sharedTitle({ shared }: Aor, file: OwnershipFile): string {
  const names = shared.map(({ id }) => `**${plain(id)}**${file.people.has(id) ? '' : ' (team, not a person)'}`);
  return names.join(', ');
}

function absence(owner: Person, aor: Aor, file: OwnershipFile, place: HolderPlace): string {
  const away = awayUntil(owner, place.today);
  return away === null ? '' : `Away today${away === '' ? '' : `, ${away}`}. ${askedInstead(aor, file, place)}`;
}

function backupLine(aor: Aor, file: OwnershipFile, { today }: HolderPlace): string {
  const names = backupsOf(file, aor).map((person) => {
    const away = awayUntil(person, today);
    return `${plain(person.name)}${away === null ? '' : ` (away${away === '' ? '' : ` ${away}`})`}`;
  });
  return names.length === 0 ? '' : `Backup: ${names.join(', ')}`;
}

/** One sentence: since when and why nobody holds it. */
function vacancy(aor: Aor, reason: VacancyReason, file: OwnershipFile): string {
  const owner = aor.owner === null ? undefined : file.people.get(aor.owner.id);
  const since = aor.vacant?.since ?? null;
  const why = aor.vacant?.why ?? null;
  const facts = {
    none: since === null ? 'Nobody holds it' : `Vacant since ${since}`,
    left: `${plain(owner?.name ?? '')} left on ${owner?.left ?? ''}`,
    'unknown-person': `Its owner ${code(aor.owner?.id ?? '')} is not among the people of the ownership file`,
  };
  return `${facts[reason]}${why === null ? '' : `: ${plain(why)}`}.`;
}

/** Who a change here would go to today, where that is not the owner. */
function askedInstead(aor: Aor, file: OwnershipFile, { today }: HolderPlace): string {
  const nobody = new Set<string>();
  const { candidate, named } = whoIsAsked(file, aor, { authors: nobody, busy: nobody, today });
  if (candidate === null) {
    const names = named.map(({ name }) => plain(name)).join(', ');
    return names === '' ? 'Nobody can be asked instead.' : `Nobody can be asked instead; ${names} may know.`;
  }
  if (candidate.as === 'owner') return 'Nobody else can be asked.';
  const of = candidate.of === aor ? '' : ` of ${plain(candidate.of.title)}`;
  return `Asked instead: ${plain(candidate.person.name)}, ${rungInWords[candidate.as]}${of}.`;
}

function details(aor: Aor, { root }: HolderPlace): string[] {
  const links = [
    ...Array.from(aor.links, ([name, target]) => link(name, target, root)),
    ...(aor.guide === null ? [] : [link('Guide', aor.guide, root)]),
    ...(aor.contact === null ? [] : [`Contact: ${link(aor.contact, aor.contact, root)}`]),
  ];
  return [aor.about === null ? '' : untrustedMarkdown(aor.about, root), links.join(' · ')];
}
