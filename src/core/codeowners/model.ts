/** A `CODEOWNERS` file as it is written. */
import type { Problem, Span } from '../model';
import type { Pattern } from '../rules/pattern';
import type { CodeownersDialect } from './dialect';

export interface CodeownersOwner {
  /** `role`: everybody with a role in the project, `@@maintainer`. Whether `@name` is a user or a group GitLab alone knows. */
  readonly kind: 'user' | 'team' | 'email' | 'role';
  /** As written: `@ana`, `@acme/payments`, `ana@shop.example`. */
  readonly text: string;
}

/** A group of lines in which the last match decides; all sections apply. Only GitLab has more than one. */
export interface CodeownersSection {
  /** As first written; `null`: what stands before any heading. */
  readonly name: string | null;
  /** `^[…]`: nobody has to approve. */
  readonly isOptional: boolean;
  /** How many have to approve, where the heading says it. */
  readonly approvals: number | null;
  /** The heading; of the unnamed section the start of the file. */
  readonly at: Span;
}

/** How a line tells its files: by patterns, or by a regular expression on the whole path (Gitea). */
export type CodeownersMatch =
  | { readonly kind: 'patterns'; readonly patterns: readonly Pattern[] }
  /** RE2 source; `isNegated`: of all other paths. */
  | { readonly kind: 'expression'; readonly source: string; readonly isNegated: boolean };

export interface CodeownersLine {
  /** The pattern as written. */
  readonly pattern: string;
  /** Where the pattern is. */
  readonly at: Span;
  readonly match: CodeownersMatch;
  /** Those named, else those of the section's heading; empty: nobody owns what it matches. */
  readonly owners: readonly CodeownersOwner[];
  readonly section: CodeownersSection;
  /** `!pattern` of GitLab: takes its paths out of the section, for good. */
  readonly excludes: boolean;
  /** The comment right above. */
  readonly about: string | null;
}

export interface CodeownersText {
  readonly dialect: CodeownersDialect;
  /** Base-relative with `/`. */
  readonly path: string;
  readonly text: string;
  /** The good lines, in order. */
  readonly lines: readonly CodeownersLine[];
  readonly problems: readonly Problem[];
}
