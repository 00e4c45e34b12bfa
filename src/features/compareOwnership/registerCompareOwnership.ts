/** *Compare ownership with…*: whose ownership changed since a commit, as a text with links to the files. */
import { DocumentLink, languages, Range, window, workspace, type Uri } from 'vscode';
import { comparisonText, visible, type Comparison, type ComparisonLine } from '../../core';
import { cancellable } from '../../host/cancellable';
import { createBag, type Disposable } from '../../host/disposables';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { mayRunGit } from '../../host/git';
import { uriBelow } from '../../host/paths';
import { createReadOnlyTexts } from '../../host/readOnlyTexts';
import { readableRepository } from '../../host/readableRepository';
import type { Repository } from '../../host/store';
import { compareWith } from './comparing';
import { pickRef, type ChosenRef } from './pickRef';

const scheme = 'aor-compare';

/** More files that went the same way are counted, not listed. */
const mostPaths = 1000;

/** How far a path stands in. */
const indent = 4;

interface Shown {
  readonly base: Uri;
  readonly lines: readonly ComparisonLine[];
}

/** `aor.compareOwnership`, for the repository of a file, of the active document, or the window's only one. */
export function registerCompareOwnership(context: FeatureContext): Disposable {
  const bag = createBag();
  const texts = bag.add(createReadOnlyTexts(scheme));
  const shown = new Map<string, Shown>();
  bag.add(
    languages.registerDocumentLinkProvider(
      { scheme },
      { provideDocumentLinks: ({ uri }) => linksIn(shown.get(uri.path)) },
    ),
  );
  bag.add(workspace.onDidCloseTextDocument(({ uri }) => uri.scheme === scheme && shown.delete(uri.path)));
  bag.add(
    context.commands.register('aor.compareOwnership', async (argument) => {
      const found = await readableRepository(context.store, argument);
      if (found === undefined) return;
      const { repository } = found;
      if (!mayRunGit(repository.base))
        throw new UserError('Comparing asks git, which is run in trusted workspaces on this machine alone.');
      const chosen = await pickRef(repository.base.fsPath);
      const comparison = chosen === undefined ? undefined : await compared(context, repository, chosen);
      if (chosen === undefined || comparison === undefined) return;
      const lines = comparisonText(comparison, mostPaths);
      const name = `Ownership since ${visible(chosen.title).replaceAll('/', '-')}`;
      const uri = texts.put(name, `${lines.map(({ text }) => visible(text)).join('\n')}\n`);
      shown.set(uri.path, { base: repository.base, lines });
      await window.showTextDocument(uri, { preview: true });
    }),
  );
  return bag;
}

const compared = (
  context: FeatureContext,
  repository: Repository,
  chosen: ChosenRef,
): Thenable<Comparison | undefined> =>
  cancellable(`Ownership since ${visible(chosen.title)}`, (signal) => compareWith(context, repository, chosen, signal));

const linksIn = (shown: Shown | undefined): DocumentLink[] =>
  (shown?.lines ?? []).flatMap(({ path }, line) =>
    path === null || shown === undefined
      ? []
      : [new DocumentLink(new Range(line, indent, line, indent + visible(path).length), uriBelow(shown.base, path))],
  );
