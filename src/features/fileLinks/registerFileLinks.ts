/** Makes what ownership files refer to a link: guides, links, decisions, and the files they include. */
import { DocumentLink, languages, Uri, type TextDocument } from 'vscode';
import { linksOf } from '../../core';
import type { Disposable } from '../../host/disposables';
import type { FeatureContext } from '../../host/featureContext';
import { guarded } from '../../host/guarded';

/** Registers the links. */
export const registerFileLinks = ({ ownershipFiles, log }: FeatureContext): Disposable =>
  ownershipFiles.register((selector) =>
    languages.registerDocumentLinkProvider(selector, {
      provideDocumentLinks: guarded(log, 'Links', (document: TextDocument) => {
        const written = ownershipFiles.of(document);
        if (written === undefined) return undefined;
        const { file, repository, uriOf, rangeOf } = written;
        const root = repository.base.toString().replace(/\/$/, '');
        return linksOf(file, root).map(({ at, target }) => {
          const uri = target.kind === 'path' ? uriOf(target.path) : Uri.parse(target.uri, true);
          return new DocumentLink(rangeOf({ file: file.path, ...at }), uri);
        });
      }),
    }),
  );
