/** What is shown before anybody is asked on a forge: each person, with what will become of them. Plain text. */
import { visible, whyText, type ForgeKind, type Suggestion, type Today } from '../../core';
import { requestName, type OpenRequest, type RequestPlan } from '../../forges';
import { thereText } from '../../host/forge/sightText';

export interface PlannedRow {
  readonly icon: string;
  readonly label: string;
  readonly description: string;
  /** Empty for none. */
  readonly detail: string;
}

export interface PlannedGroup {
  readonly title: string;
  readonly rows: readonly PlannedRow[];
}

/** The groups that have rows, in the order of their weight. */
export function plannedGroups(
  { send, there, unable }: RequestPlan,
  { checklists }: Suggestion,
  today: Today,
): readonly PlannedGroup[] {
  const groups: readonly PlannedGroup[] = [
    {
      title: 'Will be asked',
      rows: send.map(({ ask, handle }) => ({
        ...{ icon: 'account', label: visible(ask.person.name), description: `@${visible(handle)}` },
        detail: [
          ...ask.for.map((covered) => whyText(covered, { today })),
          ...(ask.warnings.length === 0 ? [] : [`${ask.warnings.join(', ')}, but nobody else can be asked`]),
        ].join(' · '),
      })),
    },
    {
      title: 'There already',
      rows: there.map(({ ask, as }) => ({
        ...{ icon: 'check', label: visible(ask.person.name), description: thereText(as), detail: '' },
      })),
    },
    {
      title: 'Cannot be asked',
      rows: unable.map(({ ask, words }) => ({
        ...{ icon: 'warning', label: visible(ask.person.name), description: '', detail: visible(words) },
      })),
    },
    {
      title: 'Checklists',
      rows: checklists.map(({ aor }) => ({
        ...{
          icon: 'tasklist',
          label: visible(aor.title),
          description: `${aor.checklist.length} to look at`,
          detail: '',
        },
      })),
    },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

/** `#12 One click · feature/one-click → main`. */
export const requestText = (kind: ForgeKind, { number, title, from, into }: OpenRequest): string =>
  visible(`${requestName(kind, number)} ${title} · ${from.branch} → ${into.branch}`);
