import { Hover, Range, workspace, type CancellationToken, type Position, type TextDocument, type Uri } from 'vscode';
import {
  configNames,
  pathReferenceAt,
  plain,
  resolveReference,
  type PathReference,
  type ReferenceCandidate,
} from '../../core';
import { markdownCard } from '../../host/card';
import type { FeatureContext } from '../../host/featureContext';
import { pathBelow, uriBelow } from '../../host/paths';
import type { Answer } from '../../host/store';
import { folderCard } from './folderCard';
import type { Lookup } from './lookup';

/** Lines before the cursor that an import can begin in. */
const linesBefore = 100;

/** The card of the file that the import or path under the cursor leads to. */
export async function pathHover(
  context: FeatureContext,
  lookup: Lookup,
  document: TextDocument,
  position: Position,
  token: CancellationToken,
): Promise<Hover | undefined> {
  const found = referenceAt(document, position);
  if (found === undefined) return undefined;
  const here = await context.store.answer(document.uri);
  if (here.kind === 'elsewhere' || here.kind === 'no-file') return undefined;
  const { base } = here.repository;
  const target = await resolved(found.reference, base, pathOf(here, document.uri), lookup);
  if (target === undefined || token.isCancellationRequested) return undefined;
  const uri = uriBelow(base, target.path);
  const card =
    target.kind === 'folder'
      ? await folderCard(context, lookup, uri)
      : markdownCard(await context.store.answer(uri), uri, context.today());
  if (card === undefined) return undefined;
  card.value = `${plain(target.path)}\n\n${card.value}`;
  return new Hover(card, found.range);
}

function referenceAt(
  document: TextDocument,
  position: Position,
): { reference: PathReference; range: Range } | undefined {
  const first = Math.max(0, position.line - linesBefore);
  const text = document.getText(new Range(first, 0, position.line, Number.MAX_SAFE_INTEGER));
  const start = document.offsetAt(position.with(first, 0));
  const reference = pathReferenceAt(text, document.offsetAt(position) - start, document.languageId);
  if (reference === null) return undefined;
  const range = new Range(document.positionAt(start + reference.start), document.positionAt(start + reference.end));
  return { reference, range };
}

/** Base-relative path of the document; of an unsaved one, or a version of a file, that of the file. */
const pathOf = (answer: Exclude<Answer, { kind: 'elsewhere' }>, uri: Uri): string =>
  answer.kind === 'ownership' ? answer.ownership.path : (pathBelow(answer.repository.base, uri) ?? '');

async function resolved(
  reference: PathReference,
  base: Uri,
  document: string,
  lookup: Lookup,
): Promise<ReferenceCandidate | undefined> {
  const names = configNames(reference.kind);
  const configs = await configsAbove(base, document, names, lookup);
  const roots = (workspace.workspaceFolders ?? []).flatMap(({ uri }) => pathBelow(base, uri) ?? []);
  const isGo = reference.kind === 'go';
  const candidates = resolveReference(reference, document, {
    tsconfigs: isGo ? [] : configs,
    goMods: isGo ? configs : [],
    roots,
  });
  const kinds = await Promise.all(candidates.map(({ path }) => lookup.kindOf(uriBelow(base, path))));
  return candidates.find(({ kind }, index) => kinds[index] === kind);
}

/** The files of these names in the document's folder and those above it, nearest first. */
async function configsAbove(base: Uri, document: string, names: readonly string[], lookup: Lookup) {
  const folders = document.split('/').slice(0, -1);
  const paths = [...folders.keys(), folders.length]
    .reverse()
    .flatMap((depth) => names.map((name) => [...folders.slice(0, depth), name].join('/')));
  const texts = await Promise.all(paths.map((path) => lookup.textOf(uriBelow(base, path))));
  return paths.flatMap((path, index) => {
    const text = texts[index];
    return text === undefined ? [] : { path, text };
  });
}
