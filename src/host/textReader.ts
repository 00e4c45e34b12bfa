/**
 * Reads ownership files here, in slices, but for large texts that only the `yaml` package reads: a thread takes these apart.
 * For 1,000 AORs `yaml` takes 80 ms, parts 6 ms and 2 ms after an edit; 1 MB comes from the thread in 45 ms as JSON, in 105 as a tree.
 */
import { Worker } from 'node:worker_threads';
import type { LogOutputChannel } from 'vscode';
import { createTextReader, readYaml, type TextReader, type YamlText } from '../core';
import type { ParseAnswer } from './readerThread';
import { inSlices } from './slices';

/** Up to this many characters `yaml` takes less than 20 ms. */
const smallText = 20_000;

export interface ThreadedReader {
  readonly read: TextReader;
  dispose(): void;
}

/** `script`: path of the built thread. The thread is started with the first text for it; without one, all is read here. */
export function createThreadedReader(script: string, log: LogOutputChannel): ThreadedReader {
  const waiting: ((answer: ParseAnswer) => void)[] = [];
  let worker: Worker | null = null;
  let isBroken = false;

  function start(): Worker {
    const started = new Worker(script);
    started.unref();
    started.on('message', (answer: ParseAnswer) => waiting.shift()?.(answer));
    started.on('error', (error) => {
      log.warn(`The reading thread ended, so files are read without it: ${error.message}`);
      isBroken = true;
      for (const answer of waiting.splice(0)) answer({ error: error.message });
    });
    return started;
  }

  function ask(text: string): Promise<ParseAnswer> {
    return new Promise((resolve) => {
      waiting.push(resolve);
      (worker ??= start()).postMessage(text);
    });
  }

  async function parse(text: string): Promise<YamlText> {
    if (isBroken || text.length < smallText) return readYaml(text);
    const answer = await ask(text);
    return 'json' in answer ? (JSON.parse(answer.json) as YamlText) : readYaml(text);
  }

  return {
    read: createTextReader(inSlices, parse),
    dispose() {
      isBroken = true;
      for (const answer of waiting.splice(0)) answer({ error: 'disposed' });
      void worker?.terminate();
    },
  };
}
