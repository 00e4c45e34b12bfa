/** What the environment says of whatever forge: addresses, secrets, the job that runs this. */
import type { Remote } from '../../core';
import { CliError, type Io } from '../io';

export type Environment = Io['env'];

/** Where a token of the environment belongs, and nowhere else. */
export interface TokenPlace {
  readonly host: string;
  /** Without a slash at its end. */
  readonly api: string;
  /** What pages of the host start with. */
  readonly site: string;
}

/** What a job of the forge itself runs for. */
export interface Job {
  readonly project: Remote;
  /** Of the request; `null`: the job runs for a branch. */
  readonly number: number | null;
  /** Without `refs/heads/`; `null`: the job runs for something else. */
  readonly branch: string | null;
}

/** `null` where the variable is not set, or empty. */
export function textIn(env: Environment, name: string): string | null {
  const text = env[name]?.trim() ?? '';
  return text === '' ? null : text;
}

/** The number of a request in a variable; `null` where that holds none. */
export function numberIn(env: Environment, name: string): number | null {
  const digits = /^\d+$/.exec(textIn(env, name) ?? '')?.[0];
  return digits === undefined ? null : Number(digits);
}

/** `null` where the variable is not set. Throws `CliError` for what is no address of a server, or holds a secret. */
export function addressIn(env: Environment, name: string, example: string): URL | null {
  const written = textIn(env, name);
  if (written === null) return null;
  const address = URL.canParse(written) ? new URL(written) : null;
  if (address === null || !/^https?:$/.test(address.protocol) || address.username !== '' || address.password !== '')
    throw new CliError(`${name} is not an address such as ${example}.`);
  return address;
}

/** Throws `CliError` where there is none. */
export function secretIn(env: Environment, name: string, host: string): string {
  const secret = textIn(env, name);
  if (secret === null) throw new CliError(`Set ${name} to a token that may ask reviewers on ${host}.`);
  // A line end would be a second header.
  if (!/^[\x21-\x7e]+$/.test(secret)) throw new CliError(`${name} holds characters that no token has.`);
  return secret;
}
