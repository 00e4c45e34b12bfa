/** The card: everything the editor says about one file's responsibility, as Markdown. */
import { commandLink, openRule } from './commandLinks';
import { actionLine, paragraphs, type CardAction } from './cardParts';
import { holderParagraphs } from './holderParagraphs';
import { reviewLines } from './reviewLines';
import type { Decider, Ownership, OwnershipFile, PathEntry, Span, Today } from '../model';
import { code, plain } from '../text/markdown';
import { lineMap } from '../text/lines';

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
  readonly actions: readonly CardAction[];
}

/** The card for an answer. Pure and never throws; all text from files is escaped. */
export function ownershipCard(subject: CardSubject, place: CardPlace): OwnershipCard {
  const actions = actionsOf(subject, place);
  return { markdown: paragraphs([...body(subject, place), actionLine(actions), reviews(subject, place)]), actions };
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
      ];
    }
  }
}

function area(ownership: Ownership, file: OwnershipFile, place: CardPlace): string[] {
  switch (ownership.state) {
    case 'unowned':
      return ['**Unowned**', `No area of ${code(file.sources[0].path)} matches this file.`];
    case 'exempt':
      return ['**Exempt**: needs no owner.', `Decided by ${ruleLink(file, ownership.rule, place)}`];
    case 'owned':
    case 'shared':
    case 'vacant':
      return [...holderParagraphs(ownership.aor, file, place), decision(ownership, ownership.rule, file, place)];
  }
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
    case 'order':
      return 'as the later line';
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

/** Last, because there may be many: an editor cuts a long hover. */
function reviews(subject: CardSubject, { today }: CardPlace): string {
  const lines = subject.kind === 'ownership' ? reviewLines(subject.ownership, subject.file, today) : '';
  return lines === '' ? '' : `Reviews on top:\n\n${lines}`;
}

function actionsOf(subject: CardSubject, { root, uri }: CardPlace): OwnershipCard['actions'] {
  if (subject.kind === 'no-file')
    return [{ title: 'Create ownership file', link: { command: 'aor.createOwnershipFile', argument: null } }];
  const open = { title: 'Open ownership file', link: { command: 'aor.openOwnershipFile', argument: null } } as const;
  if (subject.kind === 'unreadable') return [open];
  const { ownership, isStale } = subject;
  const isHeld = 'aor' in ownership;
  return [
    ...(isStale ? [open] : []),
    ...(isHeld
      ? [{ title: 'Request review', link: { command: 'aor.requestReview', argument: { uri } } } as const]
      : []),
    ...('rule' in ownership ? [{ title: 'Open rule', link: openRule(root, ownership.rule.at) }] : []),
    ...(isHeld
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
