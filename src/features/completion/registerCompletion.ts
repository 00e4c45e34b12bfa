/** Completes what is typed in ownership files. */
import {
  CompletionItem,
  CompletionItemKind,
  languages,
  MarkdownString,
  Range,
  SnippetString,
  type Position,
  type TextDocument,
} from 'vscode';
import { complete, dayIn, type CompletionKind, type FileTree, type OwnershipCompletion } from '../../core';
import type { Disposable } from '../../host/disposables';
import type { FeatureContext } from '../../host/featureContext';
import { guarded } from '../../host/guarded';
import type { Repository } from '../../host/store';

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  person: CompletionItemKind.User,
  team: CompletionItemKind.User,
  aor: CompletionItemKind.Reference,
  duty: CompletionItemKind.Reference,
  folder: CompletionItemKind.Folder,
  file: CompletionItemKind.File,
  entry: CompletionItemKind.Snippet,
};

/** The day it is for who types. */
const timezone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Behind these something new begins. */
const triggers = [' ', '/', '"', "'", '!', '[', '{'];

/** Registers completion. */
export function registerCompletion({ store, ownershipFiles, log, today }: FeatureContext): Disposable {
  /** Without the list of files all but paths is completed. */
  async function treeOf(repository: Repository): Promise<FileTree | null> {
    return store.tree(repository).catch(() => null);
  }

  return ownershipFiles.register((selector) =>
    languages.registerCompletionItemProvider(
      selector,
      {
        provideCompletionItems: guarded(log, 'Completion', async (document: TextDocument, position: Position) => {
          const written = ownershipFiles.of(document);
          if (written === undefined) return undefined;
          const { repository, file, files } = written;
          const items = complete(document.getText(), document.offsetAt(position), {
            file: repository.model?.file ?? null,
            index: repository.model?.index ?? null,
            tree: await treeOf(repository),
            base: file.base,
            today: dayIn(today(), timezone),
            isEntry: files[0]?.path === file.path,
          });
          return items.map((item) => shown(item, document));
        }),
      },
      ...triggers,
    ),
  );
}

function shown(item: OwnershipCompletion, document: TextDocument): CompletionItem {
  const made = new CompletionItem({ label: item.label, description: item.detail }, kinds[item.kind]);
  made.insertText = item.isSnippet ? new SnippetString(item.insert) : item.insert;
  made.range = new Range(document.positionAt(item.start), document.positionAt(item.end));
  made.filterText = item.filter;
  made.sortText = item.sort;
  if (item.help !== null) made.documentation = new MarkdownString(item.help);
  if (item.goesOn) made.command = { command: 'editor.action.triggerSuggest', title: '' };
  return made;
}
