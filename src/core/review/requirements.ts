/** What a change requires: an AOR for each touched area, and the reviews whose conditions hold. */
import type { Aor, OwnershipFile, ReviewLevel } from '../model';
import { compileRules, type Explanation, type RuleIndex } from '../rules';
import type { Additions } from './additions';
import type { ChangedFile } from './change';
import { contentTester, type ContentTester } from './content';
import { compareText, sortedSet } from './order';
import { appliesTo, sightOf, type Applies, type Sight } from './reviewConditions';
import type { LinePlace, Requirement, RequirementLevel, SuggestInput, Undecided } from './suggestion';

/** What a change requires, before anybody is asked. Lists are sorted. */
export interface Requirements {
  readonly all: readonly Requirement[];
  /** Paths that no area has. */
  readonly unowned: readonly string[];
  readonly undecided: readonly Undecided[];
}

interface Draft {
  readonly aor: Aor;
  /** The path each file is listed by: its new one, if that is known to match. */
  readonly listed: Map<ChangedFile, string>;
  readonly matches: LinePlace[];
}

function listFile({ listed }: Draft, file: ChangedFile, path: string): void {
  if (listed.get(file) !== file.path) listed.set(file, path);
}

/** Works out what a change requires of `file`, the ownership file that decides, with what the change adds to it. */
export function* requirementsOf(
  { change, regex }: Pick<SuggestInput, 'change' | 'regex'>,
  file: OwnershipFile,
  additions: Additions,
): Generator<undefined, Requirements> {
  const drafts = new Map<string, Draft>();
  const draftOf = (id: string): Draft => {
    const aor = additions.file.aors.get(id);
    // Every id comes from the deciding file or from what is added to it.
    if (aor === undefined) throw new Error(`No AOR ${id}`);
    const draft = drafts.get(id) ?? { aor, listed: new Map<ChangedFile, string>(), matches: [] };
    drafts.set(id, draft);
    return draft;
  };
  const files = [...change.files].sort((a, b) => compareText(a.path, b.path));
  const sides = yield* explained(files, compileRules(file));
  const content = contentTester(regex);

  const unowned: string[] = [];
  for (const side of sides) {
    const { byAor, open } = areasOf(side, additions);
    for (const [id, path] of byAor) listFile(draftOf(id), side.file, path);
    if (open !== null) unowned.push(open);
    yield;
  }

  const undecided: Undecided[] = [];
  for (const [aor, sights] of seenByReviews(sides)) {
    const applies = yield* appliesTo(aor, sights, content);
    addTo(draftOf, aor.id, applies);
    undecided.push(...applies.unchecked.map((place) => ({ kind: 'unchecked-line', aor, place }) as const));
  }
  yield* addedReviews(files, additions, content, draftOf);
  for (const id of additions.altered.keys()) draftOf(id);

  return {
    all: [...drafts.values()].map((draft) => finished(draft, file, additions)).sort(byId),
    unowned: sortedSet(unowned),
    undecided: [...brokenReviews(file), ...undecided].sort((a, b) => compareText(a.aor.id, b.aor.id)),
  };
}

const byId = (a: Requirement, b: Requirement): number => compareText(a.aor.id, b.aor.id);

/** A changed file with what the deciding file says of its new and its old path; `null`: it has no such side. */
interface Sides {
  readonly file: ChangedFile;
  readonly path: Explanation;
  readonly from: Explanation | null;
}

function* explained(files: readonly ChangedFile[], index: RuleIndex): Generator<undefined, readonly Sides[]> {
  const sides: Sides[] = [];
  for (const file of files) {
    const from = file.kind === 'renamed' ? file.from : null;
    sides.push({ file, path: index.explain(file.path), from: from === null ? null : index.explain(from) });
    yield;
  }
  return sides;
}

