/** Says what a long step is doing, on standard error: standard output belongs to test results. */
export function say(text: string): void {
  process.stderr.write(`[host] ${text}\n`);
}

/** An expected failure of the set-up: its message is a sentence for the person at the terminal, its stack is of no use. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}

/** Runs a program's main function; prints what went wrong and sets the exit status to 1. Never throws. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    const text = error instanceof SetupError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${text ?? 'unknown error'}\n`);
    process.exitCode = 1;
  }
}
