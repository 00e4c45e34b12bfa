/** Tells what became of a request for review, and does what is then to be done: open it, mention, undo. */
import { commands, Uri, env, window } from 'vscode';
import { safeTarget, visible, type Ask } from '../../core';
import {
  askedBy,
  failureText,
  ForgeError,
  mentionComment,
  refusedByForge,
  requestName,
  takeBack,
  type ForgeClient,
  type OpenRequest,
  type PlannedAsk,
  type RequestOutcome,
  type RequestPlan,
} from '../../forges';
import { cancellable } from '../../host/cancellable';
import { labelText } from '../../host/convert';
import type { FeatureContext } from '../../host/featureContext';
import { messageText } from '../../host/messageText';
import type { ReadyReview } from '../../host/review/review';
import type { Asking } from './asking';
import { namesText, outcomeText, takenBackText } from './outcomeText';

/** A request that was sent. */
export interface Sent {
  readonly client: ForgeClient;
  readonly asking: Asking;
  readonly request: OpenRequest;
  readonly plan: RequestPlan;
  readonly outcome: RequestOutcome;
}

/** Resolves once the message is closed, which may be hours later. */
export async function tellOutcome(
  { client, asking, request, plan, outcome }: Sent,
  context: FeatureContext,
): Promise<void> {
  const refused = refusedByForge(plan, outcome.people);
  const asked = askedBy(outcome);
  const isFine = refused.length === 0 && outcome.lost.length === 0;
  const show = isFine ? window.showInformationMessage : window.showWarningMessage;
  const buttons = [
    ...(refused.length === 0 ? [] : (['Mention in a comment'] as const)),
    'Open' as const,
    ...(asked.length === 0 ? [] : (['Undo'] as const)),
  ];
  switch (await show(messageText(outcomeText(outcome, requestName(client.kind, request.number))), ...buttons)) {
    case 'Open':
      return openPage(request);
    case 'Mention in a comment':
      return mentionInComment(client, asking, request, refused);
    case 'Undo':
      return undo(client, asking, request, asked, context);
    case undefined:
  }
}

/** Takes back those whom this request asked, and nobody else. */
async function undo(
  client: ForgeClient,
  asking: Asking,
  request: OpenRequest,
  asked: readonly PlannedAsk[],
  { forgeRequests }: FeatureContext,
): Promise<void> {
  try {
    const done = await cancellable(`Taking back on ${labelText(client.host)}`, (signal) =>
      takeBack(client, request, asked, signal),
    );
    if (done === undefined) return;
    const show = done.stay.length === 0 ? window.showInformationMessage : window.showWarningMessage;
    // Not awaited: the view is to show it now.
    void show(messageText(takenBackText(done, requestName(client.kind, request.number))));
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    void showTrouble(error, client, asking);
  } finally {
    // Also what was stopped may have been sent.
    forgeRequests.refresh();
  }
}

async function openPage({ url }: OpenRequest): Promise<void> {
  const target = safeTarget(url, null);
  if (target !== null) await env.openExternal(Uri.parse(target, true));
}

/** One comment, which a later run edits. */
export async function mentionInComment(
  client: ForgeClient,
  asking: Asking,
  request: OpenRequest,
  people: readonly Ask[],
): Promise<void> {
  try {
    await client.writeComment(request.number, mentionComment(asking.suggestion, people, client.host));
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    void showTrouble(error, client, asking);
    return;
  }
  const names = namesText(people.map(({ person }) => visible(person.name)));
  void window.showInformationMessage(
    messageText(`Mentioned in a comment on ${requestName(client.kind, request.number)}: ${names}.`),
  );
}

async function showTrouble({ failure }: ForgeError, { host }: ForgeClient, { review }: Asking): Promise<void> {
  const { title, command, arguments: passed } = otherWays(review);
  const pressed = await window.showErrorMessage(messageText(failureText(failure, host)), title);
  if (pressed === title) await commands.executeCommand(command, ...passed);
}

/** A message to copy, a page to open, a chat: what always works. */
export const otherWays = ({ repository }: ReadyReview) =>
  ({ title: 'Other ways…', command: 'aor.requestReview', arguments: [repository.base] }) as const;
