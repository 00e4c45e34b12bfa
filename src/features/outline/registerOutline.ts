/** The shape of ownership files for the editor: outline, breadcrumbs, folding, growing selections, symbols by name. */
import {
  DocumentSymbol,
  FoldingRange,
  FoldingRangeKind,
  languages,
  Location,
  SelectionRange,
  SymbolInformation,
  SymbolKind,
  type Position,
  type TextDocument,
} from 'vscode';
import {
  documentSymbols,
  folds,
  selectionAt,
  workspaceSymbols,
  type DocumentSymbol as WrittenSymbol,
  type SymbolKind as WrittenKind,
} from '../../core';
import { createBag, type Disposable } from '../../host/disposables';
import type { FeatureContext } from '../../host/featureContext';
import { guarded } from '../../host/guarded';
import type { WrittenDocument } from '../../host/ownershipFiles';

const icons: Readonly<Record<WrittenKind, SymbolKind>> = {
  section: SymbolKind.Namespace,
  person: SymbolKind.Variable,
  team: SymbolKind.Interface,
  aor: SymbolKind.Class,
  role: SymbolKind.Struct,
  duty: SymbolKind.Field,
  glob: SymbolKind.File,
};

/** Registers document symbols, workspace symbols, folding and selection ranges. */
export function registerOutline({ store, ownershipFiles, log }: FeatureContext): Disposable {
  const bag = createBag();
  bag.add(
    languages.registerWorkspaceSymbolProvider({
      provideWorkspaceSymbols: guarded(log, 'Workspace symbols', (query: string) =>
        store.repositories.flatMap((repository) => {
          const written = ownershipFiles.in(repository);
          if (written === undefined) return [];
          const { files, nameOf, uriOf, rangeOf } = written;
          return workspaceSymbols(files, nameOf, query).map(({ kind, name, at }) => {
            const place = new Location(uriOf(at.file), rangeOf(at));
            return new SymbolInformation(name, icons[kind], kind === 'aor' ? 'AORs' : 'people', place);
          });
        }),
      ),
    }),
  );
  bag.add(
    ownershipFiles.register((selector) => {
      const registered = createBag();
      registered.add(
        languages.registerDocumentSymbolProvider(
          selector,
          {
            provideDocumentSymbols: guarded(log, 'Outline', (document: TextDocument) => {
              const written = ownershipFiles.of(document);
              if (written === undefined) return undefined;
              return documentSymbols(written.file, written.nameOf).map((symbol) => symbolOf(symbol, written));
            }),
          },
          { label: 'AOR' },
        ),
      );
      registered.add(
        languages.registerFoldingRangeProvider(selector, {
          provideFoldingRanges: guarded(log, 'Folding', (document: TextDocument) => {
            const written = ownershipFiles.of(document);
            return written === undefined ? undefined : foldsOf(written);
          }),
        }),
      );
      registered.add(
        languages.registerSelectionRangeProvider(selector, {
          provideSelectionRanges: guarded(
            log,
            'Selection',
            (document: TextDocument, positions: readonly Position[]) => {
              const written = ownershipFiles.of(document);
              return written === undefined ? undefined : positions.map((at) => selectionOf(document, written, at));
            },
          ),
        }),
      );
      return registered;
    }),
  );
  return bag;
}

function symbolOf(
  { kind, name, detail, whole, key, children }: WrittenSymbol,
  written: WrittenDocument,
): DocumentSymbol {
  const { rangeOf, file } = written;
  const range = rangeOf({ file: file.path, ...whole });
  const symbol = new DocumentSymbol(name, detail, icons[kind], range, rangeOf({ file: file.path, ...key }));
  symbol.children = children.map((child) => symbolOf(child, written));
  return symbol;
}

function foldsOf({ file, rangeOf }: WrittenDocument): FoldingRange[] {
  return folds(file).map(({ kind, start, end }) => {
    const range = rangeOf({ file: file.path, start, end });
    const is = kind === 'comment' ? FoldingRangeKind.Comment : undefined;
    return new FoldingRange(range.start.line, range.end.line, is);
  });
}

/** From the narrowest range, each within the next. */
function selectionOf(document: TextDocument, { file, rangeOf }: WrittenDocument, at: Position): SelectionRange {
  const [widest, ...narrower] = selectionAt(file, document.offsetAt(at))
    .map((range) => rangeOf({ file: file.path, ...range }))
    .reverse();
  const whole = new SelectionRange(widest ?? document.lineAt(at.line).range);
  return narrower.reduce((parent, range) => new SelectionRange(range, parent), whole);
}
