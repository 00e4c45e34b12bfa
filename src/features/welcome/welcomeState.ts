import type { Repository } from '../../host/store';

/** What an empty view has to say; `null` where the tree has something to show. */
export type WelcomeState = 'loading' | 'none' | 'unreadable' | null;

/** The state for the repositories of the window. */
export function welcomeState(isReady: boolean, repositories: readonly Repository[]): WelcomeState {
  if (repositories.some(({ model }) => model !== null)) return null;
  if (repositories.some(({ state }) => state === 'unreadable')) return 'unreadable';
  return isReady ? 'none' : 'loading';
}
