/** Says whose a file is where files are listed: Explorer, tabs, source control, search results. */
import { EventEmitter, FileDecoration, FileType, ThemeColor, window, workspace, type Uri } from 'vscode';
import { createBag, type Disposable } from '../../host/disposables';
import type { FeatureContext } from '../../host/featureContext';
import type { Answer } from '../../host/store';
import { decorationOf } from './decorationOf';
import { asFolder } from './folderAnswer';

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
      async provideFileDecoration(uri) {
        try {
          return await provide(uri);
        } catch (error) {
          log.error(`Decoration: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
          return undefined;
        }
      },
    }),
  );
  return bag;

  async function provide(uri: Uri): Promise<FileDecoration | undefined> {
    const hasTooltip = settings.get('hover.places', uri).includes('explorer');
    const hasBadge = settings.get('decorations.badges', uri);
    const hasColor = settings.get('decorations.colors', uri);
    if (!hasTooltip && !hasBadge && !hasColor) return undefined;
    const answer = store.answerNow(uri);
    const found = answer === undefined ? undefined : decorationOf(await ofWhatItIs(answer, uri), today());
    if (found === undefined) return undefined;
    return new FileDecoration(
      hasBadge ? found.badge : undefined,
      hasTooltip ? found.tooltip : undefined,
      hasColor && found.color !== undefined ? new ThemeColor(found.color) : undefined,
    );
  }

  /** A folder is looked at only where it would have another answer than a file of that name. */
  async function ofWhatItIs(answer: Answer, uri: Uri): Promise<Answer> {
    if (answer.kind !== 'ownership') return answer;
    const folder = asFolder(answer, today());
    return folder === undefined || !(await isFolder(uri)) ? answer : folder;
  }
}

/** What is gone, or only in a repository, counts as a file. */
const isFolder = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    ({ type }) => (type & FileType.Directory) !== 0,
    () => false,
  );
