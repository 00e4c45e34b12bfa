/** Git whose output may be large, whose input is given, and which can be stopped. */
import { spawn } from 'node:child_process';
import { setMaxListeners } from 'node:events';
import { gitEnvironment, safely } from './git';

export interface GitStreamOptions {
  readonly signal?: AbortSignal | undefined;
  /** Standard input. */
  readonly input?: string;
  /** Another index than the repository's own; absolute. */
  readonly indexFile?: string | undefined;
}

/** How git ended. `status` is null where it could not be started; `message` is the first line it said on stderr. */
export interface GitEnd {
  readonly status: number | null;
  readonly message: string;
}

/** Runs git and hands on its output as it comes. Rejects only when the signal aborts, with its reason. */
export function streamGit(
  folder: string,
  args: readonly string[],
  onOutput: (piece: Buffer) => void,
  { signal, input = '', indexFile }: GitStreamOptions = {},
): Promise<GitEnd> {
  signal?.throwIfAborted();
  // There are as many gits at a time as there are remotes, and Node warns where more than ten listen.
  if (signal !== undefined) setMaxListeners(0, signal);
  const env = gitEnvironment(process.env);
  return new Promise((resolve, reject) => {
    const child = spawn('git', [...safely, ...args], {
      cwd: folder,
      env: indexFile === undefined ? env : { ...env, GIT_INDEX_FILE: indexFile },
      windowsHide: true,
      ...(signal === undefined ? {} : { signal }),
    });
    let messages = '';
    const end = (status: number | null): void => {
      // The reason of the signal, and not that of the killed process, is what the caller waits for.
      if (signal?.aborted === true) reject(asError(signal.reason));
      else resolve({ status, message: messages.split('\n', 1)[0]?.replace(/^(fatal|error): /, '') ?? '' });
    };
    child.stdout.on('data', onOutput);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (messages.length < 10_000) messages += text;
    });
    // A git that ends early closes its input, which its status tells.
    child.stdin.on('error', () => undefined).end(input);
    child.on('error', (error) => {
      if (messages === '') messages = error.message;
      end(null);
    });
    child.on('close', end);
  });
}

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));

/** What git printed, as text; `null` where it fails. Rejects only when the signal aborts. */
export async function askGit(
  folder: string,
  args: readonly string[],
  options: GitStreamOptions = {},
): Promise<string | null> {
  const pieces: Buffer[] = [];
  const { status } = await streamGit(folder, args, (piece) => pieces.push(piece), options);
  return status === 0 ? Buffer.concat(pieces).toString('utf8') : null;
}
