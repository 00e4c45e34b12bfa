import { strict as assert } from 'node:assert';
import { parseRemote, type ForgeKind } from '../../../src/core';
import { providerFor } from '../../../src/host/forge/accountSource';

describe('where the secret for a forge comes from', () => {
  const cases: readonly (readonly [address: string, own: ForgeKind | null, provider: string | null])[] = [
    ['git@github.com:acme/shop.git', null, 'github'],
    ['https://ghe.acme.example/acme/shop', 'github', 'github-enterprise'],
    ['https://other.example/acme/shop', 'github', null],
    // Whoever says that a host runs GitHub does not get GitHub's token.
    ['https://github.com.evil.example/acme/shop', 'github', null],
    ['https://gitlab.com/acme/tools/shop', null, 'gitlab'],
    ['https://dev.azure.com/acme/web/_git/shop', null, 'microsoft'],
    ['https://codeberg.org/acme/shop', null, null],
    ['ssh://git@gerrit.acme.example:29418/shop', null, null],
    ['https://bitbucket.org/acme/shop', null, null],
  ];
  for (const [address, own, provider] of cases) {
    it(`${address}: ${provider ?? 'typed'}`, () => {
      const host = new URL(address.includes('://') ? address : 'https://github.com').hostname;
      const remote = parseRemote(address, { hosts: new Map(own === null ? [] : [[host, own]]) })!;
      const facts = { enterprise: 'https://ghe.acme.example', hasGitlab: true };
      assert.equal(providerFor(remote, facts)?.id ?? null, provider);
    });
  }

  it('is typed for GitLab without its extension, and its accounts are those of the host', () => {
    const remote = parseRemote('https://gitlab.com/acme/shop')!;
    assert.equal(providerFor(remote, { enterprise: '', hasGitlab: false }), null);
    assert.equal(providerFor(remote, { enterprise: '', hasGitlab: true })?.accountPrefix, 'https://gitlab.com|');
  });
});
