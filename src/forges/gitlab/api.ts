/** Where GitLab's API is, and how it wants to be shown a token. Source: *REST API*, *Authentication*; *CI/CD job token*. */
import { ForgeError } from '../failure';
import { bindToken, type ForgePlace, type ForgeToken } from '../token';

/** `https://gitlab.com/api/v4`. `site`: what pages of the host start with, with the folder GitLab lives in. */
export const gitlabApi = ({ site }: { readonly site: string }): string => `${site}/api/v4`;

/** `access`: a token that somebody made, of a person, project or group. `oauth`: what a sign-in gave. */
export type GitlabTokenKind = 'access' | 'oauth';

/** What the tokens of GitLab's own jobs begin with. */
const ofJob = 'glcbt-';

/** Throws `refused` for the token of a job, which may read little and change nothing here, besides what `bindToken` throws. */
export function gitlabToken(place: ForgePlace, secret: string, kind: GitlabTokenKind = 'access'): ForgeToken {
  if (secret.trim().startsWith(ofJob))
    throw new ForgeError({
      kind: 'refused',
      words: 'the token of a CI job cannot ask anybody; it takes an access token with the scope "api"',
    });
  return bindToken(place, secret, (text) =>
    kind === 'access' ? ['private-token', text] : ['authorization', `Bearer ${text}`],
  );
}
