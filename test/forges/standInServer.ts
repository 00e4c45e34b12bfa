/** What the stand-ins of forges share: a server on this machine that notes what it is asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  /** Sent as JSON, a text as it is. */
  readonly data: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers in place of the stand-in where it gives `true`. */
export type Fault = (request: Seen, response: ServerResponse) => boolean;

export abstract class StandInServer {
  seen: Seen[] = [];
  fault: Fault | null = null;
  /** Turns an answer into one that the forge would not give. */
  lie: ((answer: unknown) => unknown) | null = null;
  /** What is carried out, and whose answer never arrives. */
  loses: ((request: Seen) => boolean) | null = null;
  pageSize = 100;
  /** What links begin with: the server's own name, which need not be the one that people use. */
  publicAddress = 'https://inner.example';
  /** What stands before JSON. */
  protected readonly prefix: string = '';

  readonly #server = createServer((request, response) => void this.#answer(request, response));

  protected abstract answer(seen: Seen): Answer;

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  protected forget(): void {
    this.seen = [];
    this.fault = null;
    this.lie = null;
    this.loses = null;
    this.pageSize = 100;
  }

  /** The requests that changed something, or would have. */
  get writes(): readonly Seen[] {
    return this.seen.filter(({ method }) => method !== 'GET');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const piece of request) body += String(piece);
    const { method = '', url: path = '', headers } = request;
    const seen = { method, path, headers, body };
    this.seen.push(seen);
    if (this.fault?.(seen, response) === true) return;
    const { status, data, headers: more = {} } = this.answer(seen);
    if (this.loses?.(seen) === true) {
      response.destroy();
      return;
    }
    const type = typeof data === 'string' ? 'text/plain; charset=utf-8' : 'application/json';
    response.writeHead(status, { 'content-type': type, ...more });
    if (typeof data === 'string') response.end(data);
    else response.end(`${this.prefix}${JSON.stringify(status < 300 && this.lie !== null ? this.lie(data) : data)}`);
  }

  /** One page, with a link to the next, and the number of that. `size`: the name of the parameter, and what counts without it. */
  protected page(all: readonly unknown[], { path }: Seen, size: string, usual = 20): Answer {
    const { pathname, searchParams } = new URL(path, 'https://inner.example');
    const most = Math.min(Number(searchParams.get(size) ?? usual), this.pageSize);
    const page = Number(searchParams.get('page') ?? 1);
    const data = all.slice((page - 1) * most, page * most);
    if (page * most >= all.length) return { status: 200, data };
    searchParams.set('page', String(page + 1));
    const link = `<${this.publicAddress}${pathname}?${searchParams.toString()}>; rel="next"`;
    return { status: 200, data, headers: { link, 'x-next-page': String(page + 1) } };
  }
}

export const ok = (data: unknown): Answer => ({ status: 200, data });

/** `user:password` of a request that shows them, else `null`. */
export function basicOf({ headers }: Seen): string | null {
  const [, encoded] = /^Basic (\S+)$/.exec(headers.authorization ?? '') ?? [];
  return encoded === undefined ? null : Buffer.from(encoded, 'base64').toString('utf8');
}

/** The token of a request that shows one, else `null`. */
export const bearerOf = ({ headers }: Seen): string | null =>
  /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? null;
