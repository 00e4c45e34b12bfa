/** What the forge says of the request of a change, as rows: who is asked, has reviewed, is missing, and why. */
import { visible, whyText, type Suggestion, type Today } from '../../core';
import {
  isSameHandle,
  planRequest,
  requestName,
  type PersonThere,
  type RequestPlan,
  type RequestState,
} from '../../forges';
import type { Sight } from '../../host/forge/sight';
import { thereText } from '../../host/forge/sightText';
import type { ReadyReview } from '../../host/review/review';

/** A row about the request or somebody in it. Safe to show. */
export interface RequestRow {
  readonly icon: string;
  readonly label: string;
  readonly description: string;
  /** A page; `null` for none. */
  readonly url: string | null;
  readonly isWarning: boolean;
}

const row = (icon: string, label: string, description = '', more: Partial<RequestRow> = {}): RequestRow => ({
  ...{ icon, label: visible(label), description: visible(description), url: null, isWarning: false },
  ...more,
});

const planOf = ({ state, remote }: Extract<Sight, { readonly kind: 'one' }>, { ask }: Suggestion): RequestPlan =>
  planRequest(ask, state, remote.host, remote.kind);

/** The row of the request itself. */
export function requestRow(sight: Sight, { suggestion }: ReadyReview): RequestRow {
  const { host } = sight.remote;
  switch (sight.kind) {
    case 'signed-out':
      return row('sign-in', `Sign in to ${host}`, 'to see and ask reviewers there');
    case 'none':
      return row('git-pull-request-create', 'No open request', `of this branch on ${host}`);
    case 'several':
      return row('git-pull-request', `${sight.requests.length} open requests`, `of this branch on ${host}`);
    case 'failed':
      return row('warning', sight.text, '', { isWarning: true });
    case 'one': {
      const { request } = sight.state;
      const { send, there, unable } = planOf(sight, suggestion);
      const missing = send.length + unable.length;
      const facts = [
        ...(request.isDraft ? ['draft'] : []),
        ...counted(there.filter(({ as }) => as === 'approved').length, 'approved'),
        ...counted(there.filter(({ as }) => as === 'requested').length, 'asked'),
        ...counted(missing, 'not asked yet'),
      ];
      const icon = request.isDraft ? 'git-pull-request-draft' : 'git-pull-request';
      const name = requestName(sight.remote.kind, request.number);
      return row(icon, `${name} ${request.title}`, facts.join(', '), { url: request.url });
    }
  }
}

const counted = (count: number, what: string): readonly string[] => (count === 0 ? [] : [`${count} ${what}`]);

/** The ids of those who are still to be asked. */
export function stillToAsk({ suggestion }: ReadyReview, sight: Sight | undefined): readonly string[] {
  const people = suggestion.ask.map(({ person }) => person.id);
  if (sight?.kind !== 'one') return people;
  const { there } = planOf(sight, suggestion);
  const done = new Set(there.map(({ ask }) => ask.person.id));
  return people.filter((id) => !done.has(id));
}

/** The rows beneath that. */
export function requestRows(sight: Sight, review: ReadyReview, today: Today): readonly RequestRow[] {
  if (sight.kind === 'several')
    return sight.requests.map(({ number, title, into, url }) =>
      row('git-pull-request', `${requestName(sight.remote.kind, number)} ${title}`, `into ${into.branch}`, { url }),
    );
  if (sight.kind !== 'one') return [];
  const { state } = sight;
  const { send, there, unable } = planOf(sight, review.suggestion);
  // The ownership file may call them otherwise than the forge does.
  const known = new Set([...send, ...there].map(({ handle }) => state.aliases?.get(handle.toLowerCase()) ?? handle));
  return [
    ...unable.map(({ ask, words }) => row('warning', ask.person.name, words, { isWarning: true })),
    ...send.map(({ ask }) => {
      const why = ask.for.map((covered) => whyText(covered, { today })).join(', ');
      return row('circle-large-outline', ask.person.name, `not asked yet · ${why}`);
    }),
    ...there.map(({ ask, as }) => row(icons[as], ask.person.name, thereText(as))),
    ...othersIn(state, known),
  ];
}

const icons: Readonly<Record<PersonThere['as'], string>> = {
  requested: 'watch',
  approved: 'pass',
  'changes-requested': 'request-changes',
  commented: 'comment',
};

/** Who takes part without being suggested. */
function othersIn(
  { requested, requestedTeams, reviews }: RequestState,
  known: ReadonlySet<string>,
): readonly RequestRow[] {
  const isKnown = (handle: string): boolean => [...known].some((one) => isSameHandle(one, handle));
  const asked = requested.filter((handle) => !isKnown(handle));
  return [
    ...asked.map((handle) => row(icons.requested, `@${handle}`, `${thereText('requested')} · beside the suggestion`)),
    ...requestedTeams.map((team) => row('organization', team, 'a team, asked beside the suggestion')),
    ...reviews.flatMap(({ handle, verdict }) =>
      verdict === 'dismissed' || isKnown(handle) || asked.some((one) => isSameHandle(one, handle))
        ? []
        : [row(icons[verdict], `@${handle}`, `${thereText(verdict)} · beside the suggestion`)],
    ),
  ];
}
