/** What a reader of another format gives: areas in the words of ours, before ids are made and an owner is chosen. */
import type { DraftPath } from '../draft/draft';

/** A person as the format writes one; at least one of the three is there. */
export interface ForeignPerson {
  readonly name: string | null;
  /** Without `@`. */
  readonly handle: string | null;
  readonly email: string | null;
}

export interface ForeignTeam {
  /** As the host writes it, without `@`: `org/team`; a bare name where the format has no more. */
  readonly handle: string;
  readonly name: string | null;
  readonly members: readonly ForeignPerson[];
}

export interface ForeignAor {
  /** Unique in what was read; what `parent` names. */
  readonly key: string;
  /** `null`: it is named after its paths. */
  readonly title: string | null;
  readonly about: string | null;
  readonly kind: 'area' | 'review';
  readonly level: 'must' | 'offer' | 'note' | null;
  /** RE2 source, of a review only. */
  readonly content: string | null;
  /** Those who hold it together there, in their order: one becomes the owner, the others are backups. */
  readonly holders: readonly ForeignPerson[];
  readonly consult: readonly ForeignPerson[];
  readonly teams: readonly ForeignTeam[];
  /** Key of the area above. */
  readonly parent: string | null;
  /** A mailing list, channel or role mailbox. */
  readonly contact: string | null;
  readonly links: ReadonlyMap<string, string>;
  readonly paths: readonly DraftPath[];
}

/** Something that has no translation, or was not understood. */
export interface Lost {
  /** Base-relative with `/`. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** As written. */
  readonly text: string;
  /** One sentence. */
  readonly why: string;
  /** How many files of the repository it concerned; `null` where that has no meaning. */
  readonly files: number | null;
}

export interface Foreign {
  /** *exact*: every file keeps its list of owners. *nearest*: the nearest rule is the area. */
  readonly promise: 'exact' | 'nearest';
  /** What the handles are handles on: a forge's name (`github`) or a host name; `null` where there are none. */
  readonly forge: string | null;
  readonly aors: readonly ForeignAor[];
  /** Globs of files that need no owner. */
  readonly exempt: readonly string[];
  readonly lost: readonly Lost[];
  /** Where the promise is *exact*: key of the area that a file of the tree has there; `null`: nobody has it. */
  readonly keyOf?: (path: string) => string | null;
}

/** A file of the format. `path` is base-relative with `/`. */
export interface ForeignFile {
  readonly path: string;
  readonly text: string;
}

/** Reads the files of a format, in a repository that has the files `tree`. Never throws: what is broken is `lost`. */
export type ForeignReader = (files: readonly ForeignFile[], tree: readonly string[]) => Foreign;

/** An area of nobody yet: what a reader starts from. */
export const emptyForeign: Omit<ForeignAor, 'key'> = {
  title: null,
  about: null,
  kind: 'area',
  level: null,
  content: null,
  holders: [],
  consult: [],
  teams: [],
  parent: null,
  contact: null,
  links: new Map(),
  paths: [],
};
