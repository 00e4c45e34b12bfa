/** The answer for a folder: what its files share, else how many files have which. */
import { ownershipOf, type Today } from '../core';
import { filesBeneath } from '../node/diskSource';
import { emptyAnswer, whoAnswer, type CountAnswer, type WhoAnswer, type Within } from './answers';
import { noteWithoutGit } from './gitNotice';
import type { Io } from './io';

/** The files of repositories, each listed once and sorted, so that a folder's files stand together. */
export interface Listing {
  beneath(base: string): Promise<readonly string[]>;
}

export function createListing(io: Io): Listing {
  const listed = new Map<string, Promise<readonly string[]>>();

  async function list(base: string): Promise<readonly string[]> {
    await noteWithoutGit(base, io);
    return (await filesBeneath(base)).toSorted(compare);
  }

  return {
    beneath(base) {
      let files = listed.get(base);
      if (files === undefined) {
        files = list(base);
        listed.set(base, files);
      }
      return files;
    },
  };
}

/** By UTF-16 units: what begins alike stands together. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Those of sorted paths that begin with `prefix`. */
export function* startingWith(prefix: string, paths: readonly string[]): Generator<string> {
  let low = 0;
  for (let high = paths.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((paths[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  for (let path = paths[low]; path?.startsWith(prefix) === true; path = paths[++low]) yield path;
}

/** `folder`: relative to the repository's base, `''` for the base. `files`: those of the repository, sorted. */
export function folderAnswer(folder: string, files: readonly string[], within: Within, today: Today): WhoAnswer {
  const prefix = folder === '' ? '' : `${folder}/`;
  const groups = new Map<string, { answer: WhoAnswer; files: number; rules: Set<string> }>();
  for (const path of startingWith(prefix, files)) {
    const answer = answerFor(path, within, today);
    const key = `${answer.state} ${answer.aor ?? ''}`;
    const group = groups.get(key);
    const rule = JSON.stringify(answer.rule);
    if (group === undefined) groups.set(key, { answer, files: 1, rules: new Set([rule]) });
    else {
      group.files++;
      group.rules.add(rule);
    }
  }
  const path = within.prefix + folder;
  // Exempt files need nobody; they do not make a folder mixed.
  const counted = [...groups.values()].sort((a, b) => b.files - a.files);
  const relevant = counted.filter(({ answer }) => answer.state !== 'exempt');
  const [only, ...others] = relevant.length > 0 ? relevant : counted;
  if (only === undefined) return { ...answerFor(folder, within, today), path };
  // What depends on the single file is left out.
  const single = {
    ...only.answer,
    path,
    rule: only.rules.size === 1 ? only.answer.rule : null,
    reviews: [],
    conditional: [],
    also: [],
  };
  if (others.length === 0) return single;
  const counts: CountAnswer[] = counted.map(({ answer: { state, aor, owner }, files: number }) => ({
    state,
    aor,
    owner,
    files: number,
  }));
  const hasOneOwner = single.owner !== null && others.every(({ answer }) => answer.owner === single.owner);
  return hasOneOwner
    ? { path, state: 'owned', ...emptyAnswer, owner: single.owner, counts }
    : { path, state: 'mixed', ...emptyAnswer, counts };
}

export function answerFor(path: string, within: Within, today: Today): WhoAnswer {
  const { file, index } = within.repository;
  return whoAnswer(ownershipOf(file, index, path, today), within);
}
