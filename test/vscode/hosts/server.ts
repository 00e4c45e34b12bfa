import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Installation } from './installation';
import { built } from './paths';
import { killGroup, stopGroup } from './processes';
import { SetupError } from './report';

/** How a server is started. All paths absolute. */
export interface ServerOptions {
  readonly installation: Installation;
  /** Holds what VS Code keeps: user settings in `User/settings.json`, logs, installed extensions' data. */
  readonly userDataDir: string;
  /** Where installed extensions are. */
  readonly extensionsDir: string;
  /** Without it every workspace is trusted. */
  readonly isUntrusted?: boolean;
  /**
   * Lets the page load an extension under development and run a suite; gives the page `window.driver`. Its price:
   * notification toasts and dialogs behave differently. Default true.
   */
  readonly hasDriver?: boolean;
  /** Added to the environment of the server and of its extension host. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Refuses connections to outside the machine, and records attempts in this file. Default: they are possible. */
  readonly refusedConnectionsFile?: string;
  /** A script that the server and its extension host run before anything else. */
  readonly preload?: string;
  /** All built-in extensions instead of those the tests need: slower to start. */
  readonly hasAllBuiltins?: boolean;
  /** A VSIX to install before the start. */
  readonly vsix?: string;
}

/** A running VS Code server. */
export interface Server {
  readonly port: number;
  /** Fulfilled when the server ends, also without being asked to. */
  readonly ended: Promise<void>;
  /** The last lines it printed, for a failure. */
  logTail(): string;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
let isCleaningUp = false;

/** Starts the server on a free port of the loopback interface. Throws a SetupError when it does not come up. */
export async function startServer(options: ServerOptions): Promise<Server> {
  cleanUpOnExit();
  await mkdir(join(options.userDataDir, 'User'), { recursive: true });
  await mkdir(options.extensionsDir, { recursive: true });
  const args = [...guardArguments(options), options.installation.serverMain, ...serverArguments(options)];
  // Detached: a process group of its own, which can be ended as a whole.
  const child = spawn(options.installation.node, args, {
    detached: true,
    env: { ...process.env, ...hostEnvironment(options), ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const lines: string[] = [];
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      lines.push(error.message);
      resolve();
    });
  });
  const stop = async (): Promise<void> => {
    await stopGroup(child);
    running.delete(child);
  };
  const logTail = (): string => lines.slice(-30).join('\n');
  const bound = new Promise<number>((resolve) => {
    const read = (line: string): void => {
      lines.push(line);
      if (lines.length > 200) lines.shift();
      const port = /Server bound to \S+?:(\d+)/.exec(line)?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    createInterface({ input: child.stdout }).on('line', read);
    createInterface({ input: child.stderr }).on('line', read);
  });
  const failed = ended.then(() => 'ended' as const);
  const port = await Promise.race([bound, failed, after(60_000)]);
  if (typeof port === 'string') {
    await stop();
    throw new SetupError(`The VS Code server did not start (${port}):\n${logTail()}`);
  }
  return { port, ended, logTail, stop };
}

/** The hosts that a server with `refusedConnectionsFile` and its extension host tried to reach. */
export function refusedConnections(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

function serverArguments(options: ServerOptions): string[] {
  const args = [
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
    ...['--server-data-dir', join(options.userDataDir, 'server')],
    ...['--user-data-dir', options.userDataDir, '--extensions-dir', options.extensionsDir],
    '--disable-telemetry',
  ];
  if (options.hasAllBuiltins !== true) args.push('--builtin-extensions-dir', options.installation.builtins);
  if (options.isUntrusted !== true) args.push('--disable-workspace-trust');
  if (options.hasDriver !== false) args.push('--enable-smoke-test-driver');
  if (options.vsix !== undefined) args.push('--start-server', '--install-extension', options.vsix);
  return args;
}

/** As arguments of Node, which the extension host inherits; the newest version drops `NODE_OPTIONS`. */
function guardArguments(options: ServerOptions): string[] {
  const guard = options.refusedConnectionsFile === undefined ? [] : [built('vscode', 'hosts', 'loopbackOnly.js')];
  const scripts = options.preload === undefined ? guard : [...guard, options.preload];
  return scripts.map((script) => `--require=${script}`);
}

function hostEnvironment(options: ServerOptions): NodeJS.ProcessEnv {
  // Without a gallery the newest version does not ask for extensions at its start, its only request to the outside.
  const environment: NodeJS.ProcessEnv = { EXTENSIONS_GALLERY: '{}' };
  if (options.refusedConnectionsFile !== undefined) {
    environment['AOR_REFUSED_CONNECTIONS'] = options.refusedConnectionsFile;
  }
  return environment;
}

async function after(timeoutMs: number): Promise<'no answer'> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('no answer'), timeoutMs).unref();
  });
}

/** Ends the servers that run when this process ends: however it ends, short of a SIGKILL. */
function cleanUpOnExit(): void {
  if (isCleaningUp) return;
  isCleaningUp = true;
  process.once('exit', () => running.forEach(killGroup));
  const status = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      // Whoever else listens ends the process in an orderly way.
      if (process.listenerCount(signal) === 0) process.exit(status[signal]);
    });
}
