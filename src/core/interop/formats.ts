/** The formats, besides `CODEOWNERS`, that an ownership file can be made of. */
import { loadRegexCheck } from '../review/regex';
import { readBackstage } from './backstage';
import { readChromium } from './chromium';
import type { Foreign, ForeignFile, ForeignReader } from './foreign';
import { readMaintainers } from './maintainers';
import { readMots } from './mots';
import { readProw } from './prow';
import { isTeamFile, mayNameTeam, readTeams } from './teams';

export interface ForeignFormat {
  readonly name: 'maintainers' | 'mots' | 'teams' | 'backstage' | 'prow' | 'chromium';
  /** For people. */
  readonly title: string;
  /** Whether a file, by its base-relative path, belongs to the format. */
  readonly isSource: (path: string) => boolean;
  /** Whether a file shows by its path alone that the format is used; by default what belongs to it does. */
  readonly isMark?: (path: string) => boolean;
  /** Whether files that could be of several formats are of this one. */
  readonly isLikely: (files: readonly ForeignFile[]) => boolean;
  readonly read: ForeignReader;
}

export const foreignFormats: readonly ForeignFormat[] = [
  {
    name: 'maintainers',
    title: 'MAINTAINERS',
    isSource: (path) => /(?:^|\/)MAINTAINERS$/.test(path),
    isLikely: (files) => files.some(({ text }) => /^F:[ \t]/m.test(text)),
    read: readMaintainers,
  },
  {
    name: 'mots',
    title: 'mots.yaml',
    isSource: (path) => /(?:^|\/)mots\.ya?ml$/.test(path),
    isLikely: (files) => files.length > 0,
    read: readMots,
  },
  {
    name: 'teams',
    title: 'config/teams of code_ownership',
    isSource: (path) => isTeamFile(path) || mayNameTeam(path),
    isMark: isTeamFile,
    isLikely: (files) => files.some(({ text }) => /^(?:owned_globs|name|github):/m.test(text)),
    read: readTeams,
  },
  {
    name: 'backstage',
    title: 'catalog-info.yaml of Backstage',
    isSource: (path) => /(?:^|\/)catalog-info\.ya?ml$/.test(path),
    isLikely: (files) => files.length > 0,
    read: readBackstage,
  },
  {
    name: 'prow',
    title: 'OWNERS of Prow',
    isSource: (path) => /(?:^|\/)OWNERS(?:_ALIASES)?$/.test(path),
    isLikely: (files) => files.some(({ text }) => /^\s*approvers:/m.test(text)),
    read: readProw,
  },
  {
    name: 'chromium',
    title: 'OWNERS of Chromium or Gerrit',
    isSource: (path) => /(?:^|\/)[\w.-]*OWNERS[\w.-]*$/.test(path) && !/(?:^|\/)CODEOWNERS$/.test(path),
    isLikely: (files) => files.length > 0,
    read: readChromium,
  },
];

/** Reads the files; a content expression that is not RE2 is lost, as nothing could be made of it. */
export async function readForeign(
  { read }: ForeignFormat,
  files: readonly ForeignFile[],
  tree: readonly string[],
): Promise<Foreign> {
  const foreign = read(files, tree);
  if (foreign.aors.every(({ content }) => content === null)) return foreign;
  const check = await loadRegexCheck();
  const bad = foreign.aors.filter(({ content }) => content !== null && check(content) !== null);
  const lost = bad.map(({ content, title }) => ({
    ...{ file: files[0]?.path ?? '', line: 1, text: content ?? '', files: null },
    why: `The expression of ${title ?? 'a review'} is not one that can be read here.`,
  }));
  return { ...foreign, aors: foreign.aors.filter((aor) => !bad.includes(aor)), lost: [...foreign.lost, ...lost] };
}
