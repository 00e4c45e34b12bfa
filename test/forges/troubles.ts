/** What can go wrong with a forge, for stand-ins. */
import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { failureText, ForgeError, type ForgeFailure } from '../../src/forges';
import type { Fault } from './standInServer';

/** An answer of whatever status and text. */
export const answer =
  (status: number, text: string, headers: Readonly<Record<string, string>> = {}): Fault =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(text);
    return true;
  };

/** The connection breaks. */
export const reset: Fault = (_, response) => (response.destroy(), true);

/** No answer for ever. */
export const silence: Fault = () => true;

/** The fault for the first requests, of one method where it is given; then none. */
export const times = (count: number, fault: Fault, method: string | null = null): Fault => {
  let left = count;
  return (request, response) => {
    if (method !== null && request.method !== method) return false;
    left -= 1;
    return left >= 0 && fault(request, response);
  };
};

/** What some work fails with, which never shows the secret. */
export async function failureOf(work: Promise<unknown>, secret: string): Promise<ForgeFailure> {
  const error: unknown = await work.then(
    () => assert.fail('nothing went wrong'),
    (found: unknown) => found,
  );
  assert.ok(error instanceof ForgeError, inspect(error));
  assert.ok(!(inspect(error, { depth: 9 }) + failureText(error.failure, 'x')).includes(secret));
  return error.failure;
}
