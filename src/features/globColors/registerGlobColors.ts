/** Colours what means something in the globs of ownership files. */
import { languages, SemanticTokensBuilder, SemanticTokensLegend, type TextDocument } from 'vscode';
import { globTokenKinds, globTokens } from '../../core';
import type { Disposable } from '../../host/disposables';
import type { FeatureContext } from '../../host/featureContext';
import { guarded } from '../../host/guarded';

/** The manifest says what each kind is coloured as. */
const legend = new SemanticTokensLegend([...globTokenKinds]);

/** Registers the colours. */
export const registerGlobColors = ({ ownershipFiles, log }: FeatureContext): Disposable =>
  ownershipFiles.register((selector) =>
    languages.registerDocumentSemanticTokensProvider(
      selector,
      {
        provideDocumentSemanticTokens: guarded(log, 'Semantic tokens', (document: TextDocument) => {
          const written = ownershipFiles.of(document);
          if (written === undefined) return undefined;
          const builder = new SemanticTokensBuilder(legend);
          for (const { kind, start, end } of globTokens(written.file))
            builder.push(written.rangeOf({ file: written.file.path, start, end }), kind);
          return builder.build();
        }),
      },
      legend,
    ),
  );
