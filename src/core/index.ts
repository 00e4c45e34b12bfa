/** The only door of the core: text and paths in, data out. Reads no clock, no disk, no editor. */
export * from './model';
export { entryPlaces, loadOwnership, type LoadedOwnership, type LoadOptions } from './file/load';
export { createTextReader, readText, type TextReader } from './file/readText';
export { readYaml, type YamlText } from './file/yaml';
export type { FileContent } from './file/readFile';
export { isProblemCode, severityChoices, withSeverities } from './file/policy';
export { maximumFileBytes, type FileRead, type FileSource } from './file/source';
export {
  analyseTree,
  compileRules,
  treeProblems,
  type Decision,
  type EntryTally,
  type Explanation,
  type Loss,
  type RuleIndex,
  type Tie,
  type TreeAnalysis,
  type TreeDecisions,
} from './rules';
export { decode, fileName, filePath, filePaths, folderPath, type FileTree } from './tree/fileTree';
export { editTree, filesAmong, type TreeEdit } from './tree/editTree';
export { readTree, treeOfPaths } from './tree/readTree';
export { matchesGlob, parseGlob } from './rules/glob';
export { ownershipOf } from './ownership';
export { dayIn, dayOf, daysBetween, isDay, absencesRunning, hasLeft } from './people/days';
export { holderOf, holdersOf, vacancyReason, vacantSince, type Holder } from './people/holder';
export { healthProblems } from './people/health';
export {
  candidatesFor,
  rungInWords,
  whoIsAsked,
  type Asked,
  type AskingContext,
  type Candidate,
  type OwnerCode,
  type Rung,
  type Unavailability,
} from './review/asked';
export { gerritPush, type GerritPush } from './forge/gerritPush';
export { newRequestPage, type ForgeBranch } from './forge/newRequest';
export {
  compareAors,
  comparePaths,
  hasSameBackups,
  type AorChange,
  type AorHolder,
  type ComparedFile,
  type PathChange,
  type PathHolder,
  type PathPair,
} from './compare/compareOwnership';
export { comparisonText, type Comparison, type ComparisonLine } from './compare/comparisonText';
export { pathPairs } from './compare/pathPairs';
export { forgeKinds, parseRemote, type ForgeKind, type Remote, type RemoteOptions, type Rewrite } from './forge/remote';
export { peopleOf } from './review/identity';
export { lineCount, type Change, type ChangedFile } from './review/change';
export { loadRegexFor, type LineMatcher, type RegexEngine } from './review/regex';
export {
  alsoText,
  filesText,
  isMustOpen,
  knowsText,
  notAskedText,
  progressText,
  uncoveredText,
  undecidedText,
  whyText,
  type Audience,
} from './review/explain';
export { peopleInQuestion } from './review/answering';
export { mustStates, type MustState } from './review/approval';
export { handleOn } from './review/handles';
export { reviewJson, type AskJson, type ReviewJson, type UncoveredJson } from './review/reviewJson';
export { reviewMarkdown } from './review/reviewMarkdown';
export { decidingFile, suggest, suggestInSteps } from './review/suggest';
export { touchedOf, type OwnRung, type TouchedAor } from './review/touched';
export type {
  AlsoTouched,
  Ask,
  Checklist,
  ChoiceMode,
  Covered,
  Evidence,
  ForgeFacts,
  Knower,
  Knows,
  LinePlace,
  NotAsked,
  Requirement,
  RequirementLevel,
  RequirementState,
  RequestStanding,
  ReviewVerdict,
  SuggestInput,
  Suggestion,
  Uncovered,
  Undecided,
} from './review/suggestion';
export {
  accountsAsWriters,
  backupAhead,
  historyEvidence,
  workIn,
  indexHistory,
  indexHistoryInSteps,
  logFormat,
  logReader,
  tellsReviewers,
  withReviewers,
  type BackupAhead,
  type HistoryCommit,
  type HistoryIndex,
  type Identity,
  type LogReader,
  type PastReview as HistoryReview,
} from './review/evidence';
export { personFinder } from './review/evidence/people';
export { applyReplacements, change, replacementsOf, unchanged, type Replacement } from './edits/textEdit';
export { unifiedDiff } from './edits/unifiedDiff';
export {
  fixEdits,
  fixesFor,
  foldersNamed,
  removeUnusedPeople,
  sortPeople,
  type Fix,
  type FixContext,
  type Move,
} from './language/fixes';
export { safeFix, safeFixes, type Fixed } from './language/fixes/safeFixes';
export {
  addPaths,
  addPerson,
  aorIdTrouble,
  aorsToConfirm,
  confirmAors,
  editingEdits,
  effectOf,
  effectText,
  foldersToSplit,
  handOver,
  nearestAors,
  newAor,
  peopleToAdd,
  personIdTrouble,
  personOf,
  proposedAor,
  proposedChild,
  reachOf,
  reachOfGlobs,
  splitAor,
  splitTrouble,
  together,
  typedPerson,
  type AddedPaths,
  type Author,
  type EditingEdits,
  type EditingResult,
  type Effect,
  type EffectText,
  type KnownWorker,
  type MadeAor,
  type NearAor,
  type NewAor,
  type NewPerson,
  type OwnedFolder,
  type Reach,
  type RefusedEditing,
  type SplitAor,
  type SplitPart,
  type Target,
} from './language/editing';
export { lineMap, lineMaps, type LineMap, type Position } from './text/lines';
export { nearest } from './text/nearest';
export { visible } from './text/visible';
export {
  cardCommands,
  commandUri,
  openRule,
  type CommandLink,
  type FileAsked,
  type FilesAsked,
  type MentionOf,
  type RulePlace,
} from './language/commandLinks';
export { ownershipCard, type CardPlace, type CardSubject, type OwnershipCard } from './language/ownershipCard';
export { atOnce } from './steps';
export { fileMatching, filesMatching, filesOfAreas, filesOfReview, unownedFiles } from './language/filesOf';
export { aorCard } from './language/aorCard';
export { pathReferenceAt, type PathReference } from './language/pathReferences';
export { complete, type CompletionContext } from './language/completion/complete';
export type { CompletionItem as OwnershipCompletion, CompletionKind } from './language/completion/completionItem';
export { jsonSchema, type JsonSchema } from './language/schema/jsonSchema';
export { configNames, resolveReference, type ResolveContext } from './language/resolveReference';
export type { Candidate as ReferenceCandidate } from './language/resolveReference';
export type { ConfigText } from './language/resolve/config';
export { waysToReach, type WayToReach } from './language/personLine';
export { awayUntil, backupsOf, holderSummary, ownershipSummary } from './language/summary';
export { code, link, plain, safeTarget } from './text/markdown';
export { quiet } from './text/quietMarkdown';
export { untrustedMarkdown } from './text/untrustedMarkdown';
export type { CodeownersLine } from './export/codeownersLines';
export { exportCodeowners, type CodeownersExport } from './export/codeownersText';
export { exportDialects, type ExportDialect, type ExportFormat } from './export/exportDialect';
export { exportGitlab } from './export/gitlabText';
export { readGitlab, type GitlabSection } from './export/gitlabReader';
export type { HostExport } from './export/hostExport';
export { lastMatchOf } from './export/lastMatch';
export { exportReport, proveExport, type ExportInput, type ProvenExport } from './export/provenExport';
export { emptyAor, type Draft, type DraftAor, type DraftPath, type DraftPerson, type DraftTeam } from './draft/draft';
export { writeDraft } from './draft/writeDraft';
export { proposeOwnership, workFormat, workLogReader, workTally, type WorkDone } from './propose';
export { codeownersPlaces, dialectAt, placesOn, type CodeownersDialect } from './codeowners/dialect';
export type { CodeownersText } from './codeowners/model';
export { maximumCodeownersBytes, readCodeowners } from './codeowners/readCodeowners';
export { importReport, foreignReport } from './interop/importReport';
export { areaSection } from './codeowners/sections';
export { importCodeowners, type CodeownersImport } from './interop/importCodeowners';
export { importForeign, type WorkOf } from './interop/importForeign';
export { foreignFormats, readForeign, type ForeignFormat } from './interop/formats';
export type { Foreign, ForeignFile } from './interop/foreign';
export { fromGitea } from './interop/fromGitea';
export { aorLenses, type AorLens } from './language/file/aorLenses';
export { definitionAt, type Definition, type DefinitionTarget } from './language/file/definition';
export { documentSymbols, type DocumentSymbol, type SymbolKind } from './language/file/documentSymbols';
export { folds, type Fold } from './language/file/folding';
export { globTokenKinds, globTokens, type GlobToken } from './language/file/globTokens';
export { formatEdits } from './language/format/format';
export { hoverAt, type FileHover, type HoverFacts } from './language/file/hover';
export { inlayHints, type InlayHint } from './language/file/inlayHints';
export { linksOf, type WrittenLink } from './language/file/links';
export { namesOf, type NameOf } from './language/file/names';
export { referencesAt } from './language/file/references';
export { renameAt, renameTo, type RefusedRename, type TextEdit } from './language/file/rename';
export { emptyRoughMemory, type RoughMemory } from './language/file/roughTree';
export { selectionAt } from './language/file/selection';
export { workspaceSymbols, type WorkspaceSymbol } from './language/file/workspaceSymbols';
export { writtenAgain, writtenFile, type WrittenFile } from './language/file/writtenFile';
