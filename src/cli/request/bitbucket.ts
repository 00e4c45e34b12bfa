/** What the environment says of Bitbucket, in the cloud and on servers. Nothing of a checkout is looked at here. */
import { bitbucketApi, bitbucketClient, bitbucketServerApi, bitbucketServerClient, bitbucketToken } from '../../forges';
import { placeFor, type ForgeOfEnvironment } from './forgeOfEnvironment';
import { addressIn, numberIn, secretIn, textIn, type Environment, type Job, type TokenPlace } from './place';

const cloud = 'bitbucket.org';

/** `null` where the variable is not set. Throws `CliError` for what is no address. */
function serverPlace(env: Environment): TokenPlace | null {
  const server = addressIn(env, 'BITBUCKET_SERVER_URL', 'https://git.acme.example');
  if (server === null) return null;
  const site = server.href.replace(/\/+$/, '');
  return { host: server.hostname, api: bitbucketServerApi({ site }), site };
}

/** Throws `CliError` for what is no address. */
function cloudPlace(env: Environment): TokenPlace {
  const api = addressIn(env, 'BITBUCKET_API_URL', 'https://api.bitbucket.org/2.0');
  if (api === null) return { host: cloud, api: bitbucketApi({ host: cloud }), site: `https://${cloud}` };
  const host = api.hostname.replace(/^api\./, '');
  return { host, api: api.href.replace(/\/+$/, ''), site: `${api.protocol}//${host}` };
}

/** The one token belongs to the server of `BITBUCKET_SERVER_URL`, else to the cloud. */
const placeOfToken = (env: Environment): TokenPlace => serverPlace(env) ?? cloudPlace(env);

/** `null` where the environment names no project. Source: *Variables and secrets* of Bitbucket Pipelines. */
function pipelinesJob(env: Environment): Job | null {
  const path = `${textIn(env, 'BITBUCKET_WORKSPACE') ?? ''}/${textIn(env, 'BITBUCKET_REPO_SLUG') ?? ''}`;
  if (!/^[\w.-]+\/[\w.-]+$/.test(path)) return null;
  const { host, site } = cloudPlace(env);
  return {
    project: { kind: 'bitbucket', host, site, path },
    number: numberIn(env, 'BITBUCKET_PR_ID'),
    branch: textIn(env, 'BITBUCKET_BRANCH'),
  };
}

export const bitbucket: ForgeOfEnvironment = {
  kind: 'bitbucket',
  place: (env) => (serverPlace(env) === null ? cloudPlace(env) : null),
  isJob: (env) => textIn(env, 'BITBUCKET_BUILD_NUMBER') !== null,
  job: pipelinesJob,
  client(into, _place, env) {
    const own = placeFor(
      into,
      placeOfToken(env),
      'BITBUCKET_TOKEN',
      'Unset BITBUCKET_SERVER_URL and BITBUCKET_API_URL.',
    );
    const token = bitbucketToken({ kind: 'bitbucket', ...own }, secretIn(env, 'BITBUCKET_TOKEN', into.host));
    return bitbucketClient(token, into);
  },
};

export const bitbucketServer: ForgeOfEnvironment = {
  kind: 'bitbucket-server',
  place: serverPlace,
  // Data Center has no jobs of its own.
  isJob: () => false,
  job: () => null,
  client(into, _place, env) {
    const way = `Set BITBUCKET_SERVER_URL to https://${into.host}.`;
    const own = placeFor(into, placeOfToken(env), 'BITBUCKET_TOKEN', way);
    const token = bitbucketToken({ kind: 'bitbucket-server', ...own }, secretIn(env, 'BITBUCKET_TOKEN', into.host));
    return bitbucketServerClient(token, into);
  },
};
