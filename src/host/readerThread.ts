/** The thread that reads large ownership files, so that the extension host does not stand still meanwhile. */
import { parentPort } from 'node:worker_threads';
import { readText, type FileContent, type Source } from '../core';

/** What the thread is asked. Questions are answered in order. */
export interface ReadRequest {
  readonly source: Source;
  readonly isEntry: boolean;
}

export type ReadAnswer = { readonly content: FileContent } | { readonly error: string };

parentPort?.on('message', ({ source, isEntry }: ReadRequest) => {
  void readText(source, isEntry).then(
    (content) => parentPort?.postMessage({ content } satisfies ReadAnswer),
    (error: unknown) => parentPort?.postMessage({ error: String(error) } satisfies ReadAnswer),
  );
});
