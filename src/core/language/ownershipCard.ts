/** The card: everything the editor says about one file's responsibility, as Markdown. */
import { commandLink, openRule, type CommandLink } from './commandLinks';
import { reachLine } from './personLine';
import { reviewLines } from './reviewLines';
import { awayUntil, backupsOf } from './summary';
import type { Aor, Decider, Ownership, OwnershipFile, PathEntry, Person, Span, Today, VacancyReason } from '../model';
import { whoIsAsked, type Rung } from '../review/asked';
import { code, link, plain } from '../text/markdown';
import { lineMap } from '../text/lines';
import { untrustedMarkdown } from '../text/untrustedMarkdown';

/** What a card can be about. */
export type CardSubject =
  | {
      readonly kind: 'ownership';
      readonly ownership: Ownership;
      readonly file: OwnershipFile;
      /** The ownership file is unreadable now and this is what it said last. */
      readonly isStale: boolean;
    }
  | { readonly kind: 'no-file' }
  | { readonly kind: 'unreadable'; readonly failure: string | null };

/** Where the card is shown. */
export interface CardPlace {
  /** URI of the repository's base, without a final slash. */
  readonly root: string;
  /** URI of the file the card is about. */
  readonly uri: string;
  readonly today: Today;
}

/** A card. The Markdown needs trust for the commands of `cardCommands` only, and no HTML or theme icons. */
export interface OwnershipCard {
  readonly markdown: string;
  /** What to do next, also linked at the end of the Markdown. */
  readonly actions: readonly { readonly title: string; readonly link: CommandLink }[];
}

/** The card for an answer. Pure and never throws; all text from files is escaped. */
export function ownershipCard(subject: CardSubject, place: CardPlace): OwnershipCard {
  const actions = actionsOf(subject, place);
  const links = actions.map(({ title, link: to }) => commandLink(title, to)).join(' · ');
  const paragraphs = [...body(subject, place), links];
  return { markdown: paragraphs.filter((text) => text !== '').join('\n\n'), actions };
}

function body(subject: CardSubject, place: CardPlace): string[] {
  switch (subject.kind) {
    case 'no-file':
      return ['**No ownership file**', 'Nothing here says who is responsible for this code.'];
    case 'unreadable':
      return ['**Ownership file has errors**', plain(subject.failure ?? 'It cannot be read, so nobody can be named.')];
    case 'ownership': {
      const { ownership, file, isStale } = subject;
      return [
        isStale ? '**Ownership file has errors**: this is what it said when it could last be read.' : '',
        ...area(ownership, file, place),
        reviews(ownership, file, place),
      ];
    }
  }
}

function area(ownership: Ownership, file: OwnershipFile, place: CardPlace): string[] {
  switch (ownership.state) {
    case 'unowned':
      return ['**Unowned**', `No area of ${code(file.sources[0].path)} matches this file.`];
    case 'exempt':
      return ['**Exempt**: needs no owner.', `Exempt by ${ruleLink(file, ownership.rule, place)}`];
    case 'owned':
      return [
        `**${plain(ownership.aor.title)}** · ${plain(ownership.owner.name)}`,
        reachLine(ownership.owner, place.root),
        absence(ownership.owner, ownership.aor, file, place),
        backupLine(ownership.aor, file, place),
        ...details(ownership.aor, place),
        decision(ownership, ownership.rule, file, place),
      ];
    case 'vacant':
      return [
        `**${plain(ownership.aor.title)}** · vacant`,
        `${vacancy(ownership.aor, ownership.reason, file)} ${askedInstead(ownership.aor, file, place)}`.trim(),
        backupLine(ownership.aor, file, place),
        ...details(ownership.aor, place),
        decision(ownership, ownership.rule, file, place),
      ];
  }
}

function absence(owner: Person, aor: Aor, file: OwnershipFile, place: CardPlace): string {
  const away = awayUntil(owner, place.today);
  return away === null ? '' : `Away today${away === '' ? '' : `, ${away}`}. ${askedInstead(aor, file, place)}`;
}

