/** A token that can only go where it belongs. */
import type { ForgeKind } from '../core';
import { ForgeError } from './failure';

/** Bound to one forge and the address of its API. The secret is in no property, so that no log can show it. */
export interface ForgeToken {
  readonly kind: ForgeKind;
  /** What people know: `github.com`. */
  readonly host: string;
  /** The API's address without a slash at its end: `https://api.github.com`, `https://ghe.acme.example/api/v3`. */
  readonly api: string;
  /** Adds the secret; throws `elsewhere` for an address that is not the API's. */
  readonly authorise: (url: URL, headers: Headers) => void;
}

export interface ForgePlace {
  readonly kind: ForgeKind;
  readonly host: string;
  readonly api: string;
}

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * `header`: how the forge wants to be shown the secret. Throws `insecure` where it would travel in the clear, and `sign-in`
 * for what can be no token.
 */
export function bindToken(
  { kind, host, api }: ForgePlace,
  secret: string,
  header: (secret: string) => readonly [name: string, value: string] = (text) => ['authorization', `Bearer ${text}`],
): ForgeToken {
  const { protocol, hostname, origin } = new URL(api);
  if (protocol !== 'https:' && !loopback.test(hostname)) throw new ForgeError({ kind: 'insecure' });
  const [name, value] = header(secret.trim());
  // What no header can hold would be quoted by the error of whoever tries, and so end in a message.
  if (!/^[ -~]+$/.test(value)) throw new ForgeError({ kind: 'sign-in' });
  return {
    ...{ kind, host, api: api.replace(/\/+$/, '') },
    authorise(url, headers) {
      if (url.origin !== origin) throw new ForgeError({ kind: 'elsewhere', host: url.host });
      headers.set(name, value);
    },
  };
}
