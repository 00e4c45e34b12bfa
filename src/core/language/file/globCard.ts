/** What a glob does in the files of the repository, as Markdown. */
import { actionLine, lines, paragraphs, type CardAction } from '../cardParts';
import { commandLink, openRule } from '../commandLinks';
import { holderSummary } from '../summary';
import type { OwnershipFile, PathEntry, Source, Today } from '../../model';
import { filesText } from '../../review/explain';
import { matchesGlob, parseGlob, parseIncludeGlob } from '../../rules/glob';
import type { EntryTally, Loss, TreeAnalysis } from '../../rules';
import { code, plain } from '../../text/markdown';
import { folderOf } from './globFolder';
import { globsOf, type WrittenGlob } from './globs';
import type { WrittenFile } from './writtenFile';

/** What is known of the files. */
export interface GlobFacts {
  /** URI of the repository's base, without a final slash. */
  readonly root: string;
  readonly today: Today;
  /** As it was read last. */
  readonly model: OwnershipFile;
  /** Every file of the ownership file as it is written now. */
  readonly files: readonly Source[];
  /** `null`: the files have not been counted. */
  readonly tree: TreeAnalysis | null;
  /** Why they never will be: one sentence. */
  readonly uncounted: string | null;
}

/** The most that is said about who decides the rest. */
const maximumLosses = 3;

/** The card of a glob; `null` for one that is refused, which a problem tells, or that an AOR without files has. */
export function globCard(file: WrittenFile, glob: WrittenGlob, facts: GlobFacts): string | null {
  if (glob.key === 'include') return includeCard(file, glob, facts);
  const { text } = glob.scalar;
  const parsed = parseGlob(text, file.base);
  const aor = glob.aor === null ? undefined : facts.model.aors.get(glob.aor);
  if (parsed.kind !== 'glob' || aor?.kind === 'duty') return null;
  const of = aor === undefined ? '' : ` · ${commandLink(aor.title, openRule(facts.root, aor.at))}`;
  return paragraphs([
    `${code(text)}${glob.key === 'exempt' ? ' · exempt' : of}`,
    ...countParagraphs(file, glob, facts),
    actionLine(actionsOf(text, file.base, facts)),
  ]);
}

function actionsOf(written: string, base: string, { root }: GlobFacts): readonly CardAction[] {
  const glob = written.replace(/^!/, '');
  const folder = folderOf(glob, base) ?? '';
  // What is no text cannot be a name.
  const uri = folder === '' || /\p{Cs}/u.test(folder) ? null : uriOf(root, folder);
  return [
    { title: 'List the files…', link: { command: 'aor.goToOwnedFile', argument: { root, glob, base } } },
    ...(uri === null
      ? []
      : [{ title: 'Show in Explorer', link: { command: 'aor.revealInExplorer', argument: { uri } } } as const]),
  ];
}

const uriOf = (root: string, path: string): string => [root, ...path.split('/').map(encodeURIComponent)].join('/');

function countParagraphs(file: WrittenFile, glob: WrittenGlob, facts: GlobFacts): readonly string[] {
  const { tree, uncounted, files } = facts;
  if (tree === null) return [uncounted === null ? 'The files are being counted.' : plain(uncounted)];
  const tally = tallyOf(file, glob, tree);
  if (tally === undefined) return ['Not counted yet: files are counted when the ownership file is saved.'];
  return [...counts(tally, facts), isOf(tree, files) ? '' : 'These counts are of the last save.'];
}

/** Of several alike in one list, the one that stands at the same place among them. */
function tallyOf(file: WrittenFile, glob: WrittenGlob, { entries }: TreeAnalysis): EntryTally | undefined {
  const alike = globsOf(file).filter(
    ({ key, aor, scalar }) => key === glob.key && aor === glob.aor && scalar.text === glob.scalar.text,
  );
  const place = alike.findIndex(({ scalar }) => scalar.start === glob.scalar.start);
  return entries.filter(
    ({ entry, aor }) =>
      entry.at.file === file.path && (aor?.id ?? null) === glob.aor && entry.glob.text === glob.scalar.text,
  )[place];
}

