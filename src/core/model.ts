/**
 * The vocabulary. Everything here is what an ownership file says, read and named; nothing here decides.
 * What is absent in the file is `null` or an empty list, never a missing key.
 */
import type { Glob } from './rules/glob';

/** Where something stands: UTF-16 offsets into the text of `file` (base-relative, `/`), end exclusive. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A mention of a person, team or AOR by id. Nothing says that the id is defined. */
export interface Ref {
  readonly id: string;
  readonly at: Span;
}

/** `YYYY-MM-DD`, a day that exists. Days compare as text. */
export type Day = string;

/** The day it is: one day for everybody, or an instant (ms since 1970, UTC) that is each person's own day. */
export type Today = { readonly day: Day } | { readonly instant: number };

export interface Absence {
  readonly from: Day;
  /** Last day away, inclusive; `null`: open-ended. */
  readonly until: Day | null;
  readonly cover: Ref | null;
}

export interface Person {
  readonly id: string;
  /** The key in `people`. */
  readonly at: Span;
  readonly name: string;
  readonly emails: readonly string[];
  /** Forge (`github`, `gitlab`, … or a host name) → handle, as written. */
  readonly handles: ReadonlyMap<string, string>;
  readonly chat: string | null;
  readonly manager: Ref | null;
  /** IANA name, known to exist. */
  readonly timezone: string | null;
  /** AOR ids or `role.duty`: what they would like to grow into. */
  readonly wants: readonly Ref[];
  readonly away: readonly Absence[];
  /** From this day on what they hold is vacant. */
  readonly left: Day | null;
  readonly bot: boolean;
}

export interface Team {
  readonly id: string;
  readonly at: Span;
  readonly name: string;
  readonly lead: Ref | null;
  readonly manager: Ref | null;
  readonly members: readonly Ref[];
  readonly handles: ReadonlyMap<string, string>;
}

export type AorKind = 'area' | 'review' | 'duty';
export type ReviewLevel = 'must' | 'offer' | 'note';
export type ChangeKind = 'added' | 'modified' | 'deleted' | 'renamed';
export type Status = 'green' | 'amber' | 'red';

/** One good entry of `paths` or `exempt`. Bad globs are problems and are not in the model. */
export interface PathEntry {
  readonly glob: Glob;
  /** −9 to 9; only in the entry file, else 0. */
  readonly priority: number;
  /** The scalar with the glob. */
  readonly at: Span;
}

/** A condition of a review AOR that is there but cannot be read: the review applies to nothing and is *undecided*. */
export interface BrokenCondition {
  readonly code: 'empty-condition' | 'bad-glob' | 'bad-regex' | 'wrong-type' | 'bad-value';
  readonly key: string;
  readonly text: string;
}

export interface PastOwner {
  readonly owner: Ref;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly why: string | null;
}

export interface Aor {
  readonly id: string;
  /** The key in `aors`. */
  readonly at: Span;
  /** Key and value. */
  readonly whole: Span;
  readonly title: string;
  /** Markdown, untrusted. */
  readonly about: string | null;
  readonly kind: AorKind;
  readonly owner: Ref | null;
  /** Of a line of `CODEOWNERS` that is read as it stands: ids of the people and teams on it, none before another. Else empty. */
  readonly shared: readonly Ref[];
  /** In the order they are asked; the second and later entries of a list of owners come first. */
  readonly backups: readonly Ref[];
  readonly consult: readonly Ref[];
  readonly learning: readonly Ref[];
  readonly teams: readonly Ref[];
  /** `null` also for the members of a cycle. */
  readonly parent: Ref | null;
  /** Folder of the declaring file that globs are relative to: `''` or `a/b`. Every glob lies beneath it. */
  readonly base: string;
  /** Good globs, excludes among them. */
  readonly paths: readonly PathEntry[];
  /** The key is there, whatever it holds. For a review without it, every path beneath `base` qualifies. */
  readonly hasPaths: boolean;
  readonly level: ReviewLevel;
  /** RE2 source, known to compile. */
  readonly content: string | null;
  readonly minLines: number | null;
  /** `null`: all kinds. */
  readonly changes: readonly ChangeKind[] | null;
  readonly broken: readonly BrokenCondition[];
  readonly checklist: readonly string[];
  /** Path or URL. */
  readonly guide: string | null;
  readonly category: string | null;
  readonly status: Status | null;
  readonly confirmed: Day | null;
  readonly since: Day | null;
  readonly past: readonly PastOwner[];
  readonly vacant: { readonly since: Day | null; readonly why: string | null } | null;
  readonly handover: { readonly to: Ref; readonly by: Day; readonly why: string | null; readonly at: Span } | null;
  readonly contact: string | null;
  readonly links: ReadonlyMap<string, string>;
  readonly decisions: readonly { readonly date: Day; readonly title: string; readonly link: string | null }[];
}

export type Fit = 'green' | 'amber' | 'red';

export interface RoleDuty {
  readonly id: string;
  readonly at: Span;
  readonly title: string;
  readonly category: string | null;
  readonly group: string | null;
  readonly fit: Fit;
  /** Who does it; `null`: every holder. */
  readonly heldBy: readonly Ref[] | null;
}

export interface Role {
  readonly id: string;
  readonly at: Span;
  readonly title: string;
  readonly holders: readonly Ref[];
  readonly duties: ReadonlyMap<string, RoleDuty>;
}

