/**
 * Imported (or loaded with `--require` into another process), it lets no connection leave this machine: a test that would
 * ask a real forge fails instead.
 */
import { Socket, type SocketConnectOpts } from 'node:net';

const loopback = /^(localhost|127(\.\d+){3}|::1|)$/;

/** What Node makes of the arguments of `connect`: the options, first in a list. */
type Normalised = readonly [SocketConnectOpts & { readonly host?: string; readonly path?: string }];

// eslint-disable-next-line @typescript-eslint/unbound-method
const connect = Socket.prototype.connect as (this: Socket, ...args: unknown[]) => Socket;

Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
  const [first] = args;
  const options = Array.isArray(first) ? (first as unknown as Normalised)[0] : (first as Normalised[0]);
  const [, second] = args;
  const host = typeof first === 'number' ? (typeof second === 'string' ? second : '') : (options.host ?? '');
  const isFile = typeof first === 'string' || (typeof first === 'object' && options.path !== undefined);
  if (!isFile && !loopback.test(host)) throw new Error(`A test wanted to leave this machine, to ${host}`);
  return connect.apply(this, args);
};
