/** *Sign in…* and *Sign out…*, for the forges of the changes at hand and of the repositories. */
import { window } from 'vscode';
import { visible, type Remote } from '../../core';
import { canConnect, failureText, ForgeError } from '../../forges';
import { labelText } from '../../host/convert';
import { createBag, type Disposable } from '../../host/disposables';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { requestRemote } from '../../host/forge/openRequestsPlace';
import { routeOf } from '../../host/review/route';

/** `aor.signIn` and `aor.signOut`. */
export function registerAccounts({ accounts, changes, commands, settings, store }: FeatureContext): Disposable {
  const bag = createBag();

  async function remotes(): Promise<readonly Remote[]> {
    await changes.whenRead();
    const ready = changes.reviews.filter((review) => review.kind === 'ready');
    const routes = await Promise.all(ready.map((review) => routeOf(review, settings)));
    const found = routes.flatMap((route) => (route !== undefined && canConnect(route.into.remote) ? [route] : []));
    // Their open requests can be looked at, whatever is changed.
    const owned = store.repositories.filter(({ model }) => model !== null);
    const others = await Promise.all(owned.map(({ base }) => requestRemote(base, settings)));
    const all = [...others.filter((remote) => remote !== null), ...found.map(({ into }) => into.remote)];
    return [...new Map(all.map((remote) => [remote.host, remote])).values()];
  }

  bag.add(
    commands.register('aor.signIn', async (argument) => {
      const places = await remotes();
      const given = places.find(({ host }) => host === hostOf(argument));
      const remote = given ?? (await pick(places));
      if (remote === undefined) return;
      try {
        const client = await accounts.ask(remote);
        if (client !== null) window.setStatusBarMessage(labelText(`Signed in to ${remote.host}`), messageMs);
      } catch (error) {
        if (error instanceof ForgeError) throw new UserError(visible(failureText(error.failure, remote.host)));
        throw error;
      }
    }),
  );
  bag.add(
    commands.register('aor.signOut', async (argument) => {
      const { hosts } = accounts;
      if (hosts.length === 0)
        throw new UserError('No token was typed in. Accounts of VS Code are left by its own menu, Accounts.');
      const asked = typeof argument === 'string' ? argument : hostOf(argument);
      // Who was led here from one host means no other.
      if (asked !== undefined && !hosts.includes(asked))
        throw new UserError(
          `No token was typed in for ${labelText(asked)}. Accounts of VS Code are left by its own menu, Accounts.`,
        );
      const host = asked ?? (await window.showQuickPick([...hosts], { title: 'Sign out' }));
      if (host === undefined) return;
      await accounts.signOut(host);
      window.setStatusBarMessage(labelText(`Signed out of ${host}: its token is deleted`), messageMs);
    }),
  );
  return bag;
}

const messageMs = 4_000;

/** A row's remote. What else comes as an argument counts for nothing. */
const hostOf = (argument: unknown): string | undefined =>
  typeof argument === 'object' && argument !== null && 'host' in argument && typeof argument.host === 'string'
    ? argument.host
    : undefined;

async function pick(places: readonly Remote[]): Promise<Remote | undefined> {
  const [first, ...others] = places;
  if (first === undefined) throw new UserError('No remote leads to a forge on which reviewers can be asked.');
  if (others.length === 0) return first;
  const items = places.map((remote) => ({ label: labelText(remote.host), description: remote.kind, remote }));
  return (await window.showQuickPick(items, { title: 'Sign in', placeHolder: 'Where?' }))?.remote;
}
