/** Where GitHub's API is, for its own hosts and for servers of one's own. Source: *REST API, Getting started*. */

const cloud = 'github.com';
/** Where the data of some customers must stay in one country; each has a name below it. */
const residence = '.ghe.com';

/** `https://api.github.com`, `https://ghe.acme.example/api/v3`. `site`: what pages of the host start with. */
export function githubApi({ host, site }: { readonly host: string; readonly site: string }): string {
  return isGithubsOwn(host) ? `https://api.${host}` : `${site}/api/v3`;
}

/** Where GraphQL is asked: `https://api.github.com/graphql`, `https://ghe.acme.example/api/graphql`. */
export const githubGraphql = (api: string): string => `${api.replace(/\/v3$/, '')}/graphql`;

/** The host whose pages belong to an API's address: `github.com` for `https://api.github.com`. */
export function hostOfGithubApi(api: URL): string {
  const inner = api.hostname.replace(/^api\./, '');
  return isGithubsOwn(inner) ? inner : api.hostname;
}

/** Whether GitHub itself runs the host, with its limits; those of servers of one's own are off unless switched on. */
export const isGithubsOwn = (host: string): boolean => host === cloud || host.endsWith(residence);
