/** The whole `CODEOWNERS` file for GitHub, and what it cannot say. Source: GitHub Docs, *About code owners*. */
import type { OwnershipFile, Today } from '../model';
import { codeownersLines, type CodeownersLine } from './codeownersLines';
import { codeownersPatterns } from './codeownersPattern';
import { entryTexts } from './entryTexts';
import type { HostExport } from './hostExport';
import { hostOwners } from './hostOwners';
import { lastMatchOf } from './lastMatch';

export interface CodeownersExport extends HostExport {
  /** The lines of the text, in its order, without comments. */
  readonly lines: readonly CodeownersLine[];
}

/** First line of an exported file: what is written by hand does not begin so, and is never written over. */
export const codeownersHeader =
  '# Written by `aor export --to codeowners`. Change the ownership file and export again.';

/** `user` and `org/team`. */
const handle = /^[\w.-]+(?:\/[\w.-]+)?$/;

/** Exports for a host, a host name such as `github.com`. `more` are lines at the end, for what patterns cannot say. */
export function exportCodeowners(
  file: OwnershipFile,
  host: string | null,
  today: Today,
  more: readonly CodeownersLine[] = [],
): CodeownersExport {
  const owners = hostOwners(file, host, handle, today);
  const { lines: all, left } = codeownersLines(file, codeownersPatterns);
  const lines = [...all, ...more].filter(({ aor }) => aor === null || owners.of(aor).length > 0);
  const nameless = new Set(all.flatMap(({ aor }) => (aor !== null && owners.of(aor).length === 0 ? [aor] : [])));
  const texts = entryTexts(lines.map(({ pattern, aor }) => ({ pattern, owners: aor === null ? [] : owners.of(aor) })));
  const lineFor = lastMatchOf(lines);
  return {
    text: `${[codeownersHeader, ...texts].join('\n')}\n`,
    lines,
    left,
    unreachable: owners.unreachable,
    nameless: [...nameless],
    unsaid: [],
    hasOurOwner: (ownership) => {
      const aor = 'aor' in ownership ? ownership.aor : null;
      return (lineFor(ownership.path)?.aor ?? null) === aor || (aor !== null && nameless.has(aor));
    },
    // The format has no reviews, so that it says nothing wrong of them.
    hasOurReviews: () => true,
  };
}
