import { alsoText, knowsText, notAskedText, uncoveredText, undecidedText, whyText } from '../../core';
import type { Audience, Knows, Suggestion } from '../../core';
import type { ChangeScope, GitChange } from '../../node/change/model';

/** What the suggestion is for. */
export interface ReviewedChange {
  readonly scope: ChangeScope;
  readonly change: GitChange;
  /** Names of those who made it. */
  readonly authors: readonly string[];
}

/** A suggestion for people, in lines. */
export function reviewText(suggestion: Suggestion, reviewed: ReviewedChange, audience: Audience): readonly string[] {
  const { ask, notAsked, uncovered, undecided, also, checklists, knows } = suggestion;
  return [
    headline(suggestion, reviewed),
    ...section(
      'Ask',
      ask.flatMap(({ person, for: covered, warnings }) => [
        `${person.name}${warnings.length === 0 ? '' : ` (${audience === 'others' ? 'unavailable' : warnings.join(', ')})`}`,
        ...covered.map((one) => `  ${levelText(one.requirement.level)}${whyText(one, audience)}`),
      ]),
    ),
    ...(ask.length === 0 ? ['', 'Nobody is to be asked.'] : []),
    ...section(
      'Not asked',
      // That nobody holds an AOR is told below.
      notAsked.flatMap((one) =>
        one.id === null ? [] : [`${one.person?.name ?? one.id}, ${one.aor.title}: ${notAskedText(one, audience)}`],
      ),
    ),
    ...section('Open', [
      ...uncovered.map(
        (one) => `${one.kind === 'path' ? one.path : one.requirement.aor.title}: ${uncoveredText(one, audience)}`,
      ),
      ...undecided.map((one) => `${one.aor.title}, not known whether it applies: ${undecidedText(one)}`),
    ]),
    ...section(
      'Also touched',
      also.map((one) => `${one.requirement.aor.title}: ${alsoText(one)}`),
    ),
    ...section('Also know this', knowsLines(knows)),
    ...checklists.flatMap(({ aor, guide, items }) =>
      section(
        `Checklist: ${aor.title}${guide === null ? '' : ` (${guide})`}`,
        items.map((item) => `[ ] ${item}`),
        true,
      ),
    ),
  ];
}

const parts = { branch: 'changed', staged: 'staged', workingTree: 'not committed' } as const satisfies Record<
  ChangeScope,
  string
>;

function headline({ fileCount, from }: Suggestion, { scope, change, authors }: ReviewedChange): string {
  const { base, head } = change;
  const files = fileCount === 1 ? '1 file' : `${fileCount} files`;
  const on = head.branch === null ? '' : ` on ${head.branch}`;
  const since = base === null || scope !== 'branch' ? '' : ` since ${base.ref}`;
  const by = authors.length === 0 ? '' : ` by ${authors.join(', ')}`;
  const which = from === 'base' ? '' : '; the ownership file is that of the working tree';
  return `${files} ${parts[scope]}${on}${since}${by}${which}`;
}

const mostKnown = 10;

/** One line for each AOR, as many as anybody reads. */
function knowsLines(knows: readonly Knows[]): readonly string[] {
  const namesOf = new Map<string, string[]>();
  for (const one of knows) {
    const what = one.aor?.title ?? 'what nobody owns';
    const names = namesOf.get(what) ?? [];
    names.push(`${one.person?.name ?? one.knower.name} (${knowsText(one)})`);
    namesOf.set(what, names);
  }
  const lines = [...namesOf].map(([what, names]) => `${what}: ${names.join(', ')}`);
  const more = lines.length - mostKnown;
  return more <= 0 ? lines : [...lines.slice(0, mostKnown), `and ${more} more; --format json has all`];
}

const levelText = (level: string): string => (level === 'must' ? 'must: ' : '');

/** `isShownEmpty`: the title says enough by itself. */
function section(title: string, lines: readonly string[], isShownEmpty = false): readonly string[] {
  if (lines.length === 0 && !isShownEmpty) return [];
  return ['', lines.length === 0 ? title : `${title}:`, ...lines.map((line) => `  ${line}`)];
}
