/** *Import CODEOWNERS…*: an ownership file in which every file keeps its owners, to be looked at before it is saved. */
import { ProgressLocation, window } from 'vscode';
import {
  areaSection,
  dialectAt,
  importCodeowners,
  importReport,
  indexHistory,
  readCodeowners,
  visible,
  workIn,
  type CodeownersImport,
  type CodeownersText,
  type WorkOf,
} from '../../core';
import { folderInRepository, readHistory } from '../../node/history';
import { createBag, type Disposable } from '../../host/disposables';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { forgeOf, mayRunGit } from '../../host/git';
import { repositoryWithoutFile } from '../../host/missingFile';
import { propose } from '../../host/proposal';
import { createReadOnlyTexts, type ReadOnlyTexts } from '../../host/readOnlyTexts';
import { forgesOf } from '../../host/settingValues';
import type { Repository } from '../../host/store';

/** `aor.importCodeowners`. Writes nothing: the text is a new document, which the user saves or throws away. */
export function registerImportCodeowners(context: FeatureContext): Disposable {
  const bag = createBag();
  const texts = bag.add(createReadOnlyTexts('aor-import'));
  bag.add(
    context.commands.register('aor.importCodeowners', async () => {
      const repository = await repositoryWithoutFile(context.store);
      if (repository === undefined) return;
      const read = await codeownersOf(repository, context);
      const areas = await pickAreas(read);
      if (areas === undefined) return;
      const made = await withProgress((signal) => make(repository, read, areas, context, signal));
      if (made === undefined) return;
      await propose(repository.base, made.imported.text);
      // Not awaited: the message may stay for hours.
      void tell(made.imported, made.files, texts);
    }),
  );
  return bag;
}

/** The `CODEOWNERS` that is shown in place of an ownership file. */
async function codeownersOf(repository: Repository, { settings }: FeatureContext): Promise<CodeownersText> {
  const { model, sources, base } = repository;
  const [source] = sources;
  if (model === null || source === undefined)
    throw new UserError('There is no CODEOWNERS here that could be imported.');
  const dialect = dialectAt(source.path, await forgeOf(base, forgesOf(settings.get('forges', base))));
  if (dialect === 'gitea')
    throw new UserError(
      `${source.path} has regular expressions, as Gitea reads it. Try aor import on the command line.`,
    );
  return readCodeowners(source.path, source.text, dialect);
}

/** Which of GitLab's sections gives the areas; `undefined`: the user does not want any. `null`: the lines before them. */
async function pickAreas({ lines }: CodeownersText): Promise<string | null | undefined> {
  const sections = [...new Set(lines.map(({ section }) => section.name))];
  if (sections.includes(null) || sections.length < 2) return areaSection(lines);
  const items = sections.flatMap((name) => (name === null ? [] : [{ label: visible(name), name }]));
  const picked = await window.showQuickPick(items, {
    title: 'Import CODEOWNERS',
    placeHolder: 'Which section says whose the code is? The others become reviews.',
  });
  return picked?.name;
}

interface Made {
  readonly imported: CodeownersImport;
  readonly files: number;
}

async function make(
  repository: Repository,
  read: CodeownersText,
  areas: string | null,
  { store, settings }: FeatureContext,
  signal: AbortSignal,
): Promise<Made | undefined> {
  const { base } = repository;
  const mayRead = mayRunGit(base) && settings.get('review.history', base);
  const [tree, workOf] = await Promise.all([
    store.files(repository),
    mayRead ? workOfYear(base.fsPath, signal).catch(() => undefined) : undefined,
  ]);
  if (signal.aborted) return undefined;
  return { imported: await importCodeowners(read, tree, { areas: areas ?? undefined, workOf }), files: tree.length };
}

/** Rejects when the signal aborts. */
async function workOfYear(folder: string, signal: AbortSignal): Promise<WorkOf | undefined> {
  const now = Date.now();
  const commits = await readHistory(folder, { revision: 'HEAD', now, signal });
  if (commits === null || commits.length === 0) return undefined;
  const within = await folderInRepository(folder, signal);
  return (people) => {
    const index = indexHistory(commits, people, now, within);
    return (files) => workIn(index, files);
  };
}

const withProgress = (work: (signal: AbortSignal) => Promise<Made | undefined>): Thenable<Made | undefined> =>
  window.withProgress(
    { location: ProgressLocation.Notification, title: 'Importing CODEOWNERS', cancellable: true },
    async (_, token) => {
      const ended = new AbortController();
      const listening = token.onCancellationRequested(() => ended.abort());
      try {
        return await work(ended.signal);
      } finally {
        listening.dispose();
      }
    },
  );

async function tell(imported: CodeownersImport, files: number, texts: ReadOnlyTexts): Promise<void> {
  const lines = importReport(imported, files).map(visible);
  const what = 'Show report';
  const picked = await window.showInformationMessage(`${lines[0] ?? ''} Save the file to use it.`, what);
  if (picked === what) await window.showTextDocument(texts.put('Import of CODEOWNERS', `${lines.join('\n')}\n`));
}
