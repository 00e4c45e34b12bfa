import type { Readable, Writable } from 'node:stream';
import type { Today } from '../core';

/** Everything a command touches of the world, so that tests can stand in for it. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable;
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Today;
}

/** Exit statuses: fine, findings, and usage, I/O or no readable ownership file. */
export type ExitStatus = 0 | 1 | 2;

/** Ends a command with status 2 and one line on stderr. Its message is for people. */
export class CliError extends Error {}

/** Writes in large pieces and waits where the reader is slower. */
export interface Output {
  /** Keeps the text for later, and says whether it is time for `end`. */
  add(text: string): boolean;
  write(text: string): Promise<void>;
  end(): Promise<void>;
}

const pieceLength = 1 << 16;

export function bufferedOutput(stream: Writable): Output {
  let pending = '';
  async function flush(): Promise<void> {
    const piece = pending;
    pending = '';
    if (piece !== '' && !stream.write(piece)) {
      await new Promise<void>((resolve) => {
        const done = (): void => {
          for (const event of ['drain', 'close', 'error']) stream.off(event, done);
          resolve();
        };
        for (const event of ['drain', 'close', 'error']) stream.on(event, done);
      });
    }
  }
  const add = (text: string): boolean => (pending += text).length >= pieceLength;
  return {
    add,
    async write(text) {
      if (add(text)) await flush();
    },
    end: flush,
  };
}
