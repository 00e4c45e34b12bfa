/** Who should review a change, and why: the vocabulary. Everything is data; `explain.ts` has the words for it. */
import type { Aor, BrokenCondition, OwnershipFile, Person, ReviewLevel, Today, VacancyReason } from '../model';
import type { OwnerCode, Rung, Unavailability } from './asked';
import type { Change } from './change';
import type { RegexEngine } from './regex';

/** `accountable`: the owner, wherever they can be asked. `lean`: as few people as possible. */
export type ChoiceMode = 'accountable' | 'lean';

export interface SuggestInput {
  readonly change: Change;
  /** The ownership file at the tip of the base branch; `null`: there is no base, or it has none. It decides. */
  readonly base: OwnershipFile | null;
  /** The one where the branch began, which tells what the change itself altered; `null`: there was none. */
  readonly fork: OwnershipFile | null;
  /** The working tree's; `null`: it has none that can be read. */
  readonly head: OwnershipFile | null;
  /** Ids of the people who made the change, in the file that decides (`decidingFile`). */
  readonly authors: ReadonlySet<string>;
  /** Ids of people who are known as busy. */
  readonly busy: ReadonlySet<string>;
  readonly today: Today;
  readonly mode: ChoiceMode;
  /** From `loadRegexFor`. */
  readonly regex: RegexEngine;
  readonly evidence?: Evidence | undefined;
  /** Missing where no forge was asked. */
  readonly forge?: ForgeFacts | undefined;
  /** Whether AORs that the change's own ownership file makes may ask for people. By default they may. */
  readonly takesAdditions?: boolean;
}

/** As what somebody takes part in a request for review, as its forge has it. */
export type RequestStanding = 'requested' | 'commented' | 'changes-requested' | 'approved';

/** What somebody says of a change; a comment alone leaves it to others as well. */
export type ReviewVerdict = Extract<RequestStanding, 'approved' | 'changes-requested'>;

/** What a forge says of people, by their ids in the file that decides. */
export interface ForgeFacts {
  /** Who takes part in the request of the change; empty where there is none yet. */
  readonly standing: ReadonlyMap<string, RequestStanding>;
  /** How many other open requests wait for them, so that to be asked here makes nobody busier. */
  readonly waiting: ReadonlyMap<string, number>;
  /** Who says there that they are busy. */
  readonly busy: ReadonlySet<string>;
  /** Who opened the request, and need not have made a commit; `null`: nobody yet, or nobody the file knows. */
  readonly opener: string | null;
}

/** Somebody who reviewed some files before. */
export interface Knower {
  /** Id of the person; `null` for somebody who is not in the ownership file. */
  readonly person: string | null;
  readonly name: string;
  /** Changes that they reviewed, out of how many that were reviewed `where`. */
  readonly reviewed: number;
  readonly of: number;
  /** Where those changes are: in the files themselves; where too few of those were reviewed, in the folders around. */
  readonly where: 'here' | 'around' | 'anywhere';
  /** Changes of those who made this one that they reviewed, anywhere, out of how many that were reviewed. */
  readonly reviewedOfAuthors: number;
  readonly ofAuthors: number;
}

/**
 * What history says about reviewers. It decides among equals and explains; it never overrules who is declared. The same
 * question always gets the same answer.
 */
export interface Evidence {
  /** How well the person is placed to review it: a whole number, more is better; below 0 for those long silent. */
  scoreOf(person: string, requirement: Requirement): number;
  /** Who knows these files, best first. Authors and those who are asked may be among them. */
  knowersOf(files: readonly string[]): readonly Knower[];
}

/** How much a requirement asks for. `note` asks nobody. */
export type RequirementLevel = 'area' | ReviewLevel;

/** A changed line that a `content` matched, or that was too long to be tried. `line` is 1-based; `null`: not known. */
export interface LinePlace {
  readonly path: string;
  readonly line: number | null;
  /** Of the file before or after the change. */
  readonly side: 'added' | 'removed';
}

/** One AOR that the change touches. There is one for each AOR. */
export interface Requirement {
  readonly aor: Aor;
  readonly level: RequirementLevel;
  /** Sorted. A rename is named by its new path where that matches, else by the old one. */
  readonly files: readonly string[];
  /** First matching line of each file, where the AOR has a `content`. */
  readonly matches: readonly LinePlace[];
  /** `altered`: the change alters the AOR itself. `added`: only the change's own ownership file has the AOR. */
  readonly origin: 'base' | 'added' | 'altered';
}

