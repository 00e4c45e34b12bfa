/** Formats ownership files: blanks alone. */
import { languages, Range, TextEdit, type TextDocument } from 'vscode';
import { formatEdits } from '../../core';
import { createBag, type Disposable } from '../../host/disposables';
import type { FeatureContext } from '../../host/featureContext';
import { guarded } from '../../host/guarded';

/** Registers formatting, of a whole file and of what is selected. */
export const registerFormatting = ({ ownershipFiles, log }: FeatureContext): Disposable =>
  ownershipFiles.register((selector) => {
    const bag = createBag();
    bag.add(
      languages.registerDocumentFormattingEditProvider(selector, {
        provideDocumentFormattingEdits: guarded(log, 'Formatting', (document: TextDocument) => editsOf(document)),
      }),
    );
    bag.add(
      languages.registerDocumentRangeFormattingEditProvider(selector, {
        provideDocumentRangeFormattingEdits: guarded(log, 'Formatting', (document: TextDocument, range: Range) =>
          editsOf(document, range),
        ),
      }),
    );
    return bag;
  });

function editsOf(document: TextDocument, range?: Range): TextEdit[] {
  const { start, end } = range ?? {};
  const part = start && end && { start: document.offsetAt(start), end: document.offsetAt(end) };
  return formatEdits(document.getText(), part).map((edit) =>
    TextEdit.replace(new Range(document.positionAt(edit.start), document.positionAt(edit.end)), edit.text),
  );
}
