/** What a client cannot do yet. */
import { ForgeError } from './failure';
import type { ForgeClient } from './forge';

const refuse = (): Promise<never> =>
  Promise.reject(new ForgeError({ kind: 'refused', words: 'AOR does not do that there yet.' }));

export const notYet: Pick<ForgeClient, 'openRequests' | 'changedPaths' | 'withdraw' | 'busyAmong' | 'pastReviews'> = {
  openRequests: refuse,
  changedPaths: refuse,
  withdraw: refuse,
  busyAmong: () => Promise.resolve([]),
  pastReviews: () => Promise.resolve([]),
};
