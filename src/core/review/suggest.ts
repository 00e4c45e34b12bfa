/** Who should review a change: requirements, candidates, choice, cap, and what there is to be told. */
import type { OwnershipFile } from '../model';
import { atOnce } from '../steps';
import { additionsTo } from './additions';
import { isSameFile } from './altered';
import { candidatesOf, stateOf } from './answering';
import { capped, type Load } from './cap';
import { needOf, personCostOf, tieBreakerFor, type Askable } from './candidates';
import { choose } from './choice';
import { compareText } from './order';
import { requirementsOf } from './requirements';
import type { Requirement, RequirementState, SuggestInput, Suggestion } from './suggestion';
import { askOf, droppedFor, knowing, knowingUnowned, notAskedFor, uncoveredAor, vacancyOf, type Taken } from './told';

/** The ownership file that decides, and in which authors are looked up. */
export const decidingFile = ({ base, head }: Pick<SuggestInput, 'base' | 'head'>): OwnershipFile | null => base ?? head;

/** Who should review a change, at once. */
export const suggest = (input: SuggestInput): Suggestion => atOnce(suggestInSteps(input));

/** Who should review a change, in steps of about a millisecond, so that the caller can stop or let others work. */
export function* suggestInSteps(given: SuggestInput): Generator<undefined, Suggestion> {
  const input = withForge(given);
  const deciding = decidingFile(input);
  if (deciding === null) return nobodyDecides(input);
  const additions = additionsTo(deciding, input);
  // An AOR of the base is asked for by the base alone: what the change adds must not lengthen its way upwards.
  const fileOf = ({ origin }: Requirement): OwnershipFile => (origin === 'added' ? additions.file : deciding);
  yield;
  const { all, unowned, undecided } = yield* requirementsOf(input, deciding, additions);

  const withCandidates = all.map((requirement) => ({
    requirement,
    candidates: candidatesOf(fileOf(requirement), requirement, input, input.forge),
  }));
  const askable = withCandidates.filter(({ candidates }) => candidates.length > 0);
  yield;
  const tieBreaker = tieBreakerFor(all, given.authors);
  const loads = chosen(askable, input, tieBreaker);
  yield;
  const isThere = (person: string): boolean => input.forge?.standing.has(person) ?? false;
  const { asked, rest } = capped(loads, deciding.review.askAtMost, tieBreaker, isThere);

  const taken = [...asked, ...rest].flatMap(({ items }) => items);
  const nobody = withCandidates.filter(
    ({ requirement: { level }, candidates }) => level !== 'note' && candidates.length === 0,
  );
  const isAsked = new Set(asked.flatMap(({ items }) => items));
  const states = statesOf(all, fileOf, taken, input);
  return {
    from: input.base === null ? 'working' : 'base',
    isFileChanged: !isSameFile(input.fork, input.head),
    fileCount: input.change.files.length,
    requirements: all,
    ask: asked.flatMap((load) => askOf(fileOf, load, states, input)),
    notAsked: [
      ...taken.flatMap(({ requirement, candidate }) => notAskedFor(fileOf(requirement), requirement, candidate, input)),
      ...nobody.flatMap(({ requirement }) => notAskedFor(fileOf(requirement), requirement, null, input)),
    ].sort((a, b) => compareText(a.aor.id, b.aor.id)),
    uncovered: [
      ...unowned.map((path) => ({ kind: 'path', path }) as const),
      ...nobody.map(({ requirement }) => uncoveredAor(fileOf(requirement), requirement, input)),
    ],
    undecided,
    also: [
      ...all.flatMap((requirement) => (requirement.level === 'note' ? [{ code: 'note', requirement } as const] : [])),
      ...taken.flatMap((item) => vacancyOf(fileOf(item.requirement), item, isAsked.has(item), input)),
      ...rest.flatMap(({ items }) => items.map(droppedFor)),
    ].sort((a, b) => compareText(a.requirement.aor.id, b.requirement.aor.id) || compareText(a.code, b.code)),
    checklists: all
      .map(({ aor }) => ({ aor, guide: aor.guide, items: aor.checklist }))
      .filter(({ guide, items }) => guide !== null || items.length > 0),
    knows: [
      // A review is about something else than its files: who reviewed those tells nothing of who knows that.
      ...all
        .filter(({ level }) => level === 'area')
        .flatMap((requirement) => knowing(deciding, requirement, asked, input)),
      ...knowingUnowned(deciding, unowned, input),
    ],
    states,
  };
}

/** Nobody reviews a request that they opened. */
function withForge(input: SuggestInput): SuggestInput {
  const { forge, authors, busy } = input;
  if (forge === undefined) return input;
  return {
    ...input,
    authors: forge.opener === null ? authors : new Set([...authors, forge.opener]),
    busy: new Set([...busy, ...forge.busy]),
  };
}

function statesOf(
  requirements: readonly Requirement[],
  fileOf: (requirement: Requirement) => OwnershipFile,
  taken: readonly Taken[],
  input: SuggestInput,
): readonly RequirementState[] | null {
  const { forge } = input;
  if (forge === undefined) return null;
  const takers = new Map(taken.map(({ requirement, candidate }) => [requirement, candidate.person]));
  return requirements
    .filter(({ level }) => level !== 'note')
    .map((one) => stateOf(fileOf(one), one, takers.get(one) ?? null, input, forge));
}

/** Without any ownership file there is nothing to say but that nothing is owned. */
function nobodyDecides({ change, fork, forge }: SuggestInput): Suggestion {
  const paths = change.files.map(({ path }) => path).sort(compareText);
  return {
    from: 'working',
    isFileChanged: fork !== null,
    fileCount: change.files.length,
    requirements: [],
    ask: [],
    notAsked: [],
    uncovered: paths.map((path) => ({ kind: 'path', path })),
    undecided: [],
    also: [],
    checklists: [],
    knows: [],
    states: forge === undefined ? null : [],
  };
}

/** Who takes what, by person. */
function chosen(
  askable: readonly Askable[],
  input: SuggestInput,
  tieBreaker: (person: string) => number,
): readonly Load<Taken>[] {
  const needs = askable.map((one) => needOf(one, input));
  const assignment = choose(needs, personCostOf(input, tieBreaker), new Set(input.forge?.standing.keys()));
  const loads = new Map<string, Taken[]>();
  for (const { requirement, candidates } of askable) {
    const candidate = candidates.find(({ person }) => person.id === assignment.get(requirement.aor.id));
    if (candidate === undefined) throw new Error(`Nobody was chosen for ${requirement.aor.id}`);
    const items = loads.get(candidate.person.id) ?? [];
    items.push({ requirement, candidate });
    loads.set(candidate.person.id, items);
  }
  return [...loads].map(([person, items]) => ({ person, items }));
}
