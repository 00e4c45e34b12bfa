/** The only door of the forges. */
export { azureApi, azureTokens, type AzurePlace, type AzureTokens } from './azure/api';
export { azureClient } from './azure/client';
export { bitbucketApi, bitbucketServerApi, bitbucketToken } from './bitbucket/api';
export { bitbucketClient } from './bitbucket/cloudClient';
export { bitbucketServerClient } from './bitbucket/serverClient';
export {
  carryOut,
  refusedByForge,
  type AskingClient,
  type AskResult,
  type PersonOutcome,
  type RequestOutcome,
} from './carryOut';
export { apiOf, canConnect, connect, type Secret } from './connect';
export { factsOf, noSurroundings, readSurroundings, type Surroundings } from './facts';
export { failureText, ForgeError, type ForgeFailure } from './failure';
export {
  isSameCommit,
  isSameHandle,
  pickRequest,
  type ChangedPaths,
  type ForgeClient,
  type ListedRequest,
  type OpenRequest,
  type PastReview,
  type RequestState,
  type Verdict,
} from './forge';
export { gerritApi, gerritToken } from './gerrit/api';
export { changeIdOf } from './gerrit/changeId';
export { gerritClient } from './gerrit/client';
export { giteaApi, giteaToken } from './gitea/api';
export { giteaClient } from './gitea/client';
export { githubApi, hostOfGithubApi } from './github/api';
export { githubClient } from './github/client';
export { gitlabApi, gitlabToken, type GitlabTokenKind } from './gitlab/api';
export { gitlabClient } from './gitlab/client';
export { mentionComment } from './mention';
export {
  isOpenedBy,
  namesOn,
  placeOf,
  planRequest,
  verdictOf,
  type PersonThere,
  type PlannedAsk,
  type RequestPlan,
} from './plan';
export { readReviewsBefore } from './reviewsBefore';
export { askedBy, takeBack, type TakenBack } from './takeBack';
export { requestName } from './requestName';
export { bindToken, type ForgePlace, type ForgeToken } from './token';