function backupLine(aor: Aor, file: OwnershipFile, { today }: CardPlace): string {
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

const rungs: Readonly<Record<Rung, string>> = {
  owner: 'owner',
  cover: 'cover for the owner',
  backup: 'backup',
  'parent-owner': 'owner',
  'parent-cover': 'cover for the owner',
  'parent-backup': 'backup',
};

/** Who a change here would go to today, where that is not the owner. */
function askedInstead(aor: Aor, file: OwnershipFile, { today }: CardPlace): string {
  const nobody = new Set<string>();
  const { candidate, named } = whoIsAsked(file, aor, { authors: nobody, busy: nobody, today });
  if (candidate === null) {
    const names = named.map(({ name }) => plain(name)).join(', ');
    return names === '' ? 'Nobody can be asked instead.' : `Nobody can be asked instead; ${names} may know.`;
  }
  if (candidate.as === 'owner') return 'Nobody else can be asked.';
  const of = candidate.of === aor ? '' : ` of ${plain(candidate.of.title)}`;
  return `Asked instead: ${plain(candidate.person.name)}, ${rungs[candidate.as]}${of}.`;
}

function details(aor: Aor, { root }: CardPlace): string[] {
  const links = [
    ...Array.from(aor.links, ([name, target]) => link(name, target, root)),
    ...(aor.guide === null ? [] : [link('Guide', aor.guide, root)]),
    ...(aor.contact === null ? [] : [`Contact: ${link(aor.contact, aor.contact, root)}`]),
  ];
  return [aor.about === null ? '' : untrustedMarkdown(aor.about, root), links.join(' · ')];
}

function decision({ also }: Ownership, rule: PathEntry, file: OwnershipFile, place: CardPlace): string {
  const lost = also.map(
    ({ aor, entry, lost: by }) => `${decided(by)} over ${plain(aor.title)} (${code(entry.glob.text)})`,
  );
  return [`Decided by ${ruleLink(file, rule, place)}`, ...lost].join(', ');
}

function decided(by: Decider): string {
  switch (by.kind) {
    case 'priority':
      return 'by priority';
    case 'segment':
      return `at segment ${by.number}`;
    case 'id':
      return 'by the order of ids';
  }
}

/** `services/payments, aor.yaml:27`, one click from the glob. */
function ruleLink(file: OwnershipFile, { glob, at }: PathEntry, { root }: CardPlace): string {
  return commandLink(`${glob.text}, ${placeOf(file, at)}`, openRule(root, at));
}

function placeOf({ sources }: OwnershipFile, at: Span): string {
  const text = sources.find(({ path }) => path === at.file)?.text;
  return text === undefined ? at.file : `${at.file}:${lineMap(text).positionAt(at.start).line + 1}`;
}

function reviews(ownership: Ownership, file: OwnershipFile, { today }: CardPlace): string {
  const lines = reviewLines(ownership, file, today);
  return lines === '' ? '' : `Reviews on top:\n\n${lines}`;
}

function actionsOf(subject: CardSubject, { root, uri }: CardPlace): OwnershipCard['actions'] {
  if (subject.kind === 'no-file')
    return [{ title: 'Create ownership file', link: { command: 'aor.createOwnershipFile', argument: null } }];
  const open = { title: 'Open ownership file', link: { command: 'aor.openOwnershipFile', argument: null } } as const;
  if (subject.kind === 'unreadable') return [open];
  const { ownership, isStale } = subject;
  return [
    ...(isStale ? [open] : []),
    ...('rule' in ownership ? [{ title: 'Open rule', link: openRule(root, ownership.rule.at) }] : []),
    ...(ownership.state === 'owned' || ownership.state === 'vacant'
      ? [
          {
            title: 'Copy mention',
            link: { command: 'aor.copyMention', argument: { root, aor: ownership.aor.id } },
          } as const,
        ]
      : []),
    { title: 'Who owns…', link: { command: 'aor.whoOwns', argument: { uri } } },
  ];
}
