/** The answers of `who` in the words of its JSON. Keys are always present; they may be added, never removed. */
import type { Aor, OwnershipFile, Ownership, PathEntry, VacancyReason } from '../core';
import type { CliRepository } from './repository';

export interface RuleAnswer {
  readonly glob: string;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly priority: number;
}

/** How many files of a folder have one answer. */
export interface CountAnswer {
  readonly state: string;
  readonly aor: string | null;
  readonly owner: string | null;
  readonly files: number;
}

export interface WhoAnswer {
  readonly path: string;
  /** As given, only where it differs from `path`. */
  readonly input?: string;
  /** What was read: an ownership file, or `CODEOWNERS` where there is none. */
  readonly source: 'aor' | 'codeowners' | null;
  readonly state: Exclude<Ownership['state'], 'shared'> | 'outside' | 'mixed';
  readonly aor: string | null;
  readonly title: string | null;
  readonly owner: string | null;
  /** The owner; of `CODEOWNERS` the people and teams on the line, as written. */
  readonly owners: readonly string[];
  readonly backups: readonly string[];
  readonly teams: readonly string[];
  readonly vacant: { readonly reason: VacancyReason; readonly since: string | null } | null;
  readonly rule: RuleAnswer | null;
  readonly reviews: readonly { readonly aor: string; readonly owner: string | null; readonly level: string }[];
  readonly conditional: readonly { readonly aor: string; readonly needs: readonly string[] }[];
  readonly also: readonly {
    readonly aor: string;
    readonly glob: string;
    readonly file: string;
    readonly line: number;
    readonly lost: string;
  }[];
  /** Only of a folder whose files differ: its answers, most files first. */
  readonly counts?: readonly CountAnswer[];
}

/** An answer without any; `outside` and `mixed` are made from it. */
export const emptyAnswer = {
  aor: null,
  title: null,
  owner: null,
  backups: [],
  teams: [],
  vacant: null,
  rule: null,
  reviews: [],
  conditional: [],
  also: [],
  source: null,
  owners: [],
} as const satisfies Partial<WhoAnswer>;

/** The folder of a nested repository, relative to the run's base, in front of its paths. */
export interface Within {
  readonly repository: CliRepository;
  /** `''` or `third/lib/`. */
  readonly prefix: string;
}

export function ruleAnswer({ glob, priority, at }: PathEntry, { repository, prefix }: Within): RuleAnswer {
  const { file, line } = repository.placeOf(at);
  return { glob: glob.text, file: prefix + file, line, priority };
}

const reviewAnswer = (file: OwnershipFile, { id, owner, level }: Aor) => ({
  aor: id,
  owner: owner !== null && file.people.has(owner.id) ? owner.id : null,
  level,
});

export function whoAnswer(ownership: Ownership, within: Within): WhoAnswer {
  const { file } = within.repository;
  const aor = 'aor' in ownership ? ownership.aor : null;
  return {
    path: within.prefix + ownership.path,
    state: ownership.state === 'shared' ? 'owned' : ownership.state,
    aor: aor?.id ?? null,
    title: aor?.title ?? null,
    owner: ownership.state === 'owned' ? ownership.owner.id : null,
    backups: aor?.backups.map(({ id }) => id) ?? [],
    teams: aor?.teams.map(({ id }) => id) ?? [],
    vacant:
      ownership.state === 'vacant' ? { reason: ownership.reason, since: ownership.aor.vacant?.since ?? null } : null,
    rule: ownership.state === 'unowned' ? null : ruleAnswer(ownership.rule, within),
    reviews: ownership.reviews.map((review) => reviewAnswer(file, review)),
    conditional: ownership.conditional.map(({ aor: { id }, needs }) => ({ aor: id, needs })),
    also: ownership.also.map(({ aor: { id }, entry, lost }) => {
      const { glob, file: path, line } = ruleAnswer(entry, within);
      return { aor: id, glob, file: path, line, lost: lost.kind === 'segment' ? `segment ${lost.number}` : lost.kind };
    }),
    source: file.codeowners === null ? 'aor' : 'codeowners',
    owners:
      ownership.state === 'owned'
        ? [ownership.owner.id]
        : ownership.state === 'shared'
          ? ownership.aor.shared.map(({ id }) => id)
          : [],
  };
}
