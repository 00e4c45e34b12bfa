/** Where a list goes on. */
import { ForgeError } from './failure';
import type { RestAnswer } from './restAnswer';

export interface RestPage {
  readonly values: readonly unknown[];
  /** What the question for the next page has in other words; `null`: this is the last. */
  readonly more: Readonly<Record<string, string | number>> | null;
  /** Where the next page is, below the API's address; missing: where this one was asked for. */
  readonly path?: string;
}

/** The beginning of a list. `isWhole`: there is no more, as far as is known. */
export interface ListPart {
  readonly values: readonly unknown[];
  readonly isWhole: boolean;
}

/**
 * Of the address of the next page only the question counts: servers behind a proxy often know their own name wrongly, and
 * no page is worth leaving the API for. Source: RFC 8288; GitLab's *Pagination*, for `x-next-page` too.
 */
export function pageByLink({ data, headers }: RestAnswer): RestPage {
  if (!Array.isArray(data)) throw new ForgeError({ kind: 'malformed', what: 'what should be a list is none' });
  const target = nextTarget(headers.get('link') ?? '');
  if (target !== null) return { values: data, more: Object.fromEntries(target.searchParams) };
  const page = headers.get('x-next-page') ?? '';
  return { values: data, more: /^\d+$/.test(page) ? { page } : null };
}

/** `<https://…?page=2>; rel="next", <…>; rel="last"`. */
function nextTarget(link: string): URL | null {
  for (const [, address = '', parameters = ''] of link.matchAll(/<([^>]*)>([^<]*)/g)) {
    if (/;\s*rel="?next"?/i.test(parameters) && URL.canParse(address, 'https://x/'))
      return new URL(address, 'https://x/');
  }
  return null;
}
