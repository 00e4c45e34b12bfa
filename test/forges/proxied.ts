/** A proxy that holds a stand-in to a description, for all tests of a suite. */
import assert from 'node:assert/strict';
import { startProxy, type Proxy } from './github/proxy';

interface ProxiedStandIn {
  start(): Promise<string>;
  stop(): void;
  reset(): void;
}

/**
 * To be called in a `describe`: starts both before its tests, resets the stand-in before each, and fails each after which
 * the proxy has objected to something. What it gives can be used from the first test on.
 */
export function proxied(standIn: ProxiedStandIn, description: string): Pick<Proxy, 'address' | 'fetch' | 'violations'> {
  let proxy: Proxy;

  before(async function () {
    this.timeout(60_000);
    proxy = await startProxy(await standIn.start(), description);
  });
  after(() => {
    proxy.stop();
    standIn.stop();
  });
  beforeEach(() => {
    standIn.reset();
    proxy.violations();
  });
  afterEach(() => assert.deepEqual(proxy.violations(), []));

  return {
    get address() {
      return proxy.address;
    },
    get fetch() {
      return proxy.fetch;
    },
    violations: () => proxy.violations(),
  };
}
