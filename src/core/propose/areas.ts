/** Groups a tree of files into areas that a person could hold. */
import { addWork, type Work, type WorkDone } from './work';

export interface ProposedArea {
  /** `''` is the root: what is left. */
  readonly folder: string;
  /** The area around it; `null` for the root. */
  readonly parent: string | null;
  readonly files: number;
  readonly work: ReadonlyMap<number, Readonly<Work>>;
  readonly amount: number;
  /** Who leads: somebody active, or `null`. */
  readonly leader: number | null;
}

/** Less than this in files is a detail of what is around it. */
const minimumFiles = 4;
/** With fewer commits nobody can say whose it is. */
const minimumCommits = 8;
/** Of all work: the whole is at most some sixty areas, as many as people look through. */
const minimumShare = 0.015;
/** The same, where somebody leads a part of what nobody leads: the one person is better than a large vacant area. */
const minimumLedShare = 0.004;
/** Of all work: more than this is cut further, even where the same person leads in its parts. */
const largeShare = 0.12;
/** Of what it lies in: with more, a part is the whole by another name, unless somebody else leads the whole. */
const mostOfWhole = 0.8;
/** Of the work in an area: whoever did less does not lead it. */
export const leadingShare = 0.15;
/** More areas than a person can hold; the smallest go back to what is around them. */
const maximumAreasEach = 7;
/** Telling the leaders of a rest apart again, after parts were taken out of it. */
const rounds = 3;

/** Somebody who has not committed for longer does not hold anything. */
export const activeMs = 365 * 86_400_000;

interface Folder {
  readonly path: string;
  readonly folders: Map<string, Folder>;
  readonly own: string[];
}

interface Rest {
  readonly folder: string;
  readonly files: number;
  readonly work: Map<number, Work>;
}

/** The areas, a folder before what is in it, the root last. Every file is in the area of its nearest folder. */
export function proposeAreas(files: readonly string[], done: WorkDone, now: number): readonly ProposedArea[] {
  const total = [...done.byFile.values()].reduce((sum, work) => sum + amountOf(work), 0);
  const taken = new Map<string, Rest>();
  const leaderOf = (work: ReadonlyMap<number, Readonly<Work>>): number | null => {
    const [first] = activeIn(work, done, now);
    return first !== undefined && first[1].amount >= leadingShare * amountOf(work) ? first[0] : null;
  };

  const root = treeOf(files);
  // Children come after their parents in the list, so that from its end every folder finds its children done.
  const order: Folder[] = [root];
  for (const folder of order) for (const child of folder.folders.values()) order.push(child);
  const rests = new Map<string, Rest>();
  for (const folder of order.toReversed()) rests.set(folder.path, restOf(folder));
  taken.set('', rests.get('') ?? { folder: '', files: 0, work: new Map() });
  for (const folder of tooMany()) giveBack(folder);
  return [...taken.values()]
    .map(({ folder, files: count, work }) => ({
      ...{ folder, files: count, work, amount: amountOf(work), leader: leaderOf(work) },
      parent: folder === '' ? null : around(folder),
    }))
    .sort((a, b) => (a.folder === '' ? 1 : b.folder === '' ? -1 : a.folder < b.folder ? -1 : 1));

  /** What is left of a folder once the parts worth holding are taken out of it. */
  function restOf({ path, folders, own }: Folder): Rest {
    let parts = [...folders.values()].flatMap(({ path: child }) => rests.get(child) ?? []);
    for (const { path: child } of folders.values()) rests.delete(child);
    const ownWork = new Map<number, Work>();
    for (const file of own) for (const [who, one] of done.byFile.get(file) ?? []) addWork(ownWork, who, one);
    const isWorth = ({ files: count, work }: Rest, leader: number | null): boolean =>
      count >= minimumFiles &&
      commitsIn(work) >= minimumCommits &&
      amountOf(work) >= total * (leader === null && leaderOf(work) !== null ? minimumLedShare : minimumShare);
    for (let round = 0; round < rounds; round++) {
      const all = sumOf([{ folder: path, files: own.length, work: ownWork }, ...parts], path);
      const leader = leaderOf(all.work);
      const amount = amountOf(all.work);
      const isTooLarge = (part: Rest): boolean =>
        amount > largeShare * total && amountOf(part.work) <= mostOfWhole * amount;
      const split = parts.filter(
        (part) => isWorth(part, leader) && (isTooLarge(part) || leaderOf(part.work) !== leader),
      );
      if (split.length === 0) return all;
      for (const part of split) taken.set(part.folder, part);
      parts = parts.filter((part) => !split.includes(part));
    }
    return sumOf([{ folder: path, files: own.length, work: ownWork }, ...parts], path);
  }

  function around(folder: string): string {
    for (let at = folder; at !== '';) {
      at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : '';
      if (taken.has(at)) return at;
    }
    return '';
  }

  /** The smallest areas of people who would hold too many. */
  function tooMany(): readonly string[] {
    const held = new Map<number, Rest[]>();
    for (const rest of taken.values()) {
      const leader = rest.folder === '' ? null : leaderOf(rest.work);
      if (leader !== null) held.set(leader, [...(held.get(leader) ?? []), rest]);
    }
    return [...held.values()].flatMap((all) =>
      all
        .sort((a, b) => amountOf(b.work) - amountOf(a.work) || (a.folder < b.folder ? -1 : 1))
        .slice(maximumAreasEach)
        .map(({ folder }) => folder),
    );
  }

  function giveBack(folder: string): void {
    const rest = taken.get(folder);
    const outer = taken.get(around(folder));
    if (rest === undefined || outer === undefined) return;
    taken.delete(folder);
    taken.set(outer.folder, sumOf([outer, rest], outer.folder));
  }
}

/** Those who committed anything within a year, most work first. */
export function activeIn(
  work: ReadonlyMap<number, Readonly<Work>>,
  { lastSeen }: WorkDone,
  now: number,
): readonly (readonly [number, Readonly<Work>])[] {
  return [...work]
    .filter(([who]) => now - (lastSeen[who] ?? 0) <= activeMs)
    .sort(([one, a], [other, b]) => b.amount - a.amount || one - other);
}

export function amountOf(work: ReadonlyMap<number, Readonly<Work>>): number {
  let sum = 0;
  for (const { amount } of work.values()) sum += amount;
  return sum;
}

function commitsIn(work: ReadonlyMap<number, Readonly<Work>>): number {
  let sum = 0;
  for (const { commits } of work.values()) sum += commits;
  return sum;
}

function sumOf(rests: readonly Rest[], folder: string): Rest {
  const work = new Map<number, Work>();
  let files = 0;
  for (const rest of rests) {
    files += rest.files;
    for (const [who, one] of rest.work) addWork(work, who, one);
  }
  return { folder, files, work };
}

function treeOf(files: readonly string[]): Folder {
  const root: Folder = { path: '', folders: new Map(), own: [] };
  for (const file of files) {
    const names = file.split('/');
    names.pop();
    let at = root;
    for (const name of names) {
      let next = at.folders.get(name);
      if (next === undefined) {
        next = { path: at.path === '' ? name : `${at.path}/${name}`, folders: new Map(), own: [] };
        at.folders.set(name, next);
      }
      at = next;
    }
    at.own.push(file);
  }
  return root;
}