/** The areas of one file, each with the path it is listed by, and the path that is left without an area, if any. */
function areasOf({ file, path, from }: Sides, additions: Additions) {
  const byAor = new Map<string, string>();
  if (from?.decision.kind === 'area' && file.from !== null) byAor.set(from.decision.winner.aor.id, file.from);
  if (path.decision.kind === 'area') byAor.set(path.decision.winner.aor.id, file.path);
  const added = file.kind === 'deleted' ? null : additions.areaOf(file.path);
  if (added !== null) byAor.set(added.id, file.path);

  const isOpen = path.decision.kind === 'none' && added === null;
  // What was taken out of no area into one is seen by the owner of that one; into an exempt place, by nobody.
  const isLost = from?.decision.kind === 'none' && byAor.size === 0;
  return { byAor, open: isOpen ? file.path : isLost ? file.from : null };
}

const reviewsIn = (explanation: Explanation | null): ReadonlySet<Aor> =>
  new Set(explanation === null ? [] : [...explanation.reviews, ...explanation.conditional.map(({ aor }) => aor)]);

function seenByReviews(sides: readonly Sides[]): ReadonlyMap<Aor, Sight[]> {
  const seen = new Map<Aor, Sight[]>();
  for (const { file, path, from } of sides) {
    const now = reviewsIn(path);
    const before = reviewsIn(from);
    for (const aor of new Set([...now, ...before])) {
      const sight = sightOf(file, now.has(aor), before.has(aor));
      if (sight !== null) addSight(seen, aor, sight);
    }
  }
  return seen;
}

function addSight(seen: Map<Aor, Sight[]>, aor: Aor, sight: Sight): void {
  const sights = seen.get(aor);
  if (sights === undefined) seen.set(aor, [sight]);
  else sights.push(sight);
}

function addTo(draftOf: (id: string) => Draft, id: string, { files, matches }: Applies): void {
  if (files.length === 0) return;
  const draft = draftOf(id);
  for (const { file, path } of files) listFile(draft, file, path);
  draft.matches.push(...matches);
}

/** The reviews that the change makes or alters. Deleted paths and old sides of renames are the base's business. */
function* addedReviews(
  files: readonly ChangedFile[],
  { reviews, index }: Additions,
  content: ContentTester,
  draftOf: (id: string) => Draft,
): Generator<undefined, void> {
  if (reviews.length === 0 || index === null) return;
  const sides = yield* explained(files, index);
  const isAdded = new Set(reviews);
  for (const [aor, sights] of seenByReviews(sides)) {
    if (!isAdded.has(aor)) continue;
    const kept = sights.filter(({ kind }) => kind !== 'deleted');
    addTo(draftOf, aor.id, yield* appliesTo(aor, kept, content));
  }
}

const levels: readonly ReviewLevel[] = ['note', 'offer', 'must'];

/**
 * An area has no level of its own. The owner of a review that the change alters is asked, so it is an offer at least,
 * and what the change makes stricter is: it may add, and takes nothing away.
 */
function levelOf(aor: Aor, additions: Additions): RequirementLevel {
  if (aor.kind !== 'review') return 'area';
  if (!additions.altered.has(aor.id)) return aor.level;
  const own = additions.ownOf(aor.id);
  const given: readonly ReviewLevel[] = ['offer', aor.level, own?.kind === 'review' ? own.level : 'offer'];
  return given.reduce((a, b) => (levels.indexOf(a) < levels.indexOf(b) ? b : a));
}

function finished({ aor, listed, matches }: Draft, file: OwnershipFile, additions: Additions): Requirement {
  const isKnown = file.aors.has(aor.id);
  const holder = additions.altered.get(aor.id);
  const byPath = new Map(matches.map((place) => [place.path, place]));
  return {
    aor,
    level: levelOf(aor, additions),
    files: sortedSet([...listed.values(), ...(holder === undefined ? [] : [holder])]),
    matches: [...byPath.values()].sort((a, b) => compareText(a.path, b.path)),
    origin: additions.altered.has(aor.id) ? 'altered' : isKnown ? 'base' : 'added',
  };
}

/** Reviews with a condition that cannot be read apply to nothing; every answer says so, each kind of trouble once. */
function brokenReviews({ aors }: OwnershipFile): readonly Undecided[] {
  return [...aors.values()]
    .filter(({ kind }) => kind === 'review')
    .flatMap((aor) => {
      const byCode = new Map([...aor.broken].reverse().map((condition) => [condition.code, condition]));
      return [...byCode.values()].reverse().map((condition) => ({ kind: 'broken', aor, condition }) as const);
    });
}