const isOf = ({ sources }: TreeAnalysis, files: readonly Source[]): boolean =>
  sources.length === files.length &&
  sources.every(({ path, text }) => files.find((one) => one.path === path)?.text === text);

function counts(tally: EntryTally, facts: GlobFacts): readonly string[] {
  const { entry, aor, matches, decides, takenOut } = tally;
  const all = `**${filesText(matches)}**`;
  const excluded = takenOut === 0 ? '' : `Excludes beside it take out ${filesText(takenOut)}.`;
  if (matches === 0) return [`Matches no file${entry.glob.exclude ? ', so it takes nothing out' : ''}.`];
  const isReview = aor?.kind === 'review';
  if (entry.glob.exclude)
    return [
      `Matches ${all} and takes ${matches === 1 ? 'it' : 'them'} out.`,
      isReview ? '' : losses('Who has them:', tally, facts),
    ];
  if (isReview)
    return [
      lines([`Matches ${all}; the review is for ${takenOut === 0 ? 'all' : matches - takenOut} of them.`, excluded]),
    ];
  const what = aor === null ? 'makes' : 'decides';
  const end = aor === null ? ' exempt' : '';
  const share = decides === matches ? 'all of them' : decides === 0 ? 'none of them' : `**${decides}** of them`;
  return [lines([`Matches ${all} and ${what} ${share}${end}.`, excluded]), losses('The rest:', tally, facts)];
}

/** Who decides what the glob does not, most files first; each leads to the line that wins. */
function losses(title: string, { lost }: EntryTally, facts: GlobFacts): string {
  const sorted = [...lost].sort((a, b) => b.count - a.count);
  const shown = sorted.slice(0, maximumLosses).map((loss) => `- ${filesText(loss.count)}: ${taker(loss, facts)}`);
  const others = sorted.slice(maximumLosses);
  const files = others.reduce((sum, { count }) => sum + count, 0);
  const more = others.length === 0 ? [] : [`- and ${others.length} more, ${filesText(files)}`];
  return shown.length === 0 ? '' : `${title}\n\n${[...shown, ...more].join('\n')}`;
}

function taker({ to }: Loss, { root, model, today }: GlobFacts): string {
  switch (to.kind) {
    case 'none':
      return 'unowned';
    case 'exempt': {
      const { entry } = to;
      const entries = model.exempt.flatMap((list) => list.entries);
      return `exempt by ${commandLink(entry.glob.text, openRule(root, placeNow(entry, entries)))}`;
    }
    case 'area': {
      const { entry, aor } = to.winner;
      const now = model.aors.get(aor.id);
      const holder = now === undefined ? '' : ` · ${plain(holderSummary(model, now, today))}`;
      return `${plain(aor.title)}${holder}, by ${commandLink(entry.glob.text, openRule(root, placeNow(entry, now?.paths ?? [])))}`;
    }
  }
}

/** Where an entry stands in the text of now. */
const placeNow = (entry: PathEntry, entries: readonly PathEntry[]): PathEntry['at'] =>
  (entries.find(({ glob, at }) => glob.text === entry.glob.text && at.file === entry.at.file) ?? entry).at;

/** The files that are read because of an entry of `include`. */
function includeCard({ base }: WrittenFile, { scalar }: WrittenGlob, { root, files }: GlobFacts): string | null {
  const parsed = parseIncludeGlob(scalar.text, base);
  if (parsed.kind !== 'include') return null;
  const { literal, patterns } = parsed.include;
  const read = files.filter(({ path }) => (literal === null ? matchesGlob({ patterns }, path) : path === literal));
  const shown = read
    .slice(0, maximumLosses)
    .map(({ path }) => commandLink(path, openRule(root, { file: path, start: 0, end: 0 })));
  const more = read.length - shown.length;
  const names = `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return paragraphs([
    `${code(scalar.text)} · include`,
    read.length === 0 ? 'No ownership file is read for it.' : `Reads ${names}.`,
  ]);
}
