/** What stands above the tree. */
import { visible } from '../../core';
import type { Repository } from '../../host/store';
import { arrangementOf, type Look } from './arrangement';
import { shownRepositories } from './outline';

export interface Head {
  /** Beside the title: what is looked for. Empty where it is nothing. */
  readonly description: string;
  /** What the tree itself cannot say; empty where nothing is wrong. */
  readonly message: string;
}

/** The head for the repositories of the window. */
export function headOf(repositories: readonly Repository[], look: Look): Head {
  const shown = shownRepositories(repositories);
  const files = shown.flatMap(({ model }) => model?.file ?? []);
  const total = files.reduce((sum, file) => sum + file.aors.size, 0);
  const found = files.reduce((sum, file) => sum + arrangementOf(file, look).all.length, 0);
  const text = visible(look.filterText);
  const sentences = [
    ...(shown.some(({ state }) => state === 'stale') ? [stale] : []),
    ...(files.some(({ codeowners }) => codeowners !== null) ? [standsIn] : []),
    ...new Set(shown.flatMap(({ uncounted }) => uncounted ?? [])),
    ...(files.length > 0 && total === 0 ? ['The ownership file has no AORs yet.'] : []),
    ...(look.filter === null || total === 0 ? [] : [foundSentence(text, found, total)]),
  ];
  return {
    description: look.filter === null ? '' : `“${text}”`,
    message: sentences.join(' '),
  };
}

const stale = 'The ownership file has errors. This is what it said when it could last be read.';

const standsIn =
  'CODEOWNERS is shown as it stands. Import it, and each area can have one person who holds it: AOR: Import…';

const foundSentence = (text: string, found: number, total: number): string =>
  found === 0
    ? `No title, id, person or glob has “${text}”.`
    : `Shows ${found.toLocaleString('en')} of ${total.toLocaleString('en')}: with “${text}” in title, id, people or globs.`;
