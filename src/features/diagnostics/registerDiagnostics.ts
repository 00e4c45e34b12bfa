/** The problems of every ownership file, open or closed, in the editor's problems list. */
import { languages, Uri, type Diagnostic } from 'vscode';
import { diagnosticOf, textsOf } from '../../host/convert';
import { createBag, type Disposable } from '../../host/disposables';
import type { FeatureContext } from '../../host/featureContext';
import { uriBelow } from '../../host/paths';
import type { Repository } from '../../host/store';

/** Keeps the problems list equal to what the store knows. */
export function registerDiagnostics({ store, settings }: FeatureContext): Disposable {
  const bag = createBag();
  const collection = bag.add(languages.createDiagnosticCollection('aor'));
  let shown: readonly Repository[] = [];

  function update(): void {
    const wanted = store.repositories.filter(({ base }) => settings.get('diagnostics.enabled', base));
    const gone = shown.filter((repository) => !wanted.includes(repository));
    const added = wanted.filter((repository) => !shown.includes(repository));
    shown = wanted;
    const next = new Map<string, readonly Diagnostic[] | undefined>();
    // Files without problems now are emptied by the same call that fills the others, so nothing flickers.
    for (const repository of gone) for (const file of byFile(repository).keys()) next.set(file, undefined);
    for (const repository of added) for (const [file, found] of byFile(repository)) next.set(file, found);
    if (next.size > 0) collection.set([...next].map(([file, found]) => [Uri.parse(file), found]));
  }

  bag.add(store.onDidChange(update));
  bag.add(settings.onDidChange(({ affects }) => affects('diagnostics.enabled') && update()));
  update();
  return bag;
}

/** Diagnostics by the URI of their file. A file that cannot be read at all has one that says why. */
function byFile({ base, entry, sources, problems, failure }: Repository): Map<string, Diagnostic[]> {
  const texts = textsOf(sources);
  const byPath = new Map<string, Diagnostic[]>();
  for (const problem of problems) {
    const diagnostic = diagnosticOf(problem, base, texts);
    const others = byPath.get(problem.at.file);
    if (others === undefined) byPath.set(problem.at.file, [diagnostic]);
    else others.push(diagnostic);
  }
  const found = new Map([...byPath].map(([path, diagnostics]) => [uriBelow(base, path).toString(), diagnostics]));
  if (entry !== null && failure !== null) {
    const at = { file: '', start: 0, end: 0 };
    const unreadable = diagnosticOf(
      { code: 'syntax', severity: 'error', message: failure, at, related: [] },
      base,
      texts,
    );
    found.set(entry.toString(), [unreadable]);
  }
  return found;
}
