/** The program `aor`. */
import { run } from './run';

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`aor: Cannot write: ${error.message}\n`);
  process.exit(2);
});
process.stderr.on('error', () => undefined);

void run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
  now: () => ({ instant: Date.now() }),
}).then((status) => {
  process.exitCode = status;
});