export interface ReviewPolicy {
  readonly askAtMost: number;
  /** `null`: the remote's default branch. */
  readonly baseBranch: string | null;
  readonly staleAfterDays: number;
  readonly severities: ReadonlyMap<ProblemCode, Severity | 'none'>;
}

/** One file that was read. */
export interface Source {
  /** Base-relative with `/`. */
  readonly path: string;
  /** Folder its globs are relative to: `''` for the entry file, its own folder for an included one. */
  readonly base: string;
  readonly text: string;
}

/** The `exempt` list of one file. Its excludes take paths back out of this list only. */
export interface ExemptList {
  readonly base: string;
  readonly entries: readonly PathEntry[];
}

/** A line of a `CODEOWNERS` file that is read as it stands. */
export interface SharedRule {
  readonly entry: PathEntry;
  /** Who has what it matches; `null`: nobody. */
  readonly aor: Aor | null;
  /** Of the lines of a section that match a path the last one counts; `null`: the section that gives the areas. */
  readonly section: string | null;
  /** Takes its paths out of the section, for good. */
  readonly excludes: boolean;
  /** Where no pattern says it: whether it matches a path. */
  readonly matches: ((path: string) => boolean) | null;
}

/** The whole ownership file: the entry file and everything it includes. Maps keep the order of definition. */
export interface OwnershipFile {
  /** Entry file first, then included files by path. */
  readonly sources: readonly [Source, ...Source[]];
  readonly people: ReadonlyMap<string, Person>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly aors: ReadonlyMap<string, Aor>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly exempt: readonly ExemptList[];
  readonly review: ReviewPolicy;
  /** Where a `CODEOWNERS` file is read in place of an ownership file: its lines, which decide. Else `null`. */
  readonly codeowners: readonly SharedRule[] | null;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Every kind of problem with its default severity. The order is that of the reference page. */
export const defaultSeverities = {
  syntax: 'error',
  'duplicate-key': 'error',
  'unknown-version': 'error',
  'too-large': 'error',
  'wrong-type': 'error',
  'bad-value': 'error',
  'missing-title': 'error',
  'bad-id': 'error',
  'unknown-person': 'error',
  'unknown-team': 'error',
  'unknown-aor': 'error',
  'several-owners': 'error',
  'parent-cycle': 'error',
  'manager-cycle': 'error',
  'duplicate-id': 'error',
  'include-cycle': 'error',
  'include-missing': 'error',
  'bad-glob': 'error',
  'bad-regex': 'error',
  'empty-condition': 'error',
  'unknown-key': 'warning',
  'misplaced-key': 'warning',
  'suspicious-scalar': 'warning',
  'second-file': 'warning',
  'ambiguous-owner': 'warning',
  'shadowed-glob': 'warning',
  'no-match': 'warning',
  'owner-left': 'warning',
  'missing-version': 'information',
  vacant: 'information',
  'no-backup': 'information',
  stale: 'information',
  unconfirmed: 'information',
  'overdue-handover': 'information',
  'unused-person': 'hint',
  'codeowners-line': 'warning',
  'codeowners-owner': 'warning',
  'codeowners-duplicate': 'information',
} as const satisfies Record<string, Severity>;

export type ProblemCode = keyof typeof defaultSeverities;

export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** One sentence: what is wrong and what to do. Plain text, may hold untrusted characters. */
  readonly message: string;
  readonly at: Span;
  /** Other places that matter: the first definition, the rule that wins. */
  readonly related: readonly { readonly at: Span; readonly message: string }[];
}

/** What a path is, as far as responsibility goes. */
export type OwnershipState = 'owned' | 'shared' | 'vacant' | 'exempt' | 'unowned';

/** Why nobody holds an AOR: no owner is written, the owner has left, the owner is not defined. */
export type VacancyReason = 'none' | 'left' | 'unknown-person';

/** A glob that matched a path, for the AOR that has it. */
export interface Match {
  readonly aor: Aor;
  readonly entry: PathEntry;
}

/** What decided against a match: a higher priority, segment N (1-based, an included file's base counts), or the id. */
export type Decider =
  | { readonly kind: 'priority' }
  | { readonly kind: 'segment'; readonly number: number }
  | { readonly kind: 'id' }
  /** In `CODEOWNERS`: a later line. */
  | { readonly kind: 'order' };

export interface LostMatch extends Match {
  readonly lost: Decider;
}

export type ReviewNeed = 'content' | 'min-lines' | 'changes';

/** A review AOR that would apply to a change that also meets `needs`. */
export interface ConditionalReview {
  readonly aor: Aor;
  readonly needs: readonly ReviewNeed[];
}

/** The whole answer for one path. */
export type Ownership = {
  /** Base-relative with `/`. */
  readonly path: string;
  /** Other area AORs whose globs match, best first; empty for exempt paths. */
  readonly also: readonly LostMatch[];
  /** Review AORs that apply by path alone, in order of definition. */
  readonly reviews: readonly Aor[];
  readonly conditional: readonly ConditionalReview[];
} & (
  | { readonly state: 'owned'; readonly aor: Aor; readonly owner: Person; readonly rule: PathEntry }
  /** By the people and teams on a line of `CODEOWNERS`, none of whom is the one. */
  | { readonly state: 'shared'; readonly aor: Aor; readonly rule: PathEntry }
  | { readonly state: 'vacant'; readonly aor: Aor; readonly reason: VacancyReason; readonly rule: PathEntry }
  | { readonly state: 'exempt'; readonly rule: PathEntry }
  | { readonly state: 'unowned' }
);
