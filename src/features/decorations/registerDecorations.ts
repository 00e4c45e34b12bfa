/** Says whose a file is where files are listed: Explorer, tabs, source control, search results. */
import { EventEmitter, FileDecoration, ThemeColor, window, type Uri } from 'vscode';
import { createBag, type Disposable } from '../../host/disposables';
import type { FeatureContext } from '../../host/featureContext';
import { decorationOf } from './decorationOf';

const settingNames = ['hover.places', 'decorations.badges', 'decorations.colors'] as const;

/** Registers the decorations: a tooltip alone, unless badges or colours are switched on. */
export function registerDecorations({ store, settings, today, log }: FeatureContext): Disposable {
  const bag = createBag();
  // `undefined` asks again for what is visible; a list of files is cut at 250.
  const changed = bag.add(new EventEmitter<undefined>());
  const change = (): void => {
    changed.fire(undefined);
  };
  bag.add(store.onDidChange(change));
  bag.add(
    settings.onDidChange((changes) => {
      if (settingNames.some((name) => changes.affects(name))) change();
    }),
  );
  bag.add(
    window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration(uri) {
        try {
          return provide(uri);
        } catch (error) {
          log.error(`Decoration: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
          return undefined;
        }
      },
    }),
  );
  return bag;

  function provide(uri: Uri): FileDecoration | undefined {
    const hasTooltip = settings.get('hover.places', uri).includes('explorer');
    const hasBadge = settings.get('decorations.badges', uri);
    const hasColor = settings.get('decorations.colors', uri);
    if (!hasTooltip && !hasBadge && !hasColor) return undefined;
    const answer = store.answerNow(uri);
    const found = answer === undefined ? undefined : decorationOf(answer, today());
    if (found === undefined) return undefined;
    return new FileDecoration(
      hasBadge ? found.badge : undefined,
      hasTooltip ? found.tooltip : undefined,
      hasColor && found.color !== undefined ? new ThemeColor(found.color) : undefined,
    );
  }
}
