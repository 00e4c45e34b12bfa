/** An ownership file to be written: what an import or the history of a repository proposes. Nothing is decided here. */

export interface DraftPerson {
  readonly id: string;
  readonly name: string;
  readonly emails: readonly string[];
  /** Forge or host name → handle, without `@`. */
  readonly handles: ReadonlyMap<string, string>;
}

export interface DraftTeam {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
  readonly handles: ReadonlyMap<string, string>;
}

export interface DraftPath {
  /** As it is written in the file, an exclude with its `!`. */
  readonly glob: string;
  /** −9 to 9. */
  readonly priority: number;
}

export interface DraftAor {
  readonly id: string;
  readonly title: string;
  readonly kind: 'area' | 'review';
  readonly about: string | null;
  /** Ids of people; `null`: vacant. */
  readonly owner: string | null;
  readonly backups: readonly string[];
  readonly consult: readonly string[];
  readonly teams: readonly string[];
  readonly parent: string | null;
  readonly contact: string | null;
  readonly links: ReadonlyMap<string, string>;
  readonly paths: readonly DraftPath[];
  /** Of a review only. */
  readonly level: 'must' | 'offer' | 'note' | null;
  /** Of a review only: RE2 source. */
  readonly content: string | null;
  /** Lines of a comment above it: why it was proposed so. */
  readonly comment: readonly string[];
}

export interface Draft {
  /** Lines of a comment at the top of the file. */
  readonly comment: readonly string[];
  readonly people: readonly DraftPerson[];
  readonly teams: readonly DraftTeam[];
  readonly aors: readonly DraftAor[];
  readonly exempt: readonly string[];
}

/** An area of nobody yet: what a proposal starts from. */
export const emptyAor: Omit<DraftAor, 'id' | 'title'> = {
  kind: 'area',
  about: null,
  owner: null,
  backups: [],
  consult: [],
  teams: [],
  parent: null,
  contact: null,
  links: new Map(),
  paths: [],
  level: null,
  content: null,
  comment: [],
};
