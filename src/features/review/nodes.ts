/** What the rows of the view *Review* are about. Plain data: how they look is the business of `items.ts`. */
import type { Aor, Ask, Knows, Requirement, RequirementState } from '../../core';
import type { Sight } from '../../host/forge/sight';
import type { ReadyReview, Review } from '../../host/review/review';
import type { RequestRow } from './requestRows';

/** The parts of a review, in the order they are shown. */
export type Part = 'ask' | 'attention' | 'areas' | 'reviews' | 'checklists' | 'also' | 'not-asked';

interface Node {
  /** Unique and the same after a refresh. */
  readonly id: string;
}

/** One of several repositories. */
export interface RepositoryNode extends Node {
  readonly kind: 'repository';
  readonly review: Review;
}

interface InReview extends Node {
  readonly review: ReadyReview;
}

export interface PartNode extends InReview {
  readonly kind: 'part';
  readonly part: Part;
}

/** The request on the forge. */
export interface RequestNode extends InReview {
  readonly kind: 'request';
  readonly sight: Sight;
}

/** Somebody in it, or one of several. */
export interface RequestRowNode extends InReview {
  readonly kind: 'request-row';
  readonly row: RequestRow;
}

/** Somebody to ask. */
export interface PersonNode extends InReview {
  readonly kind: 'person';
  readonly ask: Ask;
}

/** An AOR that the change touches. */
export interface RequirementNode extends InReview {
  readonly kind: 'requirement';
  readonly requirement: Requirement;
}

/** A sentence. `aor`: where choosing it leads. */
export interface FactNode extends InReview {
  readonly kind: 'fact';
  readonly icon: string;
  readonly label: string;
  readonly description: string;
  readonly aor: Aor | null;
}

/** A changed file. `path` is base-relative. */
export interface FileNode extends InReview {
  readonly kind: 'file';
  readonly path: string;
  readonly description: string;
}

/** The checklist of an AOR. */
export interface ChecklistNode extends InReview {
  readonly kind: 'checklist';
  readonly aor: Aor;
}

export interface TickNode extends InReview {
  readonly kind: 'tick';
  readonly aor: Aor;
  readonly text: string;
}

/** Where more is written about a checklist. */
export interface GuideNode extends InReview {
  readonly kind: 'guide';
  readonly target: string;
}

/** What there was no room for. */
export interface RestNode extends Node {
  readonly kind: 'rest';
  readonly count: number;
}

export type ReviewNode =
  | RepositoryNode
  | PartNode
  | RequestNode
  | RequestRowNode
  | PersonNode
  | RequirementNode
  | FactNode
  | FileNode
  | ChecklistNode
  | TickNode
  | GuideNode
  | RestNode;

/** What remembers a tick: the repository and the branch, and the item of its AOR. */
export const branchKey = ({ repository, change }: ReadyReview): string =>
  `${repository.base.toString()} ${change.head.branch ?? change.head.commit ?? ''}`;

export const tickKey = ({ aor, text }: Pick<TickNode, 'aor' | 'text'>): string => `${aor.id} ${text}`;

/** Whom a requirement is given to. */
export const askedFor = ({ suggestion }: ReadyReview, { aor }: Requirement): Ask | undefined =>
  suggestion.ask.find((ask) => ask.for.some(({ requirement }) => requirement.aor.id === aor.id));

/** How far a requirement is on the forge; `undefined`: nobody is asked for it, or no forge was. */
export const stateFor = ({ suggestion }: ReadyReview, { aor }: Requirement): RequirementState | undefined =>
  suggestion.states?.find(({ requirement }) => requirement.aor.id === aor.id);

/** Others who know an AOR; `null`: who knows the files that nobody owns. */
export const knowingOf = ({ suggestion }: ReadyReview, aor: Aor | null): readonly Knows[] =>
  suggestion.knows.filter((knows) => knows.aor?.id === aor?.id);