/** How far a requirement is on the forge, and by whom. `reviewed`: with anything else than an approval. */
export type RequirementState =
  | { readonly requirement: Requirement; readonly state: 'open'; readonly by: null }
  | { readonly requirement: Requirement; readonly state: 'requested' | 'reviewed' | 'approved'; readonly by: Person };

/** A requirement that somebody is asked for. */
export interface Covered {
  readonly requirement: Requirement;
  readonly as: Rung;
  /** The AOR whose rung it is: that of the requirement or one above it. */
  readonly of: Aor;
  /** Why the AOR's own owner is not the one; `owner` where they are, or where they could be. */
  readonly code: OwnerCode;
  /** The AOR's own owner; `null`: none is written, or nobody of that id is defined. */
  readonly owner: Person | null;
  /** `null`: no forge was asked. */
  readonly state: RequirementState | null;
}

/** Somebody to ask, or who was asked before. */
export interface Ask {
  readonly person: Person;
  /** Never empty; `must` first, then areas, offers, each with most files first. */
  readonly for: readonly Covered[];
  /** Why they would rather not be asked. */
  readonly warnings: readonly Unavailability[];
}

/** Somebody who would have been asked before the one who is. */
export interface NotAsked {
  /** Id as written; `null` where the AOR names no owner. */
  readonly id: string | null;
  /** `null`: the ownership file defines nobody of that id. */
  readonly person: Person | null;
  readonly aor: Aor;
  readonly code: Exclude<OwnerCode, 'owner'>;
}

export type Uncovered =
  /** A path that no area has and that needs one. */
  | { readonly kind: 'path'; readonly path: string }
  /** A requirement for which nobody can be asked. `named`: leads and managers worth telling. */
  | {
      readonly kind: 'aor';
      readonly requirement: Requirement;
      readonly code: Exclude<OwnerCode, 'owner'>;
      readonly vacancy: VacancyReason | null;
      /** The AOR's own owner; `null`: none is written, or nobody of that id is defined. */
      readonly owner: Person | null;
      readonly named: readonly Person[];
    };

export type Undecided =
  | { readonly kind: 'broken'; readonly aor: Aor; readonly condition: BrokenCondition }
  /** A line too long to be tried, or lines that were not kept (`place.line` is then `null`). */
  | { readonly kind: 'unchecked-line'; readonly aor: Aor; readonly place: LinePlace };

export type AlsoTouched =
  /** Nobody holds it; `asked` is asked for it, `null` where there was no room. */
  | {
      readonly code: 'vacant';
      readonly requirement: Requirement;
      readonly reason: VacancyReason;
      readonly asked: { readonly person: Person; readonly as: Rung; readonly of: Aor } | null;
    }
  /** To be known, not asked. */
  | { readonly code: 'note'; readonly requirement: Requirement }
  /** There was no room: `person` would be the one. */
  | { readonly code: 'ask-at-most'; readonly requirement: Requirement; readonly person: Person };

export interface Checklist {
  readonly aor: Aor;
  readonly guide: string | null;
  readonly items: readonly string[];
}

export interface Knows {
  /** What they know; `null`: the files of the change that nobody owns. */
  readonly aor: Aor | null;
  readonly knower: Knower;
  /** The person of that id, where there is one. */
  readonly person: Person | null;
}

/** The answer for a change. Lists are sorted, so the same change has the same answer. */
export interface Suggestion {
  /** Which ownership file decided: that of the base branch, or the working tree's where there is no other. */
  readonly from: 'base' | 'working';
  /** Whether the change writes ownership files. */
  readonly isFileChanged: boolean;
  readonly fileCount: number;
  /** By id of the AOR. */
  readonly requirements: readonly Requirement[];
  /** People for a `must` first, then areas, then offers, those with most files first. */
  readonly ask: readonly Ask[];
  readonly notAsked: readonly NotAsked[];
  readonly uncovered: readonly Uncovered[];
  readonly undecided: readonly Undecided[];
  readonly also: readonly AlsoTouched[];
  readonly checklists: readonly Checklist[];
  /** At most three for an area, and for the files that nobody owns, which come last. */
  readonly knows: readonly Knows[];
  /** One for each requirement that asks for somebody, in their order; `null`: no forge was asked. */
  readonly states: readonly RequirementState[] | null;
}
