/** *Request review*: whom to ask, and a way to ask them that always works. */
import { ProgressLocation, window, type QuickPickItem } from 'vscode';
import { uncoveredText, type Ask } from '../../core';
import { labelText } from '../../host/convert';
import { UserError } from '../../host/errors';
import type { Disposable } from '../../host/disposables';
import type { FeatureContext } from '../../host/featureContext';
import { keyOf } from '../../host/paths';
import { resourceOf } from '../../host/resource';
import type { ReadyReview, Review } from '../../host/review/review';
import { scopeText, stateText } from '../../host/review/stateText';
import { actionsFor, type Action } from './actions';
import { personChoices, withPeople } from './choices';

/** `aor.requestReview`, for a repository's root, that of a file or of the active document, or the window's only one. */
export function registerRequestReview(context: FeatureContext): Disposable {
  const { changes, store, commands, today } = context;

  async function reviewFor(argument: unknown): Promise<Review | undefined> {
    const location = { location: ProgressLocation.Window, title: 'Looking at the change' };
    await window.withProgress(location, () => changes.whenRead());
    const [only, ...others] = changes.reviews;
    if (others.length === 0) return only;
    const uri = resourceOf(argument);
    const answer = uri === undefined ? undefined : await store.answer(uri);
    const base = answer === undefined || answer.kind === 'elsewhere' ? uri : answer.repository.base;
    const found = changes.reviews.find(
      ({ repository }) => base !== undefined && keyOf(repository.base) === keyOf(base),
    );
    return found ?? (await askRepository(changes.reviews));
  }

  return commands.register('aor.requestReview', async (argument) => {
    const review = await reviewFor(argument);
    if (review === undefined) return;
    if (review.kind !== 'ready') throw new UserError(stateText(review));
    const { suggestion } = review;
    const isOfTeams = suggestion.uncovered.some((one) => one.kind === 'aor' && one.code === 'team');
    if (suggestion.ask.length === 0 && !isOfTeams) throw nobody(review, context);
    const title = `Request review of ${labelText(scopeText(review.scope, review))}`;
    const choices = personChoices(suggestion, today());
    const people = choices.length === 0 ? [] : await askPeople(review, title, choices);
    if (people === undefined || (people.length === 0 && !isOfTeams)) return;
    const action = await askAction(title, await actionsFor(review, withPeople(suggestion, people), context));
    await action?.run();
  });
}

function nobody(review: ReadyReview, { today }: FeatureContext): UserError {
  const [first] = review.suggestion.uncovered;
  const said = stateText(review);
  if (first === undefined) return new UserError(said === '' ? 'Nobody has to be asked.' : said);
  const what = first.kind === 'path' ? first.path : first.requirement.aor.title;
  return new UserError(`Nobody can be asked. ${labelText(what)}: ${uncoveredText(first, { today: today() })}.`);
}

async function askRepository(reviews: readonly Review[]): Promise<Review | undefined> {
  const items = reviews.map((review) => {
    const label = labelText(review.repository.base.path.split('/').at(-1) ?? '');
    const description = labelText(review.kind === 'ready' ? scopeText(review.scope, review) : stateText(review));
    return { label, description, review };
  });
  return (await window.showQuickPick(items, { title: 'Request review', placeHolder: 'Of which repository?' }))?.review;
}

/** All are chosen to begin with. */
async function askPeople(
  { suggestion }: ReadyReview,
  title: string,
  choices: ReturnType<typeof personChoices>,
): Promise<readonly Ask[] | undefined> {
  const items: (QuickPickItem & { readonly ask: Ask })[] = choices.map(({ ask, label, description, detail }) => ({
    ...{ ask, picked: true, label: labelText(label), description: labelText(description) },
    ...(detail === '' ? {} : { detail: labelText(detail) }),
  }));
  const open = suggestion.uncovered.length + suggestion.undecided.length;
  const placeHolder = open === 0 ? 'Whom to ask' : `Whom to ask; ${open} more need attention, see Review`;
  const options = { title, placeHolder, canPickMany: true, matchOnDescription: true, ignoreFocusOut: true } as const;
  return (await window.showQuickPick(items, options))?.map(({ ask }) => ask);
}

async function askAction(title: string, actions: readonly Action[]): Promise<Action | undefined> {
  const items = actions.map((action) => ({
    label: `$(${action.icon}) ${labelText(action.label)}`,
    description: labelText(action.description),
    action,
  }));
  const picked = await window.showQuickPick(items, { title, placeHolder: 'Choose how to ask them' });
  return picked?.action;
}
