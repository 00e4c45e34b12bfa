/** VS Code's own git extension: tells when something may have changed, and has the box for the commit message. */
import { EventEmitter, extensions, type Command, type Event, type Uri } from 'vscode';
import { createBag, createSlot, type Bag, type Disposable } from '../disposables';
import { pathBelow } from '../paths';

/** The part of its API, version 1, that is used. */
interface GitApi {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: Event<GitRepository>;
  readonly onDidCloseRepository: Event<GitRepository>;
  toGitUri(uri: Uri, ref: string): Uri;
  registerPostCommitCommandsProvider(provider: PostCommitCommandsProvider): Disposable;
}

interface PostCommitCommandsProvider {
  getCommands(repository: GitRepository): Command[];
}

interface GitRepository {
  readonly rootUri: Uri;
  readonly inputBox: { value: string };
  readonly state: { readonly onDidChange: Event<void> };
}

interface GitExports {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: Event<boolean>;
  getAPI(version: 1): GitApi;
}

export interface GitExtension extends Disposable {
  /** Something about some repository may be different now. */
  readonly onDidChange: Event<void>;
  /** The box for the commit message of the repository around a folder; `undefined` where there is none. */
  commitBox(folder: Uri): { value: string } | undefined;
  /** The file as it is at a commit; with `''` in the index. `undefined` without the extension. */
  uriAt(file: Uri, ref: string): Uri | undefined;
  /**
   * Puts a command beside *Commit & Push*, for the repositories it `isFor`. It is called with the repository (`rootUri`)
   * once the commit is there, and git waits for it. Registering anew draws the button anew.
   */
  offerAfterCommit(command: Command, isFor: (root: Uri) => boolean): Disposable;
}

/** What is registered with whatever API there is now. */
interface Offer {
  readonly follow: (api: GitApi | undefined) => void;
}

/** Follows the extension wherever there is one: not in untrusted workspaces, not where it is turned off. */
export function createGitExtension(report: (error: unknown) => void): GitExtension {
  const bag = createBag();
  const changes = bag.add(new EventEmitter<void>());
  const fire = (): void => changes.fire();
  const enablement = bag.add(createSlot<Disposable>());
  const following = bag.add(createSlot<Bag>());
  const offers = new Set<Offer>();
  let api: GitApi | undefined;
  let isFound = false;

  function follow(found: GitExports): void {
    const parts = createBag();
    following.put(parts);
    api = found.enabled ? found.getAPI(1) : undefined;
    if (api === undefined) return;
    const watch = ({ state }: GitRepository): void => void parts.add(state.onDidChange(fire));
    api.repositories.forEach(watch);
    for (const offer of offers) offer.follow(api);
    parts.add({ dispose: () => offers.forEach((offer) => offer.follow(undefined)) });
    parts.add(
      api.onDidOpenRepository((repository) => {
        watch(repository);
        fire();
      }),
    );
    parts.add(api.onDidCloseRepository(fire));
    fire();
  }

  async function find(): Promise<void> {
    const extension = extensions.getExtension<GitExports>('vscode.git');
    if (extension === undefined || isFound) return;
    isFound = true;
    const found = await extension.activate();
    enablement.put(found.onDidChangeEnablement(() => follow(found)));
    follow(found);
  }

  const look = (): void => {
    find().catch(report);
  };
  // It appears with the trust in the workspace.
  bag.add(extensions.onDidChange(look));
  look();
  return {
    onDidChange: changes.event,
    commitBox(folder) {
      const around = (api?.repositories ?? []).filter(({ rootUri }) => pathBelow(rootUri, folder) !== undefined);
      return around.sort((a, b) => b.rootUri.path.length - a.rootUri.path.length)[0]?.inputBox;
    },
    uriAt: (file, ref) => api?.toGitUri(file, ref),
    offerAfterCommit(command, isFor) {
      const provider = { getCommands: ({ rootUri }: GitRepository) => (isFor(rootUri) ? [command] : []) };
      const registered = createSlot<Disposable>();
      const offer: Offer = { follow: (to) => registered.put(to?.registerPostCommitCommandsProvider(provider)) };
      offers.add(offer);
      offer.follow(api);
      return {
        dispose() {
          offers.delete(offer);
          registered.dispose();
        },
      };
    },
    dispose: () => bag.dispose(),
  };
}
