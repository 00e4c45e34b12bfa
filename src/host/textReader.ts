/** Reads ownership files: small ones here, large ones in a thread of their own. */
import { Worker } from 'node:worker_threads';
import type { LogOutputChannel } from 'vscode';
import { readText, type FileContent, type TextReader } from '../core';
import type { ReadAnswer, ReadRequest } from './readerThread';

/** Up to this many characters reading here takes less than 20 ms, and going to and fro would take as long. */
const smallText = 20_000;

export interface ThreadedReader {
  readonly read: TextReader;
  dispose(): void;
}

/** `script`: path of the built thread. The thread is started with the first large text; without one, all is read here. */
export function createTextReader(script: string, log: LogOutputChannel): ThreadedReader {
  const waiting: ((answer: ReadAnswer) => void)[] = [];
  let worker: Worker | null = null;
  let isBroken = false;

  function start(): Worker {
    const started = new Worker(script);
    started.unref();
    started.on('message', (answer: ReadAnswer) => waiting.shift()?.(answer));
    started.on('error', (error) => {
      log.warn(`The reading thread ended, so files are read without it: ${error.message}`);
      isBroken = true;
      for (const answer of waiting.splice(0)) answer({ error: error.message });
    });
    return started;
  }

  function ask(request: ReadRequest): Promise<ReadAnswer> {
    return new Promise((resolve) => {
      waiting.push(resolve);
      (worker ??= start()).postMessage(request);
    });
  }

  return {
    async read(source, isEntry): Promise<FileContent> {
      if (isBroken || source.text.length < smallText) return readText(source, isEntry);
      const answer = await ask({ source, isEntry });
      return 'content' in answer ? answer.content : readText(source, isEntry);
    },
    dispose() {
      isBroken = true;
      for (const answer of waiting.splice(0)) answer({ error: 'disposed' });
      void worker?.terminate();
    },
  };
}
