/** The objects of a git repository, read through one git for many of them. */
import { spawn } from 'node:child_process';
import { createBatchReader, type BatchAnswer } from './batchReader';
import { gitEnvironment, safely } from './git';

/** `failed`: there is no git, it broke off, or the reader has ended. */
export type ObjectRead = BatchAnswer | { readonly kind: 'failed' };

export interface Objects {
  /**
   * What has that name: an id, or whatever else git takes for one. Git is asked once for each name. Of an object larger
   * than `maximumBytes` the size alone is told. Never rejects.
   */
  read(name: string, maximumBytes: number): Promise<ObjectRead>;
}

export interface ObjectsOptions {
  /** Ends git; what is asked for then has failed. */
  readonly signal?: AbortSignal | undefined;
}

interface Asked {
  readonly name: string;
  readonly maximumBytes: number;
  answer(read: ObjectRead): void;
}

/** A partial clone fetches nothing: what is not here is missing. */
const local = ['-c', 'protocol.allow=never'];

/**
 * Lets `use` read objects of the repository around an absolute folder. Git is started at the first question and ended
 * after; one that dies takes the answer along that it owed, and is started again for the others.
 * Rejects only as `use` does.
 */
export async function withObjects<T>(
  folder: string,
  { signal }: ObjectsOptions,
  use: (objects: Objects) => Promise<T>,
): Promise<T> {
  const known = new Map<string, Promise<ObjectRead>>();
  const asked: Asked[] = [];
  let running: { ask(one: Asked): void; end(): Promise<void> } | null = null;
  let hasEnded = false;

  function start(): NonNullable<typeof running> {
    const child = spawn('git', [...safely, ...local, 'cat-file', '--batch'], {
      cwd: folder,
      env: { ...gitEnvironment(process.env), GIT_NO_LAZY_FETCH: '1' },
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    });
    const reader = createBatchReader(
      () => asked[0]?.maximumBytes ?? 0,
      (answer) => {
        asked.shift()?.answer(answer);
        if (answer.kind === 'too-large') restart();
      },
    );
    const own = {
      ask: ({ name }: Asked): void => void child.stdin.write(`${name}\n`),
      async end(): Promise<void> {
        // It only reads, so nothing is lost.
        child.kill('SIGKILL');
        await closed;
      },
    };
    // What a git says that another one took over from is not listened to.
    const isOwn = (): boolean => running === own;
    const closed = new Promise<void>((resolve) => {
      child.on('close', () => {
        resolve();
        if (!isOwn()) return;
        asked.shift()?.answer({ kind: 'failed' });
        restart();
      });
      child.on('error', () => {
        resolve();
        if (isOwn()) fail();
      });
    });
    child.stdout.on('data', (piece: Buffer) => {
      if (isOwn()) reader.push(piece);
    });
    // A git that is gone closes its input, which the end of it tells.
    child.stdin.on('error', () => undefined);
    return own;
  }

  /** Goes on with another git, where there is anything left to ask. */
  function restart(): void {
    void running?.end();
    running = null;
    for (const one of asked) (running ??= start()).ask(one);
  }

  function fail(): void {
    running = null;
    for (const one of asked.splice(0)) one.answer({ kind: 'failed' });
  }

  function ask(name: string, maximumBytes: number): Promise<ObjectRead> {
    return new Promise((answer) => {
      // A line is a question.
      if (/[\n\0]/.test(name)) return answer({ kind: 'missing' });
      if (hasEnded) return answer({ kind: 'failed' });
      const one = { name, maximumBytes, answer };
      asked.push(one);
      (running ??= start()).ask(one);
    });
  }

  async function end(): Promise<void> {
    hasEnded = true;
    const last = running;
    fail();
    await last?.end();
  }

  const abort = (): void => void end();
  if (signal?.aborted === true) hasEnded = true;
  signal?.addEventListener('abort', abort);
  try {
    return await use({
      read(name, maximumBytes) {
        const read = known.get(name) ?? ask(name, maximumBytes);
        known.set(name, read);
        void read.then(({ kind }) => kind === 'failed' && known.delete(name));
        return read;
      },
    });
  } finally {
    signal?.removeEventListener('abort', abort);
    await end();
  }
}
