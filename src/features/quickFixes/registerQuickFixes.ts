/** What can be done about the problems of an ownership file, and about all people in it. */
import { CodeAction, CodeActionKind, languages, window, WorkspaceEdit } from 'vscode';
import type { CodeActionContext, CodeActionProvider, Diagnostic, TextDocument, Uri } from 'vscode';
import {
  fixEdits,
  fixesFor,
  foldersNamed,
  removeUnusedPeople,
  sortPeople,
  visible,
  type Fix,
  type FixContext,
  type Problem,
} from '../../core';
import { textsOf } from '../../host/convert';
import type { Disposable } from '../../host/disposables';
import { errorText } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { mayRunGit, movesOf } from '../../host/git';
import { messageText } from '../../host/messageText';
import { createMine } from '../../host/mine';
import { keyOf, uriBelow } from '../../host/paths';
import type { Model, Repository } from '../../host/store';
import { isOfServer, isSamePlace, maySay } from '../../host/yamlServer';

const sortKind = CodeActionKind.Source.append('sortPeople');
const removeKind = CodeActionKind.Source.append('removeUnusedPeople');

/** An ownership file as the store knows it, while the editor shows the same text. */
interface Shown {
  readonly repository: Repository;
  readonly model: Model;
  /** Base-relative. */
  readonly path: string;
}

/** What an action does is found out when it is chosen. */
interface Wanted {
  readonly shown: Shown;
  readonly fix: () => Promise<Fix | undefined>;
}

/** Registers quick fixes and source actions; git is asked only by a fix that was chosen. */
export function registerQuickFixes({ store, settings, log, today }: FeatureContext): Disposable {
  const mine = createMine(settings);
  const wanted = new WeakMap<CodeAction, Wanted>();
  const provider: CodeActionProvider = {
    async provideCodeActions(document, _, context) {
      try {
        const shown = shownFile(store.repositories, document);
        return shown === undefined ? [] : await actionsFor(shown, context);
      } catch (error) {
        log.error(`Quick fixes: ${errorText(error)}`);
        return [];
      }
    },
    async resolveCodeAction(action) {
      try {
        const asked = wanted.get(action);
        const edit = asked === undefined ? undefined : await editOf(asked);
        if (edit !== undefined) action.edit = edit;
      } catch (error) {
        log.error(`Quick fix: ${errorText(error)}`);
      }
      return action;
    },
  };
  return languages.registerCodeActionsProvider({ pattern: '**/*' }, provider, {
    providedCodeActionKinds: [CodeActionKind.QuickFix, sortKind, removeKind],
  });

  async function actionsFor(shown: Shown, { diagnostics, only }: CodeActionContext): Promise<CodeAction[]> {
    const actions: CodeAction[] = [];
    const isAsked = (kind: CodeActionKind): boolean => only === undefined || only.contains(kind);
    if (isAsked(CodeActionKind.QuickFix)) {
      for (const diagnostic of diagnostics.filter((one) => one.source === 'aor' || isOfServer(one))) {
        const problem = problemOf(diagnostic, shown);
        if (problem !== undefined) actions.push(...(await fixesOf(problem, diagnostic, shown)));
      }
    }
    const { path, model, repository } = shown;
    const sources = [
      [sortKind, sortPeople(path, model.file)],
      [removeKind, removeUnusedPeople(path, repository.problems, model.file)],
    ] as const;
    for (const [kind, fix] of sources) if (fix !== null && isAsked(kind)) actions.push(actionOf(fix, kind, shown));
    return actions;
  }

  function actionOf(fix: Fix, kind: CodeActionKind, shown: Shown): CodeAction {
    const action = new CodeAction(visible(fix.title), kind);
    wanted.set(action, { shown, fix: () => Promise.resolve(fix) });
    return action;
  }

  async function fixesOf(problem: Problem, diagnostic: Diagnostic, shown: Shown): Promise<CodeAction[]> {
    const context = await contextFor(problem, shown);
    const actions = fixesFor(problem, context).map((fix) => {
      const action = actionOf(fix, CodeActionKind.QuickFix, shown);
      action.isPreferred = fix.isPreferred;
      return action;
    });
    const follow = problem.code === 'no-match' ? followMove(problem, context, shown) : undefined;
    const all = follow === undefined ? actions : [follow, ...actions];
    for (const action of all) action.diagnostics = [diagnostic];
    return all;
  }

  async function contextFor({ code }: Problem, { repository, model }: Shown): Promise<FixContext> {
    const isAboutMe = code === 'vacant' || code === 'owner-left';
    if (isAboutMe && mine.in(repository) === null) await mine.ask(repository);
    return { file: model.file, today: today(), me: isAboutMe ? mine.in(repository) : null };
  }

  /** Whether there was a move is known only when git was asked. */
  function followMove(problem: Problem, context: FixContext, shown: Shown): CodeAction | undefined {
    const { base } = shown.repository;
    const folders = foldersNamed(problem, context);
    if (folders.length === 0 || !mayRunGit(base)) return undefined;
    const action = new CodeAction('Follow the folder to where git says it moved', CodeActionKind.QuickFix);
    const fix = async (): Promise<Fix | undefined> => {
      const moves = await movesOf(base, folders);
      const found = fixesFor(problem, { ...context, moves }).find(({ isPreferred }) => isPreferred);
      if (found === undefined) {
        // Nobody waits for the message to be closed.
        void window.showInformationMessage(messageText(`Git knows of no move of “${folders[0] ?? ''}”.`));
      }
      return found;
    };
    wanted.set(action, { shown, fix });
    return action;
  }
}

function shownFile(repositories: readonly Repository[], document: TextDocument): Shown | undefined {
  const key = keyOf(document.uri);
  for (const repository of repositories) {
    const { model, state, base } = repository;
    if (model === null || state !== 'ok') continue;
    const source = model.file.sources.find(({ path }) => keyOf(uriBelow(base, path)) === key);
    // What was typed since the last reading has other offsets.
    if (source !== undefined && source.text === document.getText()) return { repository, model, path: source.path };
  }
  return undefined;
}

/** The problem that a diagnostic shows, or that we leave to whom the diagnostic is from. */
function problemOf(diagnostic: Diagnostic, { repository, path }: Shown): Problem | undefined {
  const texts = textsOf(repository.sources);
  const { code, range, message } = diagnostic;
  return repository.problems.find((problem) => {
    if (problem.at.file !== path) return false;
    const place = texts.rangeOf(problem.at);
    return isOfServer(diagnostic)
      ? maySay(problem.code) && isSamePlace(place, range)
      : problem.code === code && visible(problem.message) === message && place.isEqual(range);
  });
}

async function editOf({ shown: { repository, model }, fix: find }: Wanted): Promise<WorkspaceEdit | undefined> {
  const fix = await find();
  const edits = fix === undefined ? null : fixEdits(fix, model.file.sources);
  if (edits === null) return undefined;
  const texts = textsOf(model.file.sources);
  const uriOf = (file: string): Uri => uriBelow(repository.base, file);
  const edit = new WorkspaceEdit();
  for (const change of edits) edit.replace(uriOf(change.file), texts.rangeOf(change), change.text);
  return edit;
}
