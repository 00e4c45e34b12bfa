import { strict as assert } from 'node:assert';
import { hostOfRemote } from '../../../src/host/remoteAddress';

describe('the host of a remote', () => {
  const addresses: Readonly<Record<string, string | undefined>> = {
    'git@github.com:acme/shop.git': 'github.com',
    'https://github.com/acme/shop.git': 'github.com',
    'https://user:secret@GitLab.com/acme/shop': 'gitlab.com',
    'ssh://git@git.acme.dev:2222/acme/shop.git': 'git.acme.dev',
    'git.acme.dev:acme/shop': 'git.acme.dev',
    '/srv/git/shop.git': undefined,
    '../shop': undefined,
    'C:\\git\\shop': undefined,
    'C:/git/shop': undefined,
    'file:///srv/git/shop.git': undefined,
  };
  for (const [address, host] of Object.entries(addresses)) {
    it(`of ${address} is ${host ?? 'unknown'}`, () => {
      assert.equal(hostOfRemote(address), host);
    });
  }
});
