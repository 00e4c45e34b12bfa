import type { Cursor } from './cursor';

export type CompletionKind = 'key' | 'value' | 'person' | 'team' | 'aor' | 'duty' | 'folder' | 'file' | 'entry';

/** One thing that may stand at the cursor. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** Beside the label, plain text. */
  readonly detail: string;
  /** Markdown. */
  readonly help: string | null;
  /** What is put in; a snippet where `isSnippet`: `$0` is where the cursor ends up. */
  readonly insert: string;
  readonly isSnippet: boolean;
  /** What is replaced, as UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** What is typed is held against this, which begins like what is replaced. */
  readonly filter: string;
  /** Items are shown in the order of these. */
  readonly sort: string;
  /** More can be completed behind it. */
  readonly goesOn: boolean;
}

export type Offered = Pick<CompletionItem, 'label' | 'kind'> &
  Partial<Pick<CompletionItem, 'detail' | 'help' | 'insert' | 'isSnippet' | 'filter' | 'goesOn'>>;

/** Items for the word at the cursor, in the order given. */
export function itemsFor({ start, end }: Pick<Cursor, 'start' | 'end'>, offered: readonly Offered[]): CompletionItem[] {
  return offered.map((item, at) => ({
    ...{ detail: '', help: null, insert: item.label, isSnippet: false, filter: item.label, goesOn: false },
    ...{ start, end, sort: String(at).padStart(6, '0') },
    ...item,
  }));
}

/** Text as it stands in a snippet. */
export const inSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
