/** Says in any editor whose a file is: on its first line, and on a path that leads to another file. */
import { commands, Hover, languages, type CancellationToken, type Position, type TextDocument } from 'vscode';
import { markdownCard } from '../../host/card';
import { createBag, type Disposable } from '../../host/disposables';
import type { FeatureContext } from '../../host/featureContext';
import { createLookup } from './lookup';
import { pathHover } from './pathHover';

/** Where files are. Not among them: output channels, the commit message box, settings pages. */
const schemes = new Set([
  'file',
  'vscode-remote',
  'vscode-vfs',
  'git',
  'untitled',
  'vscode-notebook-cell',
  'memfs',
  'vscode-test-web',
]);

/** Registers the hovers. `{ scheme: '*' }` puts ours below those of the language; other selectors put it above. */
export function registerHover(context: FeatureContext): Disposable {
  const bag = createBag();
  const lookup = bag.add(createLookup());
  let isSeen = false;
  bag.add(
    languages.registerHoverProvider(
      { scheme: '*' },
      {
        async provideHover(document, position, token) {
          if (!schemes.has(document.uri.scheme)) return undefined;
          try {
            const found = await hoverAt(document, position, token);
            if (found !== undefined) noteSeen();
            return found;
          } catch (error) {
            context.log.error(`Hover: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
            return undefined;
          }
        },
      },
    ),
  );
  return bag;

  async function hoverAt(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
  ): Promise<Hover | undefined> {
    const places = context.settings.get('hover.places', document.uri);
    const found = places.includes('imports') ? await pathHover(context, lookup, document, position, token) : undefined;
    if (found !== undefined || token.isCancellationRequested) return found;
    return places.includes('firstLine') ? firstLineHover(context, document, position) : undefined;
  }

  /** Completes a step of the walkthrough, the first time. */
  function noteSeen(): void {
    if (isSeen) return;
    isSeen = true;
    // Resolves with nothing; without the key only a tick is missing.
    void commands.executeCommand('setContext', 'aor.isHoverSeen', true);
  }
}

async function firstLineHover(
  { store, today }: FeatureContext,
  document: TextDocument,
  position: Position,
): Promise<Hover | undefined> {
  if (position.line !== 0) return undefined;
  const answer = await store.answer(document.uri);
  // Who uses no ownership file is left alone.
  if (answer.kind === 'no-file') return undefined;
  const card = markdownCard(answer, document.uri, today());
  return card === undefined ? undefined : new Hover(card, document.lineAt(0).range);
}
