import { parseArgs, type ParseArgsConfig } from 'node:util';
import { isDay, type Today } from '../core';
import { CliError, type Io } from './io';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options every command has. */
export const commonOptions = {
  root: { type: 'string' },
  file: { type: 'string' },
  today: { type: 'string' },
  json: { type: 'boolean' },
  format: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Options;

/** Reads a command's arguments. Throws `CliError` on what it does not know. */
export function readArguments<T extends Options>(args: readonly string[], options: T) {
  const parsed = parse(args, options);
  for (const [name, value] of Object.entries(parsed.values)) {
    // What a variable that is not set leaves of `--root "$DIR"`; it must not mean another folder in silence.
    if (value === '') throw new CliError(`--${name} wants a value. Try --help.`);
  }
  return parsed;
}

function parse<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new CliError(`${message.replace(/\. To specify a positional.*$|\.?\n.*$/s, '')}. Try --help.`);
  }
}

/** The format asked for; `--json` is `--format json`. */
export function formatOf<const T extends string>(
  values: { json?: boolean; format?: string },
  formats: readonly T[],
): T | 'text' {
  const asked = values.format ?? (values.json === true ? 'json' : 'text');
  if (values.json === true && asked !== 'json')
    throw new CliError(`--json and --format ${asked} contradict each other.`);
  const known = ['text' as const, ...formats].find((format) => format === asked);
  if (known === undefined) throw new CliError(`Unknown format "${asked}". Known: ${['text', ...formats].join(', ')}.`);
  return known;
}

/** The day given, which is then everybody's, or the clock. */
export function todayOf(day: string | undefined, io: Io): Today {
  if (day === undefined) return io.now();
  if (!isDay(day)) throw new CliError(`--today wants a day as YYYY-MM-DD, not "${day}".`);
  return { day };
}

/** The instant until which history counts: the end of a day that was given. ms since 1970, UTC. */
export const instantOf = (today: Today): number =>
  'instant' in today ? today.instant : Date.parse(`${today.day}T23:59:59Z`);
