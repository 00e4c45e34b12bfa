/** Prism between client and stand-in: what either says must be as GitHub's own description has it. */
import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { descriptionFile } from './instance';

const program = 'node_modules/@stoplight/prism-cli/dist/index.js';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

export interface Proxy {
  readonly address: string;
  /** As `fetch`; keeps what the proxy objects to. */
  readonly fetch: typeof fetch;
  /** What it objected to in answers to `fetch` since the last call. */
  readonly violations: () => readonly string[];
  readonly stop: () => void;
}

/** Takes about three seconds. A violation is answered with a problem in place of what was asked for. */
export async function startProxy(upstream: string, description = descriptionFile): Promise<Proxy> {
  const port = await freePort();
  const args = ['proxy', description, upstream, '--errors', '--port', String(port), '--host', '127.0.0.1'];
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let violations: string[] = [];
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const read = (piece: string): void => {
      said += piece;
      if (said.includes('Prism is listening')) resolve();
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', read);
    child.on('exit', (status) => reject(new Error(`Prism ended with ${status}: ${said}`)));
  });
  return {
    address: `http://127.0.0.1:${port}`,
    async fetch(...args) {
      const answer = await fetch(...args);
      const text = await answer.clone().text();
      if (text.startsWith('{"type":"https://stoplight.io/prism/errors')) violations.push(text);
      return answer;
    },
    violations() {
      const found = violations;
      violations = [];
      return found;
    },
    stop: () => void child.kill(),
  };
}
