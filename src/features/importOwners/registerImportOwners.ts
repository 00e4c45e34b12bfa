/** *Import…*: an ownership file from the one of another tool, to be looked at before it is saved. */
import { window } from 'vscode';
import {
  areaSection,
  dialectAt,
  foreignReport,
  importCodeowners,
  importForeign,
  importReport,
  readCodeowners,
  readForeign,
  visible,
  type CodeownersText,
} from '../../core';
import { cancellable } from '../../host/cancellable';
import { foreignTexts, likelyFormat } from '../../node/foreignFiles';
import { workOfYear } from '../../node/workOfYear';
import { createBag, type Disposable } from '../../host/disposables';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { forgeOf, mayRunGit } from '../../host/git';
import { messageText } from '../../host/messageText';
import { repositoryWithoutFile } from '../../host/missingFile';
import { propose } from '../../host/proposal';
import { createReadOnlyTexts, type ReadOnlyTexts } from '../../host/readOnlyTexts';
import { forgesOf } from '../../host/settingValues';
import type { Repository } from '../../host/store';

/** `aor.importOwners`. Writes nothing: the text is a new document, which the user saves or throws away. */
export function registerImportOwners(context: FeatureContext): Disposable {
  const bag = createBag();
  const texts = bag.add(createReadOnlyTexts('aor-import'));
  bag.add(
    context.commands.register('aor.importOwners', async () => {
      const repository = await repositoryWithoutFile(context.store);
      if (repository === undefined) return;
      const read = await codeownersOf(repository, context);
      const areas = read === null ? null : await pickAreas(read);
      if (areas === undefined) return;
      const made = await cancellable('Importing', (signal) => {
        const asking: Asking = { repository, context, signal };
        return read === null ? ofForeign(asking) : ofCodeowners(read, areas, asking);
      });
      if (made === undefined) return;
      await propose(repository.base, made.text);
      // Not awaited: the message may stay for hours.
      void tell(made.report, texts);
    }),
  );
  return bag;
}

interface Asking {
  readonly repository: Repository;
  readonly context: FeatureContext;
  readonly signal: AbortSignal;
}

interface Made {
  readonly text: string;
  readonly report: readonly string[];
}

/** The `CODEOWNERS` that is shown in place of an ownership file; `null`: there is none that has patterns. */
async function codeownersOf(
  { model, sources, base }: Repository,
  { settings }: FeatureContext,
): Promise<CodeownersText | null> {
  const [source] = sources;
  if (model === null || source === undefined) return null;
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
    title: 'Import',
    placeHolder: 'Which section says whose the code is? The others become reviews.',
  });
  return picked?.name;
}

async function ofCodeowners(read: CodeownersText, areas: string | null, asking: Asking): Promise<Made | undefined> {
  const found = await evidence(asking);
  if (found === undefined) return undefined;
  const made = await importCodeowners(read, found.tree, { areas: areas ?? undefined, workOf: found.workOf });
  return { text: made.text, report: importReport(made, found.tree.length) };
}

/** What other tools keep: `OWNERS`, `MAINTAINERS` and the like. */
async function ofForeign(asking: Asking): Promise<Made | undefined> {
  const { base } = asking.repository;
  const found = await evidence(asking);
  if (found === undefined) return undefined;
  const { tree, workOf } = found;
  const format = base.scheme === 'file' ? await likelyFormat(base.fsPath, tree) : null;
  if (format === null)
    throw new UserError(
      'There is nothing here to import: no CODEOWNERS, OWNERS, MAINTAINERS, mots.yaml, config/teams or catalog-info.yaml.',
    );
  const files = await foreignTexts(base.fsPath, tree.filter(format.isSource));
  const foreign = await readForeign(format, files, tree);
  if (foreign.aors.length === 0) throw new UserError(`${format.title}: nobody is named for any file.`);
  const made = await importForeign(foreign, tree, format.title, workOf);
  const report = foreignReport(format.title, foreign, made, { sources: files.length, files: tree.length });
  return asking.signal.aborted ? undefined : { text: made.text, report };
}

/** The files, and who worked in them where git may be asked; `undefined` once the signal says so. */
async function evidence({ repository, context: { store, settings }, signal }: Asking) {
  const { base } = repository;
  const mayRead = mayRunGit(base) && settings.get('review.history', base);
  const [tree, workOf] = await Promise.all([
    store.files(repository),
    mayRead ? workOfYear(base.fsPath, Date.now(), signal).catch(() => undefined) : undefined,
  ]);
  return signal.aborted ? undefined : { tree, workOf };
}

async function tell(report: readonly string[], texts: ReadOnlyTexts): Promise<void> {
  const lines = report.map(visible);
  const what = 'Show report';
  const picked = await window.showInformationMessage(messageText(`${lines[0] ?? ''} Save the file to use it.`), what);
  if (picked === what) await window.showTextDocument(texts.put('Import', `${lines.join('\n')}\n`));
}
