import { type ChildProcess, spawn } from 'node:child_process';
import { SetupError } from './report';

/** Runs a program to its end without a shell. Throws a SetupError with the tail of its output when it fails. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly environment?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  // npm is a script without an extension everywhere but on Windows, where only a shell can start it.
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  const status = await new Promise<number | string | null>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(code ?? signal));
  });
  if (status !== 0) {
    throw new SetupError(`${program} ${args.join(' ')} failed (${String(status)}):\n${output.slice(-2000)}`);
  }
  return output;
}

/**
 * Ends a process that was started `detached`, with everything it started. A looping extension host and the file
 * watchers outlive the server's own SIGTERM, so the whole group is ended, with SIGKILL after `graceMs`.
 */
export async function stopGroup(child: ChildProcess, graceMs = 1500): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  signalGroup(pid, 'SIGTERM');
  const end = Date.now() + graceMs;
  while (groupIsAlive(pid) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 25));
  signalGroup(pid, 'SIGKILL');
}

/** The same at once, for a handler of `exit`, which cannot wait. */
export function killGroup(child: ChildProcess): void {
  if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // Already gone, which is what was wanted.
  }
}

function groupIsAlive(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}
