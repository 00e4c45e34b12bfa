import packageJson from '../../package.json';
import { visible } from '../core';
import { check, usage as checkUsage } from './check';
import { diff, usage as diffUsage } from './diff';
import { explain, usage as explainUsage } from './explain';
import { exportTo, usage as exportUsage } from './export';
import { importFrom, usage as importUsage } from './import';
import { init, usage as initUsage } from './init';
import { CliError, type ExitStatus, type Io } from './io';
import { review, usage as reviewUsage } from './review';
import { who, usage as whoUsage } from './who';

interface Command {
  readonly run: (args: readonly string[], io: Io) => Promise<ExitStatus>;
  readonly usage: string;
}

const commands: ReadonlyMap<string, Command> = new Map([
  ['who', { run: who, usage: whoUsage }],
  ['explain', { run: explain, usage: explainUsage }],
  ['review', { run: review, usage: reviewUsage }],
  ['check', { run: check, usage: checkUsage }],
  ['diff', { run: diff, usage: diffUsage }],
  ['init', { run: init, usage: initUsage }],
  ['import', { run: importFrom, usage: importUsage }],
  ['export', { run: exportTo, usage: exportUsage }],
]);

const everywhere = `Everywhere:
  --root DIR     the folder paths are relative to (default: the root of the git work tree around here)
  --file FILE    the ownership file, where it is not at one of its usual places
  --today DAY    take DAY (YYYY-MM-DD) for today
  --help, --version

Exit status: 0 fine, 1 findings, 2 usage, I/O, or no readable ownership file.`;

const overview = [
  'aor: who is responsible for this code',
  '',
  ...[...commands.values()].map(({ usage }) => `${usage}\n`),
  everywhere,
].join('\n');

/** Runs one command line, without the program's name. Never rejects. */
export async function run(args: readonly string[], io: Io): Promise<ExitStatus> {
  try {
    return await dispatch(args, io);
  } catch (error) {
    // What neither a command nor the system says is a fault of ours, and still one line: the stack is for AOR_DEBUG.
    const isExpected = error instanceof CliError || (error instanceof Error && 'syscall' in error);
    const message = error instanceof Error ? error.message : String(error);
    const stack =
      !isExpected && io.env['AOR_DEBUG'] !== undefined && error instanceof Error ? `${error.stack ?? ''}\n` : '';
    io.stderr.write(
      `aor: ${visible(message)}${isExpected ? '' : ' (this is a bug; AOR_DEBUG=1 shows where)'}\n${stack}`,
    );
    return 2;
  }
}

async function dispatch(args: readonly string[], io: Io): Promise<ExitStatus> {
  const [name, ...rest] = args;
  if (name === '--version') return print(io, packageJson.version);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return print(io, overview);
  const command = commands.get(name);
  if (command === undefined)
    throw new CliError(`Unknown command "${name}". Known: ${[...commands.keys()].join(', ')}.`);
  const options = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : undefined);
  if (options.includes('--help') || options.includes('-h')) return print(io, `${command.usage}\n\n${everywhere}`);
  if (options.includes('--version')) return print(io, packageJson.version);
  return command.run(rest, io);
}

function print(io: Io, text: string): ExitStatus {
  io.stdout.write(`${text}\n`);
  return 0;
}
