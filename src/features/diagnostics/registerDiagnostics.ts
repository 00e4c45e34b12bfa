/** The problems of every ownership file, open or closed, in the editor's problems list. */
import { languages, type Diagnostic, type Uri } from 'vscode';
import { withSeverities } from '../../core';
import { diagnosticOf, textsOf } from '../../host/convert';
import { createBag, type Disposable } from '../../host/disposables';
import type { FeatureContext } from '../../host/featureContext';
import { keyOf, uriBelow } from '../../host/paths';
import type { Settings } from '../../host/settings';
import { severitiesOf } from '../../host/settingValues';
import type { Repository } from '../../host/store';
import { isSamePlace, maySay, placesOfServer } from '../../host/yamlServer';

interface Found {
  readonly uri: Uri;
  readonly all: readonly Diagnostic[];
  /** Those that nobody else reports. */
  readonly ours: readonly Diagnostic[];
}

/** Keeps the problems list equal to what the store knows. */
export function registerDiagnostics({ store, settings }: FeatureContext): Disposable {
  const bag = createBag();
  const collection = bag.add(languages.createDiagnosticCollection('aor'));
  const found = new Map<string, Found>();
  let shown: readonly Repository[] = [];

  function update(isAnew = false): void {
    const wanted = store.repositories.filter(({ base }) => settings.get('diagnostics.enabled', base));
    const gone = shown.filter((repository) => isAnew || !wanted.includes(repository));
    const added = wanted.filter((repository) => isAnew || !shown.includes(repository));
    shown = wanted;
    const next = new Map<string, Found>();
    // Files without problems now are emptied by the same call that fills the others, so nothing flickers.
    for (const repository of gone) for (const uri of filesOf(repository)) next.set(keyOf(uri), nothing(uri));
    for (const repository of added)
      for (const [uri, all] of byFile(repository, settings))
        next.set(keyOf(uri), { uri, all, ours: unreported(uri, all) });
    put([...next.values()]);
  }

  /** Another reporter has something else to say now. */
  function hear(uris: readonly Uri[]): void {
    const heard = uris.flatMap((uri) => found.get(keyOf(uri)) ?? []);
    const again = heard.map(({ uri, all }) => ({ uri, all, ours: unreported(uri, all) }));
    put(again.filter(({ ours }, at) => !isSame(ours, heard[at]?.ours ?? [])));
  }

  function put(some: readonly Found[]): void {
    for (const one of some) {
      if (one.all.length === 0) found.delete(keyOf(one.uri));
      else found.set(keyOf(one.uri), one);
    }
    if (some.length > 0) collection.set(some.map(({ uri, ours }) => [uri, ours.length === 0 ? undefined : ours]));
  }

  bag.add(store.onDidChange(() => update()));
  bag.add(settings.onDidChange(({ affects }) => affects('diagnostics.enabled') && update()));
  bag.add(settings.onDidChange(({ affects }) => affects('diagnostics.severity') && update(true)));
  bag.add(languages.onDidChangeDiagnostics(({ uris }) => hear(uris)));
  update();
  return bag;
}

const nothing = (uri: Uri): Found => ({ uri, all: [], ours: [] });

function unreported(uri: Uri, all: readonly Diagnostic[]): readonly Diagnostic[] {
  if (!all.some(({ code }) => maySay(code))) return all;
  const places = placesOfServer(uri);
  return all.filter(({ code, range }) => !maySay(code) || !places.some((place) => isSamePlace(place, range)));
}

const isSame = (a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

/** The files that may have problems. */
const filesOf = ({ base, entry, problems }: Repository): readonly Uri[] => [
  ...(entry === null ? [] : [entry]),
  ...[...new Set(problems.map(({ at }) => at.file))].map((path) => uriBelow(base, path)),
];

/** Diagnostics of each file. A file that cannot be read at all has one that says why. */
function byFile({ base, entry, sources, problems, failure }: Repository, settings: Settings): Map<Uri, Diagnostic[]> {
  const texts = textsOf(sources);
  const byPath = new Map<string, Diagnostic[]>();
  const severities = severitiesOf(settings.get('diagnostics.severity', base));
  for (const problem of withSeverities(problems, { severities })) {
    const diagnostic = diagnosticOf(problem, base, texts);
    const others = byPath.get(problem.at.file);
    if (others === undefined) byPath.set(problem.at.file, [diagnostic]);
    else others.push(diagnostic);
  }
  const found = new Map([...byPath].map(([path, diagnostics]) => [uriBelow(base, path), diagnostics]));
  if (entry !== null && failure !== null) {
    const at = { file: '', start: 0, end: 0 };
    const unreadable = diagnosticOf(
      { code: 'syntax', severity: 'error', message: failure, at, related: [] },
      base,
      texts,
    );
    found.set(entry, [unreadable]);
  }
  return found;
}
