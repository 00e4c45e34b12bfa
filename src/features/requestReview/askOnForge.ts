/** Asks people on the forge: what would be sent is shown first, what was sent is read back, and each result is told. */
import { QuickPickItemKind, Uri, window, type QuickPickItem } from 'vscode';
import { newRequestPage, safeTarget, visible, type ForgeKind } from '../../core';
import {
  carryOut,
  failureText,
  ForgeError,
  planRequest,
  type ForgeClient,
  type OpenRequest,
  type RequestOutcome,
  type RequestPlan,
  type RequestState,
} from '../../forges';
import { cancellable } from '../../host/cancellable';
import { labelText } from '../../host/convert';
import { errorText, UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { lookFor } from '../../host/forge/sight';
import type { Route } from '../../node/route';
import { namesText } from './outcomeText';
import { plannedGroups, requestText } from './plannedRows';
import type { Asking } from './asking';
import { mentionInComment, otherWays, tellOutcome } from './tellOutcome';

/** Throws `UserError` where the forge has no open request of the branch, and for whatever the forge refuses. */
export async function askOnForge(asking: Asking, context: FeatureContext): Promise<void> {
  const { remote } = asking.route.into;
  try {
    await tryToAsk(asking, context);
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    const signOut = { title: 'Sign out', command: 'aor.signOut', arguments: [remote.host] };
    throw new UserError(
      visible(failureText(error.failure, remote.host)),
      error.failure.kind === 'sign-in' ? signOut : otherWays(asking.review),
    );
  }
}

async function tryToAsk(asking: Asking, context: FeatureContext): Promise<void> {
  const { review, suggestion, route } = asking;
  const { remote } = route.into;
  const client = await context.accounts.ask(remote);
  if (client === null) return;
  const found = await cancellable(`Looking at ${labelText(remote.host)}`, async (signal) => {
    const state = await find(client, asking, signal);
    return state && { state, mayAsk: (await client.mayAsk(signal)) !== false };
  });
  if (found === undefined) return;
  const { state, mayAsk } = found;
  context.forgeRequests.put(review, { kind: 'one', remote, state });
  const plan = planRequest(suggestion.ask, state, remote.host, remote.kind);
  const confirmed = await confirm(asking, state, plan, mayAsk, context);
  if (confirmed === 'mention')
    await mentionInComment(
      client,
      asking,
      state.request,
      plan.send.map(({ ask }) => ask),
    );
  if (confirmed !== 'ask') return;
  const outcome = await send(client, state.request, plan, context);
  if (outcome === undefined) return;
  // Not awaited: the message may stay for hours.
  tellOutcome({ client, asking, request: state.request, plan, outcome }, context).catch((error: unknown) =>
    context.log.error(`Request on ${remote.host}: ${errorText(error)}`),
  );
}

/** `undefined`: it was stopped. */
async function send(
  client: ForgeClient,
  request: OpenRequest,
  plan: RequestPlan,
  { forgeRequests }: FeatureContext,
): Promise<RequestOutcome | undefined> {
  try {
    return await cancellable(`Asking on ${labelText(client.host)}`, (signal) =>
      carryOut(client, request, plan, null, signal),
    );
  } finally {
    // Also what was stopped, or failed, may have been sent.
    forgeRequests.refresh();
  }
}

/** The one open request of the branch; `undefined`: there are several, and none was picked. */
async function find(client: ForgeClient, asking: Asking, signal: AbortSignal): Promise<RequestState | undefined> {
  const { review, route } = asking;
  const sight = await lookFor(client, review, route, signal);
  switch (sight.kind) {
    case 'one':
      return sight.state;
    case 'several': {
      const picked = await pickOne(client.kind, sight.requests);
      return picked === undefined ? undefined : client.readRequest(picked.number, signal);
    }
    default:
      throw noRequest(asking);
  }
}

async function pickOne(kind: ForgeKind, requests: readonly OpenRequest[]): Promise<OpenRequest | undefined> {
  const items = requests.map((request) => ({ label: labelText(requestText(kind, request)), request }));
  const options = {
    title: 'Request review',
    placeHolder: 'The branch has several open requests',
    ignoreFocusOut: true,
  };
  return (await window.showQuickPick(items, options))?.request;
}

function noRequest({ route: { from, into, unpushed }, review }: Asking): UserError {
  const branch = visible(from.branch);
  const page = newRequestPage(from, into);
  const target = page === null ? null : safeTarget(page, null);
  const text = `${visible(into.remote.host)} has no open request of ${branch} yet.`;
  if (unpushed === null)
    return new UserError(`${text} Push the branch first, and open one.`, { title: 'Push', command: 'git.publish' });
  if (target === null) return new UserError(`${text} Open one first.`, otherWays(review));
  const open = { title: 'Open one', command: 'vscode.open', arguments: [Uri.parse(target, true)] };
  return new UserError(`${text} Nobody was asked.`, open);
}

/** What was confirmed: to ask, or to name in a comment whom the account may not ask. */
type Confirmed = 'ask' | 'mention';

interface Choice extends QuickPickItem {
  readonly does?: Confirmed;
}

/** Shows everybody with what will become of them. Only the first rows send. */
async function confirm(
  { suggestion, route }: Asking,
  state: RequestState,
  plan: RequestPlan,
  mayAsk: boolean,
  { today }: FeatureContext,
): Promise<Confirmed | undefined> {
  const rows = plannedGroups(plan, suggestion, today()).flatMap(({ title, rows }): readonly Choice[] => [
    { label: title, kind: QuickPickItemKind.Separator },
    ...rows.map(({ icon, label, description, detail }) => ({
      ...{ label: `$(${icon}) ${labelText(label)}`, description: labelText(description) },
      ...(detail === '' ? {} : { detail: labelText(detail) }),
    })),
  ]);
  const options = {
    title: `Request review on ${labelText(route.into.remote.host)}`,
    placeHolder: `${requestText(route.into.remote.kind, state.request)}${unpushedText(route)}`,
    ignoreFocusOut: true,
  };
  for (;;) {
    const picked = await window.showQuickPick([...firstRows(plan, mayAsk, route), ...rows], options);
    if (picked === undefined || plan.send.length === 0) return undefined;
    if (picked.does !== undefined) return picked.does;
  }
}

/** What can be done, first of all what will work. */
function firstRows({ send }: RequestPlan, mayAsk: boolean, { into }: Route): readonly Choice[] {
  if (send.length === 0) return [{ label: '$(check) Nobody is left to ask' }];
  const names = labelText(namesText(send.map(({ ask }) => visible(ask.person.name))));
  if (mayAsk) return [{ label: `$(send) Ask ${names}`, description: 'sends it now', does: 'ask' }];
  const where = labelText(visible(into.remote.path));
  return [
    {
      label: `$(mention) Mention ${names} in a comment`,
      description: `sends it now: your account may not ask reviewers in ${where}`,
      does: 'mention',
    },
    { label: '$(send) Ask them all the same', description: 'sends it now', does: 'ask' },
  ];
}

/** Reviewers see what is pushed. */
const unpushedText = ({ unpushed }: Route): string =>
  unpushed === null || unpushed === 0 ? '' : ` · ${unpushed} ${unpushed === 1 ? 'commit' : 'commits'} not pushed yet`;
