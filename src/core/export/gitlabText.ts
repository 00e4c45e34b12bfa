/**
 * The whole `CODEOWNERS` file for GitLab, and what it cannot say. Source: GitLab Docs, *Syntax of CODEOWNERS file*. The
 * areas are the entries before the first heading, the reviews that apply by path alone are sections.
 */
import type { Aor, OwnershipFile, Today } from '../model';
import { codeownersLines, type CodeownersLine, type GlobLine } from './codeownersLines';
import { entryTexts } from './entryTexts';
import { gitlabPatterns } from './gitlabPattern';
import { readGitlab } from './gitlabReader';
import { reviewSections } from './gitlabSections';
import type { HostExport } from './hostExport';
import { hostOwners } from './hostOwners';

/** First line of an exported file: what is written by hand does not begin so, and is never written over. */
export const gitlabHeader = '# Written by `aor export --to gitlab`. Change the ownership file and export again.';

/** `user`, `group` and `group/subgroup`. */
const handle = /^[\w.-]+(?:\/[\w.-]+)*$/;

/** Exports for a host, a host name such as `gitlab.com`. `more` are lines for what patterns cannot say. */
export function exportGitlab(
  file: OwnershipFile,
  host: string | null,
  today: Today,
  more: readonly CodeownersLine[] = [],
): HostExport {
  const owners = hostOwners(file, host, handle, today);
  const isNamed = (aor: Aor): boolean => owners.of(aor).length > 0;
  const areas = codeownersLines(file, gitlabPatterns);
  // What is excluded there comes back nowhere, so that only what nobody owns for certain can be excluded.
  const isSaid = ({ aor, isOwnerless }: GlobLine): boolean => aor !== null || isOwnerless;
  const left = areas.lines.filter((line) => !isSaid(line)).map(({ of, glob }) => ({ aor: of, glob }));
  const kept = lastOfEach([...areas.lines.filter(isSaid), ...more].filter(({ aor }) => aor === null || isNamed(aor)));
  const reviews = reviewSections(file);
  const sections = reviews.sections.filter(({ aor }) => isNamed(aor));
  const asked = [...areas.lines.flatMap(({ aor }) => aor ?? []), ...reviews.sections.map(({ aor }) => aor)];
  const nameless = new Set(asked.filter((aor) => !isNamed(aor)));

  const texts = [
    gitlabHeader,
    ...entryTexts(kept.flatMap(({ pattern, aor }) => (aor === null ? [] : [{ pattern, owners: owners.of(aor) }]))),
    ...kept.flatMap(({ pattern, aor }) => (aor === null ? [`!${pattern}`] : [])),
    ...sections.flatMap(({ aor, heading, patterns, excluded }) => [
      '',
      heading,
      ...entryTexts(patterns.map((pattern) => ({ pattern, owners: owners.of(aor) }))),
      ...excluded,
    ]),
  ];
  const text = `${texts.join('\n')}\n`;
  const [first, ...rest] = readGitlab(text);
  const written = new Map(rest.map((section) => [section.name?.toLowerCase() ?? '', section]));
  return {
    text,
    lines: kept,
    left: [...areas.left, ...left, ...reviews.left],
    unreachable: owners.unreachable,
    nameless: [...nameless],
    unsaid: reviews.unsaid,
    hasOurOwner: (ownership) => {
      const aor = 'aor' in ownership ? ownership.aor : null;
      if (aor !== null && nameless.has(aor)) return true;
      return sameText(first?.ownersOf(ownership.path) ?? null, aor === null ? null : owners.of(aor));
    },
    hasOurReviews: ({ path, reviews: ours }) => {
      const applying = new Set(ours);
      return sections.every(({ aor, name }) =>
        sameText(written.get(name.toLowerCase())?.ownersOf(path) ?? null, applying.has(aor) ? owners.of(aor) : null),
      );
    },
  };
}

const sameText = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
  (a?.join(' ') ?? null) === (b?.join(' ') ?? null);

/** An entry that comes again keeps its first place there, so only the last one is written. */
function lastOfEach(lines: readonly CodeownersLine[]): readonly CodeownersLine[] {
  const last = new Map(lines.map(({ pattern }, at) => [pattern, at]));
  return lines.filter(({ pattern }, at) => last.get(pattern) === at);
}
