/** What a row says of an AOR beside its title. Plain text. */
import {
  holderOf,
  holdersOf,
  holderSummary,
  vacancyReason,
  vacantSince,
  visible,
  whoIsAsked,
  type Aor,
  type OwnershipFile,
  type ProblemCode,
  type Today,
} from '../../core';
import type { Look } from './arrangement';
import type { AorNode, SectionNode, TreeNode } from './nodes';

const kindWords = { area: [], review: ['review'], duty: ['duty'] } as const;

/** The facts of an AOR, the most telling first; `spoken` are the same in words that need no eyes. */
export interface Facts {
  readonly isVacant: boolean;
  readonly shown: readonly string[];
  readonly spoken: readonly string[];
}

/** The facts where the AOR is shown: what its group says already is left out. */
export function factsOf(node: AorNode, file: OwnershipFile, look: Look): Facts {
  const { definition: aor, parent } = node;
  const { today } = look;
  const holder = holderSummary(file, aor, today);
  const isVacant = vacancyReason(file, aor, today) !== null;
  const isShared = aor.shared.length > 0;
  const section = parent?.kind === 'section' ? parent.section : null;
  const kind = kindWords[aor.kind];
  const level = aor.kind === 'review' ? [aor.level] : [];
  const place = [...outsideTeam(file, aor, parent, today), ...(section === 'mine' ? roleOf(node, file, look) : [])];
  const health = look.grouping === 'status' || section === 'mine' ? healthOf(node) : [];
  const isNamed = parent?.kind === 'person' || section === 'mine' || section === 'vacant';
  const isSaid = section === 'review' || section === 'duty' || (look.grouping === 'area' && !isNamed);
  const vacancy = isVacant ? vacancyOf(file, aor, today) : [];
  // Whose names are the title already.
  const who = isNamed || (isShared && holdersOf(file, aor, today).length > 0) ? [] : [holder];
  const facts = [...level, ...vacancy, ...place, ...health];
  return {
    isVacant,
    shown: [...who, ...(isSaid ? [] : kind), ...facts],
    spoken: [...kind, isVacant ? 'vacant' : isShared ? holder : `owner ${holder}`, ...facts],
  };
}

/** Who is asked where nobody holds it, and since when that is so. */
function vacancyOf(file: OwnershipFile, aor: Aor, today: Today): string[] {
  const since = vacantSince(file, aor, today);
  const nobody = new Set<string>();
  const asked = whoIsAsked(file, aor, { authors: nobody, busy: nobody, today }).candidate;
  return [
    asked === null ? 'nobody to ask' : `ask ${visible(asked.person.name)}`,
    ...(since === null ? [] : [`since ${since}`]),
  ];
}

/** Where an AOR has a team, and somebody else holds it. In a group of a team, it is that team. */
function outsideTeam(file: OwnershipFile, aor: Aor, parent: TreeNode | null, today: Today): string[] {
  const { owner } = holderOf(file, aor, today);
  const own = aor.teams.flatMap(({ id }) => file.teams.get(id) ?? []);
  const teams = parent?.kind === 'team' ? [parent.team] : own;
  if (owner === null || teams.length === 0) return [];
  const isInside = teams.some(({ members, lead }) => [...members, lead].some((ref) => ref?.id === owner.id));
  return isInside ? [] : [`held from outside ${teams.map(({ name }) => visible(name)).join(', ')}`];
}

/** What I am to an AOR that somebody else holds. */
function roleOf({ definition: aor, repository }: AorNode, file: OwnershipFile, { today, me }: Look): string[] {
  const { owner } = holderOf(file, aor, today);
  if (owner?.id === me(repository)) return [];
  return [owner === null ? 'backup' : `backup of ${visible(owner.name)}`];
}

const healthWords = {
  'no-backup': () => 'no backup',
  stale: ({ confirmed, since }: Aor) => `not confirmed since ${confirmed ?? since ?? ''}`,
  unconfirmed: () => 'never confirmed',
  'overdue-handover': ({ handover }: Aor) => `handover was due ${handover?.by ?? ''}`,
} as const satisfies Partial<Record<ProblemCode, (aor: Aor) => string>>;

const isHealth = (code: ProblemCode): code is keyof typeof healthWords => code in healthWords;

/** What needs somebody's attention, as far as the file wants to be told. */
function healthOf({ definition: aor, repository }: AorNode): string[] {
  const { whole } = aor;
  return repository.problems.flatMap(({ code, at }) =>
    isHealth(code) && at.file === whole.file && whole.start <= at.start && at.end <= whole.end
      ? [healthWords[code](aor)]
      : [],
  );
}

/** What a section is called, and its icon. */
export const sections: Readonly<Record<SectionNode['section'], { readonly title: string; readonly icon: string }>> = {
  mine: { title: 'Mine', icon: 'star' },
  vacant: { title: 'Vacant', icon: 'circle-slash' },
  area: { title: 'Areas', icon: 'layers' },
  review: { title: 'Reviews', icon: 'checklist' },
  duty: { title: 'Duties', icon: 'briefcase' },
  red: { title: 'Red', icon: 'error' },
  amber: { title: 'Amber', icon: 'warning' },
  green: { title: 'Green', icon: 'pass' },
  unrated: { title: 'No status', icon: 'question' },
  teamless: { title: 'No team', icon: 'organization' },
};
