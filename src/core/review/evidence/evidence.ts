/**
 * What the choice of reviewers asks of a repository's history, and nothing more: no ranking of people leaves this
 * folder. Evidence decides among people on the same rung, and explains a suggestion.
 */

/** Somebody as a commit names them, after `.mailmap`. Either part can be empty; untrusted text. */
export interface Identity {
  readonly name: string;
  readonly email: string;
}

/** Somebody who knows the paths of a requirement, with the share that says so. */
export interface Knower {
  /** Id in the ownership file; `null`: somebody it does not name. */
  readonly person: string | null;
  /** One visible line. */
  readonly name: string;
  /** Why, in one visible line: `reviewed 7 of the last 9 changes here`. */
  readonly text: string;
}

/** What history says about one requirement of one change. */
export interface RequirementEvidence {
  /**
   * How little history speaks for asking a person (an id of the ownership file): a whole number, 0 is the most. Sums
   * over requirements compare. People who have been silent for 90 days come behind all others.
   */
  readonly costOf: (person: string) => number;
  /** Up to three people who know these paths best, without authors, bots, people who have left, and `except`. */
  readonly knows: (except: ReadonlySet<string>) => readonly Knower[];
}

/** The door the choice uses: base-relative touched paths of a requirement, and who wrote the change. */
export interface Evidence {
  readonly about: (paths: readonly string[], authors: readonly Identity[]) => RequirementEvidence;
}

/** Nothing is known: everybody is equal. For switched off, untrusted, or no git. */
export const noEvidence: Evidence = { about: () => ({ costOf: () => 0, knows: () => [] }) };
