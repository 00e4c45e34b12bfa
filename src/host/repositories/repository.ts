/** From what was read to what features see. */
import type { Uri } from 'vscode';
import { compileRules, type LoadedOwnership } from '../../core';
import { uriBelow } from '../paths';
import type { Model, Repository } from '../store';

/** A folder that has not been read yet, or has no ownership file. */
export const emptyRepository = (base: Uri): Repository => ({
  base,
  entry: null,
  state: 'none',
  model: null,
  sources: [],
  problems: [],
  failure: null,
  tree: null,
  uncounted: null,
});

/** The repository after a load; while the file is unreadable the last good model stays. */
export function repositoryAfter(base: Uri, loaded: LoadedOwnership, last: Model | null): Repository {
  if (loaded.kind === 'none') return emptyRepository(base);
  const entry = uriBelow(base, loaded.entry);
  const { model, ...nothing } = { ...emptyRepository(base), entry, model: last };
  switch (loaded.kind) {
    case 'loaded': {
      const { file, sources, problems } = loaded;
      return { ...nothing, state: 'ok', model: { file, index: compileRules(file, last?.index) }, sources, problems };
    }
    case 'unreadable': {
      const { sources, problems } = loaded;
      return { ...nothing, state: model === null ? 'unreadable' : 'stale', model, sources, problems };
    }
    case 'failed':
      return { ...nothing, state: model === null ? 'unreadable' : 'stale', model, failure: loaded.reason };
  }
}
