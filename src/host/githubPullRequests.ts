/** The extension *GitHub Pull Requests*, where it is installed: it asks others for the text of a new pull request. */
import { extensions, workspace, type CancellationToken } from 'vscode';
import { createBag, type Disposable } from './disposables';

/** What it tells of the pull request that is being written. Source: its `api.d.ts`. */
export interface NewPullRequest {
  readonly commitMessages: readonly string[];
  /** Those of older versions tell no files. `fileUri`: of a file in the repository, as text. */
  readonly patches: readonly (string | { readonly fileUri: string })[];
  /** Of the repository, where it has one and the version of the extension tells. */
  readonly template?: string;
}

export interface TitleAndDescription {
  readonly title: string;
  /** Markdown. */
  readonly description: string;
}

/** `undefined`: there is nothing to say. */
export type Describe = (request: NewPullRequest, token: CancellationToken) => Promise<TitleAndDescription | undefined>;

interface Api {
  /** Missing in old versions. */
  registerTitleAndDescriptionProvider?(
    title: string,
    provider: { readonly provideTitleAndDescription: Describe },
  ): Disposable;
}

/** Offers a description wherever the extension is there, until disposed. */
export function offerDescription(title: string, describe: Describe, report: (error: unknown) => void): Disposable {
  const bag = createBag();
  let isFound = false;

  async function find(): Promise<void> {
    const extension = extensions.getExtension<Api | undefined>('GitHub.vscode-pull-request-github');
    if (extension === undefined || isFound || !workspace.isTrusted) return;
    isFound = true;
    const api = await extension.activate();
    const registered = api?.registerTitleAndDescriptionProvider?.(title, { provideTitleAndDescription: describe });
    if (registered !== undefined) bag.add(registered);
  }

  const look = (): void => {
    find().catch(report);
  };
  bag.add(extensions.onDidChange(look));
  bag.add(workspace.onDidGrantWorkspaceTrust(look));
  look();
  return bag;
}

/** Whether Copilot writes descriptions: that extension asks only one of those who offer. */
export const isCopilotWriting = (): boolean =>
  ['GitHub.copilot-chat', 'GitHub.copilot'].some((id) => extensions.getExtension(id) !== undefined) &&
  workspace.getConfiguration('chat').get('disableAIFeatures') !== true;
