/** What a command takes of a forge, by the variables of the environment. Nothing of a checkout is looked at here. */
import type { ForgeKind, Remote } from '../../core';
import type { ForgeClient } from '../../forges';
import { CliError } from '../io';
import type { Environment, Job, TokenPlace } from './place';

/** One for each forge; everything throws `CliError` for variables that are not as they should be. */
export interface ForgeOfEnvironment {
  readonly kind: ForgeKind;
  /** Where its token belongs, and nowhere else; `null`: nobody says where the forge is. */
  readonly place: (env: Environment) => TokenPlace | null;
  /** Whether a job for this forge runs this. What it has checked out was written by whoever made the change. */
  readonly isJob: (env: Environment) => boolean;
  /** What the job runs for; `null`: it does not say. */
  readonly job: (env: Environment, place: TokenPlace | null) => Job | null | Promise<Job | null>;
  /**
   * A client for the project of a remote on this kind of forge. Throws `CliError` without a token, and where the token would
   * go to another host than its own; `ForgeError` where it cannot be used.
   */
  readonly client: (into: Remote, place: TokenPlace | null, env: Environment) => ForgeClient;
}

/** The place, where the request is on its host. `token`: the variable; `way`: what to set so that it fits. */
export function placeFor({ host }: Remote, place: TokenPlace | null, token: string, way: string): TokenPlace {
  if (place === null) throw new CliError(`It is not known which host ${token} belongs to. ${way}`);
  if (host !== place.host)
    throw new CliError(`The request is on ${host}, and ${token} belongs to ${place.host}. ${way}`);
  return place;
}
