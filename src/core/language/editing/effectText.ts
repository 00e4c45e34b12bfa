import type { Decider } from '../../model';
import type { Effect, Stays } from './effect';

/** An effect in sentences, most important first, and whether it is what somebody wants who adds paths. */
export interface EffectText {
  readonly sentences: readonly string[];
  /** Something does not go where it was meant to. */
  readonly isWarning: boolean;
}

/** `title`: of the AOR. Plain text that may hold untrusted characters. */
export function effectText({ files, gained, kept, stays }: Effect, title: string): EffectText {
  const total = gained.reduce((sum, one) => sum + one.files, 0);
  const isWarning = stays.some(({ aor, entry }) => aor !== null || entry?.glob.exclude === true);
  const said = stays.map((stay) => stayText(stay, title, files > 0));
  if (files === 0) {
    if (stays.length > 0)
      return { sentences: [`No file is there yet, and ${title} would not get new ones.`, ...said], isWarning };
    const already = kept > 0 && total === 0;
    const sentence = already
      ? `${title} has what will be there already.`
      : `No file is there yet; ${title} gets those to come.`;
    return { sentences: [sentence], isWarning: already };
  }
  const from = gained.map((one) => (one.from === null ? 'that nobody has' : `of ${one.from.title}`));
  const parts = gained.map((one, at) => `${one.files.toLocaleString('en')} ${from[at] ?? ''}`);
  const whose = from.length === 1 ? ` ${from[0] ?? ''}` : `: ${parts.join(', ')}`;
  const gains =
    total === 0
      ? kept > 0
        ? `${title} gets no other files: it has ${counted(kept)} of it already.`
        : `${title} would get no file of it.`
      : `${title} gets ${counted(total)}${whose}${kept > 0 ? `; it has ${kept.toLocaleString('en')} already` : ''}.`;
  return { sentences: [gains, ...said], isWarning: isWarning || total === 0 };
}

const counted = (files: number): string => `${files.toLocaleString('en')} ${files === 1 ? 'file' : 'files'}`;

function stayText({ aor, entry, by, files }: Stays, title: string, areFiles: boolean): string {
  const what = areFiles ? counted(files) : 'What will be there';
  const verb = areFiles && files !== 1 ? ['stay', 'are'] : ['stays', 'is'];
  const glob = entry === null ? 'another glob' : `\`${entry.glob.text}\``;
  if (aor === null && entry !== null && !entry.glob.exclude) return `${what} ${verb[1]} exempt: ${glob}.`;
  if (by !== null && aor !== null) return `${what} ${verb[0]} with ${aor.title}: ${glob} ${winsText(by)}.`;
  const rest = aor === null ? '' : ` and ${verb[0]} with ${aor.title}`;
  return `${what} ${verb[1]} taken out of ${title} by ${glob}${rest}.`;
}

function winsText(by: Decider): string {
  if (by.kind === 'priority') return 'has a higher priority';
  if (by.kind === 'segment') return `is more specific (decided at segment ${by.number})`;
  return by.kind === 'id' ? 'says the same, and its id comes first' : 'stands later';
}
