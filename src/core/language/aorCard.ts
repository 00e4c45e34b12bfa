/** The card about one AOR, wherever it is listed. */
import { actionLine, lines, paragraphs, type CardAction } from './cardParts';
import { openRule } from './commandLinks';
import { holderParagraphs, type HolderPlace } from './holderParagraphs';
import type { Aor, OwnershipFile } from '../model';
import type { BackupAhead } from '../review/evidence';
import { code, plain } from '../text/markdown';

/** The most globs that are named. */
const maximumGlobs = 8;

/** What is known of an AOR besides what the ownership file says. */
export interface AorFacts {
  /** How many files it owns; `null`: not known. */
  readonly fileCount: number | null;
  /** `null`: nobody is, or nobody has looked. */
  readonly ahead: BackupAhead | null;
}

/**
 * The card as Markdown; needs trust for the commands of `cardCommands` only. Pure and never throws; all text from files
 * is escaped.
 */
export function aorCard(aor: Aor, file: OwnershipFile, place: HolderPlace, { fileCount, ahead }: AorFacts): string {
  const actions: CardAction[] = [
    { title: 'Open in ownership file', link: openRule(place.root, aor.at) },
    { title: 'Copy mention', link: { command: 'aor.copyMention', argument: { root: place.root, aor: aor.id } } },
  ];
  return paragraphs([
    ...holderParagraphs(aor, file, place),
    lines([coverage(aor, fileCount), health(aor)]),
    ahead === null ? '' : aheadQuestion(ahead),
    actionLine(actions),
  ]);
}

/** A question and no verdict: the owner may do what leaves no review behind. */
function aheadQuestion({ backup, owner, byBackup, byOwner, of }: BackupAhead): string {
  const [who, holder] = [backup, owner].map(({ name }) => plain(name));
  return `${who} reviewed ${byBackup} of the year’s ${of} reviewed changes here, ${holder} ${byOwner}. Should ${who} hold it?`;
}

function coverage(aor: Aor, fileCount: number | null): string {
  const globs = aor.paths.slice(0, maximumGlobs).map(({ glob }) => code(glob.text));
  const more = aor.paths.length - globs.length;
  const named = [...globs, ...(more > 0 ? [`${more} more`] : [])].join(', ');
  const count = fileCount === null ? '' : `${fileCount} ${fileCount === 1 ? 'file' : 'files'}`;
  if (aor.kind === 'duty') return '';
  if (aor.kind === 'review') return `Review (${aor.level}) of ${named === '' ? 'changes' : named}`;
  return [count, named].filter((text) => text !== '').join(': ');
}

function health({ status, confirmed, handover }: Aor): string {
  return [
    ...(status === null ? [] : [`Status ${status}`]),
    ...(confirmed === null ? [] : [`confirmed ${confirmed}`]),
    ...(handover === null ? [] : [`handover agreed, by ${handover.by}`]),
  ].join(' · ');
}
