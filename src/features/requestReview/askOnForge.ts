/** Asks people on the forge: what would be sent is shown first, what was sent is read back, and each result is told. */
import { QuickPickItemKind, Uri, window, type QuickPickItem } from 'vscode';
import { newRequestPage, safeTarget, visible, type Suggestion } from '../../core';
import {
  carryOut,
  failureText,
  ForgeError,
  planRequest,
  type ForgeClient,
  type OpenRequest,
  type RequestPlan,
  type RequestState,
} from '../../forges';
import { cancellable } from '../../host/cancellable';
import { labelText } from '../../host/convert';
import { errorText, UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { lookFor } from '../../host/forge/sight';
import type { ReadyReview } from '../../host/review/review';
import type { Route } from '../../node/route';
import { namesText } from './outcomeText';
import { plannedGroups, requestText } from './plannedRows';
import { tellOutcome } from './tellOutcome';

export interface Asking {
  readonly review: ReadyReview;
  /** Of those who were chosen. */
  readonly suggestion: Suggestion;
  readonly route: Route;
}

/** Throws `UserError` where the forge has no open request of the branch, and for whatever the forge refuses. */
export async function askOnForge(asking: Asking, context: FeatureContext): Promise<void> {
  const { remote } = asking.route.into;
  try {
    await tryToAsk(asking, context);
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    const text = visible(failureText(error.failure, remote.host));
    if (error.failure.kind !== 'sign-in') throw new UserError(text);
    throw new UserError(text, { title: 'Sign out', command: 'aor.signOut', arguments: [remote.host] });
  }
}

async function tryToAsk(asking: Asking, context: FeatureContext): Promise<void> {
  const { review, suggestion, route } = asking;
  const { remote } = route.into;
  const client = await context.accounts.ask(remote);
  if (client === null) return;
  const state = await cancellable(`Looking at ${labelText(remote.host)}`, (signal) => find(client, asking, signal));
  if (state === undefined) return;
  context.forgeRequests.put(review, { kind: 'one', remote, state });
  const plan = planRequest(suggestion.ask, state, remote.host, remote.kind);
  if (!(await confirm(asking, state, plan, context))) return;
  const outcome = await cancellable(`Asking on ${labelText(remote.host)}`, (signal) =>
    carryOut(client, state.request, plan, null, signal),
  );
  // Also what was stopped may have been sent.
  context.forgeRequests.refresh();
  if (outcome === undefined) return;
  // Not awaited: the message may stay for hours.
  tellOutcome({ client, suggestion, request: state.request, plan, outcome }, context).catch((error: unknown) =>
    context.log.error(`Request on ${remote.host}: ${errorText(error)}`),
  );
}

/** The one open request of the branch; `undefined`: there are several, and none was picked. */
async function find(client: ForgeClient, asking: Asking, signal: AbortSignal): Promise<RequestState | undefined> {
  const { review, route } = asking;
  const sight = await lookFor(client, review, route, signal);
  switch (sight.kind) {
    case 'one':
      return sight.state;
    case 'several': {
      const picked = await pickOne(sight.requests);
      return picked === undefined ? undefined : client.readRequest(picked.number, signal);
    }
    default:
      throw noRequest(route);
  }
}

async function pickOne(requests: readonly OpenRequest[]): Promise<OpenRequest | undefined> {
  const items = requests.map((request) => ({ label: labelText(requestText({ request })), request }));
  const options = {
    title: 'Request review',
    placeHolder: 'The branch has several open requests',
    ignoreFocusOut: true,
  };
  return (await window.showQuickPick(items, options))?.request;
}

function noRequest({ from, into, unpushed }: Route): UserError {
  const branch = visible(from.branch);
  const page = newRequestPage(from, into);
  const target = page === null ? null : safeTarget(page, null);
  const text = `${visible(into.remote.host)} has no open request of ${branch} yet.`;
  if (unpushed === null)
    return new UserError(`${text} Push the branch first, and open one.`, { title: 'Push', command: 'git.publish' });
  if (target === null) return new UserError(`${text} Open one first.`);
  const open = { title: 'Open one', command: 'vscode.open', arguments: [Uri.parse(target, true)] };
  return new UserError(`${text} Nobody was asked.`, open);
}

interface Choice extends QuickPickItem {
  readonly isSend?: boolean;
}

/** Shows everybody with what will become of them. Only the first row sends. */
async function confirm(
  { suggestion, route }: Asking,
  state: RequestState,
  plan: RequestPlan,
  { today }: FeatureContext,
): Promise<boolean> {
  const names = namesText(plan.send.map(({ ask }) => visible(ask.person.name)));
  const first: Choice =
    plan.send.length === 0
      ? { label: '$(check) Nobody is left to ask' }
      : { label: `$(send) Ask ${labelText(names)}`, description: 'sends it now', isSend: true };
  const rows = plannedGroups(plan, suggestion, today()).flatMap(({ title, rows }): readonly Choice[] => [
    { label: title, kind: QuickPickItemKind.Separator },
    ...rows.map(({ icon, label, description, detail }) => ({
      ...{ label: `$(${icon}) ${labelText(label)}`, description: labelText(description) },
      ...(detail === '' ? {} : { detail: labelText(detail) }),
    })),
  ]);
  const options = {
    title: `Request review on ${labelText(route.into.remote.host)}`,
    placeHolder: `${requestText(state)}${unpushedText(route)}`,
    ignoreFocusOut: true,
  };
  for (;;) {
    const picked = await window.showQuickPick([first, ...rows], options);
    if (picked === undefined || plan.send.length === 0) return false;
    if (picked.isSend === true) return true;
  }
}

/** Reviewers see what is pushed. */
const unpushedText = ({ unpushed }: Route): string =>
  unpushed === null || unpushed === 0 ? '' : ` · ${unpushed} ${unpushed === 1 ? 'commit' : 'commits'} not pushed yet`;
