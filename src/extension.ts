/** The composition root: names every part of the extension, and starts them. Nothing is read before this returns. */
import { Uri, window, type ExtensionContext } from 'vscode';
import { registerAccounts } from './features/accounts/registerAccounts';
import { registerAorLens } from './features/aorLens/registerAorLens';
import { registerCodeLens } from './features/codeLens/registerCodeLens';
import { registerCommitAndRequest } from './features/commitAndRequest/registerCommitAndRequest';
import { registerCompareOwnership } from './features/compareOwnership/registerCompareOwnership';
import { registerCompletion } from './features/completion/registerCompletion';
import { registerContextKeys } from './features/contextKeys/registerContextKeys';
import { registerCopyMention } from './features/copyMention/registerCopyMention';
import { registerCreateFromHistory } from './features/createOwnershipFile/registerCreateFromHistory';
import { registerCreateOwnershipFile } from './features/createOwnershipFile/registerCreateOwnershipFile';
import { registerDecorations } from './features/decorations/registerDecorations';
import { registerDescribeRequest } from './features/describeRequest/registerDescribeRequest';
import { registerDiagnostics } from './features/diagnostics/registerDiagnostics';
import { registerEditOwnership } from './features/editOwnership/registerEditOwnership';
import { registerExportCodeowners } from './features/exportCodeowners/registerExportCodeowners';
import { registerFileLinks } from './features/fileLinks/registerFileLinks';
import { registerFormatting } from './features/formatting/registerFormatting';
import { registerFindOwned } from './features/findOwned/registerFindOwned';
import { registerGlobColors } from './features/globColors/registerGlobColors';
import { registerHover } from './features/hover/registerHover';
import { registerIdHints } from './features/idHints/registerIdHints';
import { registerIds } from './features/ids/registerIds';
import { registerImportOwners } from './features/importOwners/registerImportOwners';
import { registerOpenRequests } from './features/openRequests/registerOpenRequests';
import { registerOpenRule } from './features/openRule/registerOpenRule';
import { registerOutline } from './features/outline/registerOutline';
import { registerOwnershipHover } from './features/ownershipHover/registerOwnershipHover';
import { registerQuickFixes } from './features/quickFixes/registerQuickFixes';
import { registerRequestReview } from './features/requestReview/registerRequestReview';
import { registerReview } from './features/review/registerReview';
import { registerStatus } from './features/status/registerStatus';
import { registerThisFile } from './features/thisFile/registerThisFile';
import { registerTree } from './features/tree/registerTree';
import { registerWelcome } from './features/welcome/registerWelcome';
import { registerWhoOwns } from './features/whoOwns/registerWhoOwns';
import { createCommands, registerShowLog } from './host/commands';
import { createAccounts } from './host/forge/accounts';
import { createForgeRequests } from './host/forge/forgeRequests';
import { createOwnershipFiles } from './host/ownershipFiles';
import { createRepositoryFiles } from './host/repositories/files';
import { createStore } from './host/repositories/createStore';
import { errorText } from './host/errors';
import type { FeatureContext } from './host/featureContext';
import { createChanges } from './host/review/changes';
import { createGitExtension } from './host/review/gitExtension';
import { createSettings } from './host/settings';
import { createThreadedReader } from './host/textReader';

/** Called by VS Code once the window is up. */
export function activate({
  subscriptions,
  extensionUri,
  workspaceState,
  globalState,
  secrets,
}: ExtensionContext): void {
  const log = window.createOutputChannel('AOR', { log: true });
  const settings = createSettings();
  const commands = createCommands(log);
  const today = () => ({ instant: Date.now() });
  const reader = createThreadedReader(Uri.joinPath(extensionUri, 'dist/reader.js').fsPath, log);
  const files = createRepositoryFiles(log);
  const store = createStore({ settings, log, today, files, reader: reader.read });
  const git = createGitExtension((error) => log.warn(`The git extension: ${errorText(error)}`));
  const memory = workspaceState;
  const accounts = createAccounts({ secrets, memory: globalState, settings, log });
  const changes = createChanges({ store, settings, memory, log, today, reader: reader.read, git, accounts });
  const forgeRequests = createForgeRequests({ accounts, changes, settings, log });
  const ownershipFiles = createOwnershipFiles(store);
  const context: FeatureContext = {
    store,
    ownershipFiles,
    settings,
    commands,
    log,
    today,
    extensionUri,
    memory,
    changes,
    accounts,
    forgeRequests,
    git,
  };

  subscriptions.push(
    log,
    settings,
    reader,
    files,
    store,
    ownershipFiles,
    git,
    accounts,
    changes,
    forgeRequests,
    registerShowLog(commands, log),
    registerContextKeys(context),
    registerStatus(context),
    registerDecorations(context),
    registerHover(context),
    registerCodeLens(context),
    registerThisFile(context),
    registerTree(context),
    registerReview(context),
    registerOpenRequests(context),
    registerAccounts(context),
    registerRequestReview(context),
    registerCommitAndRequest(context),
    registerDescribeRequest(context),
    registerWelcome(context),
    registerDiagnostics(context),
    registerIds(context),
    registerCompletion(context),
    registerOwnershipHover(context),
    registerOutline(context),
    registerFileLinks(context),
    registerFormatting(context),
    registerGlobColors(context),
    registerIdHints(context),
    registerAorLens(context),
    registerQuickFixes(context),
    registerWhoOwns(context),
    registerOpenRule(context),
    registerCopyMention(context),
    registerFindOwned(context),
    registerCreateOwnershipFile(context),
    registerCreateFromHistory(context),
    registerEditOwnership(context),
    registerImportOwners(context),
    registerExportCodeowners(context),
    registerCompareOwnership(context),
  );
}
