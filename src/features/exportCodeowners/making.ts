/** Makes exports in the editor: reads what is there, and tries every file in slices. */
import { FileSystemError, workspace, type Uri } from 'vscode';
import { proveExport, type ExportDialect, type ProvenExport } from '../../core';
import type { FeatureContext } from '../../host/featureContext';
import { mayRunGit } from '../../host/git';
import { uriBelow } from '../../host/paths';
import { inSlices } from '../../host/slices';
import type { Model, Repository } from '../../host/store';
import { readRemotes } from '../../node/remotes';
import { exportPlaces, exportTargets, type ExportTarget } from './targets';

export interface ExportOptions {
  /** The likeliest first. */
  readonly targets: readonly ExportTarget[];
  /** The host that the first remote leads to. */
  readonly host: string | undefined;
}

/** What could be written in a repository. Asks git for the remotes where it may. Rejects where a file cannot be read. */
export async function exportOptions({ base }: Repository): Promise<ExportOptions> {
  const texts = new Map<string, string | null>();
  await Promise.all(exportPlaces.map(async (place) => texts.set(place, await textAt(uriBelow(base, place)))));
  const remotes = mayRunGit(base) ? await readRemotes(base.fsPath) : [];
  const remote = remotes.find((one) => one.remote !== null)?.remote;
  return { targets: exportTargets((place) => texts.get(place) ?? null, remote?.kind), host: remote?.host };
}

async function textAt(uri: Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}

export interface Made {
  readonly proven: ProvenExport;
  readonly host: string;
}

/** The export for a host, tried with every file; `undefined` once the signal says so. */
export async function makeExport(
  { store, today }: FeatureContext,
  repository: Repository,
  { file, index }: Model,
  dialect: ExportDialect,
  remoteHost: string | undefined,
  signal: AbortSignal,
): Promise<Made | undefined> {
  const host = remoteHost ?? dialect.publicHost;
  const paths = await store.files(repository);
  const proven = await inSlices(proveExport(dialect, { file, index, host, today: today(), paths }), signal);
  return proven === undefined ? undefined : { proven, host };
}
