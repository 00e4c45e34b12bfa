/** What the environment says of Azure DevOps. Nothing of a checkout is looked at here. Source: *Predefined variables*. */
import type { Remote } from '../../core';
import { azureApi, azureClient, azureTokens, type AzureTokens } from '../../forges';
import { CliError } from '../io';
import { placeFor, type ForgeOfEnvironment } from './forgeOfEnvironment';
import { branchOfPipeline, isPipelineOf } from './pipelines';
import { addressIn, numberIn, secretIn, textIn, type Environment, type Job, type TokenPlace } from './place';

const cloud = 'dev.azure.com';
/** The older name of an organisation in the cloud. */
const older = /^([^.]+)\.visualstudio\.com$/;

/**
 * The token belongs to the organisation or collection of `SYSTEM_COLLECTIONURI`, else to whichever of dev.azure.com, and
 * nowhere else. Throws `CliError` for what is no address.
 */
function azurePlace(env: Environment): TokenPlace {
  const collection = addressIn(env, 'SYSTEM_COLLECTIONURI', `https://${cloud}/acme`);
  if (collection === null) return { host: cloud, api: `https://${cloud}`, site: `https://${cloud}` };
  const organisation = older.exec(collection.hostname)?.[1];
  if (organisation !== undefined)
    return { host: cloud, api: `https://${cloud}/${organisation}`, site: `https://${cloud}` };
  return { host: collection.hostname, api: collection.href.replace(/\/+$/, ''), site: collection.origin };
}

/** What stands behind the host, in lower case: `/acme`, `/tfs/main`. */
const folderOf = (address: string): string => decodeURIComponent(new URL(address).pathname).toLowerCase();

/** Throws `CliError` without a token, and where the token would go to another organisation than its own. */
function tokensFor(into: Remote, place: TokenPlace | null, env: Environment): AzureTokens {
  const isOfJob = textIn(env, 'AZURE_DEVOPS_EXT_PAT') === null && textIn(env, 'SYSTEM_ACCESSTOKEN') !== null;
  const name = isOfJob ? 'SYSTEM_ACCESSTOKEN' : 'AZURE_DEVOPS_EXT_PAT';
  const usual = azureApi(into);
  const way = `Set SYSTEM_COLLECTIONURI to ${usual.api}.`;
  const { host, api } = placeFor(into, place, name, way);
  const isNamed = textIn(env, 'SYSTEM_COLLECTIONURI') !== null;
  if (isNamed && folderOf(api) !== folderOf(usual.api))
    throw new CliError(`The request is on ${usual.api}, and ${name} belongs to ${api}. ${way}`);
  // A server may have another port, and no https, for pages than for git.
  const own = isNamed && host !== cloud ? { host, api, identities: api } : usual;
  return azureTokens(own, secretIn(env, name, into.host), isOfJob ? 'bearer' : 'personal');
}

/** `null` where the environment names no project. */
function azureJob(env: Environment, { host, api, site }: TokenPlace): Job | null {
  const [project, repository] = ['SYSTEM_TEAMPROJECT', 'BUILD_REPOSITORY_NAME'].map((name) => textIn(env, name) ?? '');
  const isPlain = [project, repository].every((name) => name !== undefined && /^[^/\\]+$/.test(name));
  if (textIn(env, 'SYSTEM_COLLECTIONURI') === null || !isPlain) return null;
  const above = decodeURIComponent(new URL(api).pathname).replace(/^\/+/, '');
  return {
    project: { kind: 'azure', host, site, path: `${above}/${project}/${repository}` },
    number: numberIn(env, 'SYSTEM_PULLREQUEST_PULLREQUESTID'),
    branch: branchOfPipeline(env),
  };
}

export const azure: ForgeOfEnvironment = {
  kind: 'azure',
  place: azurePlace,
  isJob: (env) => isPipelineOf(env, ['TfsGit']),
  job: (env, place) => (place === null ? null : azureJob(env, place)),
  client: (into, place, env) => azureClient(tokensFor(into, place, env), into),
};
