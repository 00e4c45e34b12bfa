/** From the core's plain results to the editor's types. */
import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  Location,
  MarkdownString,
  Range,
  type Uri,
} from 'vscode';
import { lineMaps, visible, type Problem, type Severity, type Source, type Span } from '../core';
import { uriBelow } from './paths';

/** Texts by path, each split into lines once. */
export interface Texts {
  /** The range of a place; the start of the file where its text is not known. */
  rangeOf(span: Span): Range;
}

export function textsOf(sources: readonly Source[]): Texts {
  const mapOf = lineMaps(sources);
  return {
    rangeOf({ file, start, end }) {
      const map = mapOf(file);
      const from = map.positionAt(start);
      const to = map.positionAt(end);
      return new Range(from.line, from.character, to.line, to.character);
    },
  };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A problem as the editor shows it; its paths are relative to `base`. */
export function diagnosticOf(problem: Problem, base: Uri, texts: Texts): Diagnostic {
  const diagnostic = new Diagnostic(texts.rangeOf(problem.at), visible(problem.message), severities[problem.severity]);
  diagnostic.source = 'aor';
  diagnostic.code = problem.code;
  diagnostic.relatedInformation = problem.related.map(
    ({ at, message }) =>
      new DiagnosticRelatedInformation(new Location(uriBelow(base, at.file), texts.rangeOf(at)), visible(message)),
  );
  return diagnostic;
}

/** Markdown made by the core, which escapes what comes from files. Only these commands may be links. */
export function markdownOf(value: string, commands: readonly string[]): MarkdownString {
  const markdown = new MarkdownString(value);
  markdown.isTrusted = { enabledCommands: commands };
  markdown.supportHtml = false;
  return markdown;
}

/** Text from files for labels that turn `$(name)` into an icon: status bar, quick picks. */
export const labelText = (text: string): string => visible(text).replaceAll('$(', '\\$(');
