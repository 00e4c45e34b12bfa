/** What the environment says of Gerrit. Nothing of a checkout is looked at here. */
import { gerritApi, gerritClient, gerritToken } from '../../forges';
import { CliError } from '../io';
import { placeFor, type ForgeOfEnvironment } from './forgeOfEnvironment';
import { addressIn, numberIn, secretIn, textIn, type Environment, type Job, type TokenPlace } from './place';

/** The password belongs to the host of `GERRIT_URL`, and nowhere else. Throws `CliError` for what is no address. */
function gerritPlace(env: Environment): TokenPlace | null {
  const address = addressIn(env, 'GERRIT_URL', 'https://review.acme.example');
  if (address === null) return null;
  const site = address.href.replace(/\/+$/, '');
  return { host: address.hostname, api: gerritApi({ site }), site };
}

/** `null` where the environment names no project. Source: *Gerrit Trigger* and *Gerrit Code Review*, plugins of Jenkins. */
function gerritJob(env: Environment, place: TokenPlace | null): Job | null {
  const path = textIn(env, 'GERRIT_PROJECT') ?? '';
  const number = numberIn(env, 'GERRIT_CHANGE_NUMBER');
  if (!/^[\w.~+-]+(\/[\w.~+-]+)*$/.test(path) || number === null) return null;
  if (place === null) throw new CliError('Set GERRIT_URL to the address of the Gerrit that this job runs for.');
  const { host, site } = place;
  return { project: { kind: 'gerrit', host, site, path }, number, branch: null };
}

/** `name:password`. Throws `CliError` where there is none. */
function passwordIn(env: Environment, host: string): string {
  const name = textIn(env, 'GERRIT_USERNAME');
  if (name === null) throw new CliError(`Set GERRIT_USERNAME to the account that asks reviewers on ${host}.`);
  if (!/^[^\s:]+$/.test(name)) throw new CliError('GERRIT_USERNAME is not the name of an account.');
  return `${name}:${secretIn(env, 'GERRIT_HTTP_PASSWORD', host)}`;
}

export const gerrit: ForgeOfEnvironment = {
  kind: 'gerrit',
  place: gerritPlace,
  isJob: (env) => textIn(env, 'GERRIT_CHANGE_NUMBER') !== null,
  job: gerritJob,
  client(into, place, env) {
    const own = placeFor(into, place, 'GERRIT_HTTP_PASSWORD', `Set GERRIT_URL to the address of ${into.host}.`);
    return gerritClient(gerritToken({ kind: 'gerrit', ...own }, passwordIn(env, into.host)), into);
  },
};
