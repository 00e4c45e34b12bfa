/**
 * Preloaded into the server and its extension host: refuses every connection to outside the machine, and writes
 * where it would have gone into the file `AOR_REFUSED_CONNECTIONS` names.
 */
import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';

const file = process.env['AOR_REFUSED_CONNECTIONS'];
// eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
const connect = Socket.prototype.connect;

function isOutside(host: unknown): boolean {
  return typeof host === 'string' && host !== '' && !/^(localhost|127\.[\d.]+|::1|::ffff:127\.[\d.]+)$/i.test(host);
}

function hostOf(args: readonly unknown[]): unknown {
  // Called by `net.connect` with its already normalised arguments as one array.
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof first === 'object' && first !== null) return 'host' in first ? first.host : undefined;
  return typeof first === 'number' ? args[1] : undefined;
}

Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
  const host = hostOf(args);
  if (!isOutside(host)) return Reflect.apply(connect, this, args) as Socket;
  if (file !== undefined) appendFileSync(file, `${String(host)}\n`);
  process.nextTick(() => this.destroy(new Error(`connections to ${String(host)} are refused in tests`)));
  return this;
};
