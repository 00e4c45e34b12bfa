/** Whom to ask, why and the checklists in the description of a pull request that GitHub's extension is writing. */
import { Uri } from 'vscode';
import { createBag, createSlot, type Disposable } from '../../host/disposables';
import { errorText } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { isCopilotWriting, offerDescription, type Describe, type NewPullRequest } from '../../host/githubPullRequests';
import { pathBelow } from '../../host/paths';
import type { ReadyReview } from '../../host/review/review';
import { descriptionOf } from './description';

export function registerDescribeRequest({ changes, settings, log }: FeatureContext): Disposable {
  const bag = createBag();
  const offer = bag.add(createSlot<Disposable>());

  /** Of the repository whose files it changes, or of the window's only one. */
  function reviewOf({ patches }: NewPullRequest): ReadyReview | undefined {
    const ready = changes.reviews.filter((review) => review.kind === 'ready');
    const files = patches.flatMap((patch) => (typeof patch === 'string' ? [] : [Uri.parse(patch.fileUri)]));
    const found = ready.find(({ repository }) => files.some((file) => pathBelow(repository.base, file) !== undefined));
    return found ?? (ready.length === 1 && files.length === 0 ? ready[0] : undefined);
  }

  const describe: Describe = async (request, token) => {
    // A pull request is of the branch, whatever part of the work was looked at.
    if (changes.scope !== 'branch') await changes.setScope('branch');
    await changes.whenRead();
    const review = token.isCancellationRequested ? undefined : reviewOf(request);
    return review && descriptionOf(request, review.suggestion, review.change.head.branch);
  };

  function refresh(): void {
    const wanted = settings.get('review.pullRequestDescription');
    const isOffered = wanted === 'on' || (wanted === 'auto' && !isCopilotWriting());
    offer.put(
      isOffered
        ? offerDescription('AOR', describe, (error) => log.warn(`GitHub Pull Requests: ${errorText(error)}`))
        : undefined,
    );
  }

  bag.add(settings.onDidChange(({ affects }) => affects('review.pullRequestDescription') && refresh()));
  refresh();
  return bag;
}
