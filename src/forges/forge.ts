/** What every forge can do for us. One folder a forge; each gives a `ForgeClient`. */
import type { Day, ForgeBranch, ForgeKind } from '../core';

/** An open request for review: of GitHub a pull request. */
export interface OpenRequest {
  readonly number: number;
  /** Untrusted. */
  readonly title: string;
  /** Its page. */
  readonly url: string;
  /** Handle of who opened it; `null`: the account is gone. */
  readonly author: string | null;
  readonly isDraft: boolean;
  /** `project`: `acme/shop`; `null`: the copy it came from is gone. */
  readonly from: {
    readonly project: string | null;
    /** Of Gerrit, which has none, the ref of the newest patch set. */
    readonly branch: string;
    /** `null`: not told. Bitbucket in the cloud tells the first twelve digits. */
    readonly commit: string | null;
  };
  readonly into: { readonly branch: string };
}

export type Verdict = 'approved' | 'changes-requested' | 'commented' | 'dismissed';

/** What somebody says of a request, in the end: a verdict outlives later comments. */
export interface Review {
  readonly handle: string;
  readonly verdict: Verdict;
  /** The commit they looked at; `null`: not told. */
  readonly commit: string | null;
}

export interface RequestState {
  readonly request: OpenRequest;
  /** Handles of those who are asked and have not reviewed yet. */
  readonly requested: readonly string[];
  /** Names of teams that are asked. */
  readonly requestedTeams: readonly string[];
  /** One for each person who reviewed. */
  readonly reviews: readonly Review[];
  /**
   * How else people may be called whose handles stand here: other name, in lower case → handle. A mail address, a number.
   * Missing where everybody has one name.
   */
  readonly aliases?: ReadonlyMap<string, string>;
}

/**
 * An open request as the list of all of them tells it. There `from.project` is `null` also where the list does not tell the
 * name of the copy.
 */
export interface ListedRequest extends OpenRequest {
  /** Handles of those who are asked and, as far as the list tells, have not reviewed yet. */
  readonly requested: readonly string[];
  /** When it last changed, ISO 8601; `null`: not told. */
  readonly updated: string | null;
  /** As of `RequestState`. */
  readonly aliases?: ReadonlyMap<string, string>;
}

/** What a request changes. */
export interface ChangedPaths {
  /** Relative to the root, each once; of a rename both sides. */
  readonly paths: readonly string[];
  /** `false`: the forge tells only some. */
  readonly isComplete: boolean;
}

/** Who reviewed something that was merged. */
export interface PastReview {
  /** By which it is found in the history: the merge commit, the newest commit of the request. Full hashes, lower case. */
  readonly commits: readonly string[];
  /** `null`: the account is gone. */
  readonly author: string | null;
  /** Handles of the people who reviewed, without the author and without machines as far as the forge tells. */
  readonly reviewers: readonly string[];
  /** As of `RequestState`. */
  readonly aliases?: ReadonlyMap<string, string>;
}

/** Somebody the forge does not take as a reviewer; `words` are the forge's. */
export interface Refusal {
  readonly handle: string;
  readonly words: string;
}

/** Where to look for the request of a change. */
export interface RequestSearch {
  /** The branch in the copy of the project that it was pushed to. */
  readonly from: ForgeBranch;
  /** The newest commit there as far as it is known, to find a request whose branch has another name. */
  readonly commit: string | null;
  /** The `Change-Id` of the newest commit, by which Gerrit knows a change; missing or `null`: it has none. */
  readonly changeId?: string | null;
}

export type CommentOutcome = 'written' | 'edited' | 'unchanged';

/**
 * A forge as far as reviewers of one project go. Everything rejects with a `ForgeError`, or with the signal's reason where
 * that aborts. Only `withdraw` ever removes somebody, and only whom it is told to: no other call does, and to a forge that
 * replaces the list existing reviewers are sent along.
 */
export interface ForgeClient {
  readonly kind: ForgeKind;
  /** `github.com`. */
  readonly host: string;
  /** `acme/shop`: where requests go to. */
  readonly project: string;
  /** The open requests of a branch, into whatever branch. */
  readonly findRequests: (search: RequestSearch, signal?: AbortSignal) => Promise<readonly OpenRequest[]>;
  readonly readRequest: (number: number, signal?: AbortSignal) => Promise<RequestState>;
  /** Whether the account may ask people; `null`: the forge does not say. */
  readonly mayAsk: (signal?: AbortSignal) => Promise<boolean | null>;
  /**
   * Asks people beside those who are asked, and gives back whom the forge refused, and whom it took off the list although
   * they were sent along. What it says of the others is not proof. `required`: those of them without whom the request must
   * not be merged, for a forge that has such reviewers.
   */
  readonly addReviewers: (
    number: number,
    handles: readonly string[],
    signal?: AbortSignal,
    required?: readonly string[],
  ) => Promise<readonly Refusal[]>;
  /**
   * Writes the one comment of ours, or edits it. `marker`: an HTML comment that it begins with, by which it is found again
   * among those of the same account. `null` for `text`: nothing is written, and a comment that is there says `closing`.
   */
  readonly writeComment: (number: number, comment: MarkedComment, signal?: AbortSignal) => Promise<CommentOutcome>;
  /** The open requests of the project, those that changed last first as far as the forge sorts, at most `atMost`. */
  readonly openRequests: (atMost: number, signal?: AbortSignal) => Promise<readonly ListedRequest[]>;
  readonly changedPaths: (request: OpenRequest, signal?: AbortSignal) => Promise<ChangedPaths>;
  /**
   * Takes back people who were asked; others stay, and so does whoever has reviewed meanwhile. Only ever called for people
   * whom we have just asked ourselves, on a click.
   */
  readonly withdraw: (number: number, handles: readonly string[], signal?: AbortSignal) => Promise<void>;
  /** Who of them says that they are busy. Nobody where the forge does not tell, or has trouble with telling. */
  readonly busyAmong: (handles: readonly string[], signal?: AbortSignal) => Promise<readonly string[]>;
  /**
   * Who reviewed what was merged since a day, what changed last first, at most `atMost`; none where that would take a call
   * for each.
   */
  readonly pastReviews: (since: Day, atMost: number, signal?: AbortSignal) => Promise<readonly PastReview[]>;
}

export interface MarkedComment {
  readonly marker: string;
  /** Markdown. */
  readonly text: string | null;
  readonly closing: string;
}

/** Whether two handles are the same account: none of the forges tells upper from lower case. */
export const isSameHandle = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Whether a commit is the one that a request ends with, as far as that is told. */
export const isSameCommit = (commit: string | null, told: string | null): boolean =>
  told === null || commit?.startsWith(told) === true;

export type PickedRequest =
  | { readonly kind: 'one'; readonly request: OpenRequest }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly requests: readonly OpenRequest[] };

/** Which of the open requests of a branch is meant, where the change is compared with the branch `into`. */
export function pickRequest(requests: readonly OpenRequest[], into: string): PickedRequest {
  const meant = requests.filter((request) => request.into.branch === into);
  const [only, ...others] = meant.length > 0 ? meant : requests;
  if (only === undefined) return { kind: 'none' };
  return others.length === 0 ? { kind: 'one', request: only } : { kind: 'several', requests: [only, ...others] };
}
