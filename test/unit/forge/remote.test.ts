import assert from 'node:assert/strict';
import { gerritPush } from '../../../src/core/forge/gerritPush';
import { newRequestPage } from '../../../src/core/forge/newRequest';
import { parseRemote, type ForgeKind, type Rewrite } from '../../../src/core/forge/remote';

/** Address → kind, site, path. */
const addresses: readonly (readonly [string, string])[] = [
  ['https://github.com/acme/shop', 'github https://github.com acme/shop'],
  ['https://github.com/acme/shop.git', 'github https://github.com acme/shop'],
  ['https://github.com/acme/shop.git/', 'github https://github.com acme/shop'],
  ['HTTPS://GitHub.com/Acme/Shop', 'github https://github.com Acme/Shop'],
  ['https://x-access-token:secret@github.com:443/acme/shop', 'github https://github.com acme/shop'],
  ['https://user:p@ss@github.com/acme/shop', 'github https://github.com acme/shop'],
  ['http://github.com/acme/shop', 'github http://github.com acme/shop'],
  ['git://github.com/acme/shop.git', 'github https://github.com acme/shop'],
  ['git@github.com:acme/shop.git', 'github https://github.com acme/shop'],
  ['github.com:acme/shop', 'github https://github.com acme/shop'],
  ['org-1234@github.com:acme/shop.git', 'github https://github.com acme/shop'],
  ['git@github.com:/acme/shop.git', 'github https://github.com acme/shop'],
  ['[git@github.com:22]:acme/shop', 'github https://github.com acme/shop'],
  ['ssh://git@github.com/acme/shop.git', 'github https://github.com acme/shop'],
  ['git+ssh://git@github.com/acme/shop.git', 'github https://github.com acme/shop'],
  ['ssh://git@ssh.github.com:443/acme/shop.git', 'github https://github.com acme/shop'],
  ['ssh://git@altssh.gitlab.com:443/acme/shop.git', 'gitlab https://gitlab.com acme/shop'],
  ['git@gitlab.com:acme/tools/web/shop.git', 'gitlab https://gitlab.com acme/tools/web/shop'],
  ['https://gitlab.com/acme/tools/shop.git', 'gitlab https://gitlab.com acme/tools/shop'],
  ['https://codeberg.org/acme/shop', 'gitea https://codeberg.org acme/shop'],
  ['git@bitbucket.org:acme/shop.git', 'bitbucket https://bitbucket.org acme/shop'],
  ['https://ana@bitbucket.org/acme/shop.git', 'bitbucket https://bitbucket.org acme/shop'],
  ['https://git.acme.example:8443/web/shop.git', 'unknown https://git.acme.example:8443 web/shop'],
  ['ssh://git@git.acme.example:2222/web/shop.git', 'unknown https://git.acme.example web/shop'],
  ['git@work:web/shop.git', 'unknown https://work web/shop'],
  ['ssh://git@[2001:db8::1]:2222/web/shop.git', 'unknown https://[2001:db8::1] web/shop'],
  ['https://git.mine.example/web/shop.git', 'gitea https://git.mine.example web/shop'],
  ['https://git.acme.example/scm/WEB/shop.git', 'bitbucket-server https://git.acme.example WEB/shop'],
  ['https://acme.example/bitbucket/scm/~ana/shop.git', 'bitbucket-server https://acme.example/bitbucket ~ana/shop'],
  ['ssh://git@git.acme.example:7999/WEB/shop.git', 'bitbucket-server https://git.acme.example WEB/shop'],
  ['https://dev.azure.com/acme/Web/_git/shop', 'azure https://dev.azure.com acme/Web/shop'],
  ['https://acme@dev.azure.com/acme/Web%20Site/_git/shop', 'azure https://dev.azure.com acme/Web Site/shop'],
  ['https://dev.azure.com/acme/_git/shop', 'azure https://dev.azure.com acme/shop/shop'],
  ['https://acme.visualstudio.com/Web/_git/shop', 'azure https://dev.azure.com acme/Web/shop'],
  ['https://acme.visualstudio.com/DefaultCollection/Web/_git/shop', 'azure https://dev.azure.com acme/Web/shop'],
  ['https://acme.visualstudio.com/_git/shop', 'azure https://dev.azure.com acme/shop/shop'],
  ['https://dev.azure.com/acme/Web/_git/_optimized/shop', 'azure https://dev.azure.com acme/Web/shop'],
  ['git@ssh.dev.azure.com:v3/acme/Web%20Site/shop', 'azure https://dev.azure.com acme/Web Site/shop'],
  ['ssh://git@ssh.dev.azure.com:22/v3/acme/Web/shop', 'azure https://dev.azure.com acme/Web/shop'],
  ['acme@vs-ssh.visualstudio.com:v3/acme/Web/shop', 'azure https://dev.azure.com acme/Web/shop'],
  ['http://tfs.acme.example:8080/tfs/Main/Web/_git/shop', 'azure http://tfs.acme.example:8080 tfs/Main/Web/shop'],
  ['ssh://ana@review.acme.example:29418/web/shop', 'gerrit https://review.acme.example web/shop'],
  ['ssh://ana@review.acme.example:29418/shop.git', 'gerrit https://review.acme.example shop'],
  ['https://chromium.googlesource.com/a/infra/luci', 'gerrit https://chromium.googlesource.com infra/luci'],
  ['ssh://git@ssh.dev.azure.com/v3/acme/Web/shop%20one/', 'azure https://dev.azure.com acme/Web/shop one'],
  ['https://acme.visualstudio.com/DefaultCollection/_git/shop', 'azure https://dev.azure.com acme/shop/shop'],
  ['https://git.acme.example/projects/WEB/repos/shop/browse', 'bitbucket-server https://git.acme.example WEB/shop'],
  ['https://git.acme.example/users/ana/repos/shop', 'bitbucket-server https://git.acme.example ~ana/shop'],
  ['https://acme.example/git/users/~ana/repos/shop', 'bitbucket-server https://acme.example/git ~ana/shop'],
  ['https://github.com/projects/WEB/repos/shop', 'github https://github.com projects/WEB/repos/shop'],
  ['https://git.mine.example:3000/zoe/shop.git', 'gitea https://git.mine.example:3000 zoe/shop'],
  ['ssh://git@codeberg.org/acme/shop.git', 'gitea https://codeberg.org acme/shop'],
  ['ssh://git@ghe.acme.example/web/shop.git', 'github https://ghe.acme.example web/shop'],
  ['git@acme.ghe.com:web/shop.git', 'github https://acme.ghe.com web/shop'],
  ['https://oauth2:glpat-secret@gitlab.acme.example/a/b/c/d.git', 'unknown https://gitlab.acme.example a/b/c/d'],
  ['https://secret@github.com@evil.example/acme/shop', 'unknown https://evil.example acme/shop'],
  ['https://github.com:secret@evil.example/acme/shop', 'unknown https://evil.example acme/shop'],
  ['https://evil.example/github.com/acme/shop', 'unknown https://evil.example github.com/acme/shop'],
  ['git@github.com.evil.example:acme/shop', 'unknown https://github.com.evil.example acme/shop'],
  ['https://github.com./acme/shop', 'github https://github.com acme/shop'],
  ['https://\uFF47ithub.com/acme/shop', 'github https://github.com acme/shop'],
  ['https://g\u0456thub.com/acme/shop', 'unknown https://xn--gthub-n2e.com acme/shop'],
  ['https://b\u00FCcher.example/acme/shop', 'unknown https://xn--bcher-kva.example acme/shop'],
  ['git@B\u00DCCHER.example:acme/shop.git', 'unknown https://xn--bcher-kva.example acme/shop'],
  ['https://github.com/acme/shop?token=secret#secret', 'github https://github.com acme/shop'],
  ['gh:shop', 'github https://github.com acme/shop'],
  ['https://proxy.acme.example/github/acme/shop', 'github https://github.com acme/shop'],
];

const none = [
  ...['', '/srv/git/shop.git', '../shop', './a:b', 'C:\\git\\shop', 'C:/git/shop', 'file:///srv/git/shop', 'shop'],
  ...['ext::ssh git@x %S', 'hg::https://x/y', 'https://', 'https://github.com', 'https://github.com/', 'ftp://x/y/z'],
  ...['git@github.com:', 'a b@c:d', '-oProxyCommand=x'],
  ...['https://gith%75b.com/acme/shop', 'https://github.com%2Fevil.example/x', 'git@github.com%00.evil.example:a/b'],
  ...['https://github.com\\@evil.example/acme/shop', 'https://[::1/acme/shop', 'https://<script>/acme/shop'],
];

const rewrites: readonly Rewrite[] = [
  { base: 'https://github.com/', insteadOf: 'gh:' },
  { base: 'git@github.com:acme/', insteadOf: 'gh:s' },
  { base: 'git@github.com:', insteadOf: 'https://proxy.acme.example/github/' },
  { base: 'git@github.com:acme/s', insteadOf: 'gh:s' },
];

const hosts = new Map<string, ForgeKind>([
  ['git.mine.example', 'gitea'],
  ['ghe.acme.example', 'github'],
]);
const remote = (address: string) => parseRemote(address, { rewrites: rewrites.slice(2), hosts })!;

describe('the address of a remote', () => {
  for (const [address, expected] of addresses) {
    it(`is read: ${address}`, () => {
      const found = parseRemote(address, { rewrites: [rewrites[0]!, rewrites[2]!, rewrites[3]!], hosts });
      assert.equal(found === null ? null : `${found.kind} ${found.site} ${found.path}`, expected);
      assert.equal(found?.site.includes(found.host), true);
      assert.doesNotMatch(JSON.stringify(found), /secret/);
    });
  }

  describe('on a host where the forge lives in a folder', () => {
    const inFolder = new Map<string, ForgeKind>([
      ['acme.example/git', 'gitea'],
      ['acme.example/git/more', 'gitlab'],
      ['dc.example/bitbucket/', 'bitbucket-server'],
      ['review.example/r', 'gerrit'],
      ['two.example', 'github'],
      ['two.example/lab', 'gitlab'],
    ]);
    const cases: readonly (readonly [string, string | null])[] = [
      ['https://acme.example/git/acme/shop.git', 'gitea https://acme.example/git acme/shop'],
      ['https://acme.example:8443/git/acme/shop', 'gitea https://acme.example:8443/git acme/shop'],
      ['https://acme.example/git/more/acme/tools/shop', 'gitlab https://acme.example/git/more acme/tools/shop'],
      // What is elsewhere on that host is not that forge.
      ['https://acme.example/gitten/acme/shop', 'unknown https://acme.example gitten/acme/shop'],
      ['https://acme.example/git', 'unknown https://acme.example git'],
      ['git@acme.example:acme/shop.git', 'gitea https://acme.example/git acme/shop'],
      ['https://dc.example/bitbucket/scm/SHOP/shop.git', 'bitbucket-server https://dc.example/bitbucket SHOP/shop'],
      ['ssh://git@dc.example:7999/SHOP/shop.git', 'bitbucket-server https://dc.example/bitbucket SHOP/shop'],
      ['https://review.example/r/a/acme/shop', 'gerrit https://review.example/r acme/shop'],
      ['git@two.example:acme/shop.git', 'github https://two.example acme/shop'],
      ['https://two.example/lab/acme/shop', 'gitlab https://two.example/lab acme/shop'],
      ['https://two.example/labs/shop', 'github https://two.example labs/shop'],
    ];
    for (const [address, expected] of cases)
      it(`is read: ${address}`, () => {
        const found = parseRemote(address, { hosts: inFolder })!;
        assert.equal(`${found.kind} ${found.site} ${found.path}`, expected);
      });
  });

  for (const address of none) {
    it(`leads to no forge: ${address}`, () => assert.equal(parseRemote(address, { rewrites: [] }), null));
  }
});

describe('the page of a new request', () => {
  const pages: readonly (readonly [from: string, into: string, page: string | null])[] = [
    ['https://github.com/acme/shop', '', 'https://github.com/acme/shop/compare/main...fix/a%23b%20%26c?expand=1'],
    [
      'https://github.com/zoe/shop',
      'https://github.com/acme/shop',
      'https://github.com/acme/shop/compare/main...zoe:fix/a%23b%20%26c?expand=1',
    ],
    [
      'git@gitlab.com:acme/web/shop.git',
      '',
      'https://gitlab.com/acme/web/shop/-/merge_requests/new?merge_request%5Bsource_branch%5D=fix%2Fa%23b%20%26c&merge_request%5Btarget_branch%5D=main',
    ],
    ['https://git.mine.example/zoe/shop', '', 'https://git.mine.example/zoe/shop/compare/main...fix/a%23b%20%26c'],
    [
      'https://codeberg.org/zoe/shop',
      'https://codeberg.org/acme/shop',
      'https://codeberg.org/acme/shop/compare/main...zoe:fix/a%23b%20%26c',
    ],
    [
      'https://bitbucket.org/acme/shop',
      '',
      'https://bitbucket.org/acme/shop/pull-requests/new?source=fix%2Fa%23b%20%26c&dest=main',
    ],
    [
      'https://bitbucket.org/zoe/shop',
      'https://bitbucket.org/acme/shop',
      'https://bitbucket.org/zoe/shop/pull-requests/new?source=fix%2Fa%23b%20%26c&dest=acme%2Fshop%3A%3Amain',
    ],
    [
      'https://acme.example/bitbucket/scm/WEB/shop.git',
      '',
      'https://acme.example/bitbucket/projects/WEB/repos/shop/pull-requests?create&sourceBranch=refs%2Fheads%2Ffix%2Fa%23b%20%26c&targetBranch=refs%2Fheads%2Fmain',
    ],
    [
      'git@ssh.dev.azure.com:v3/acme/Web%20Site/shop',
      '',
      'https://dev.azure.com/acme/Web%20Site/_git/shop/pullrequestcreate?sourceRef=fix%2Fa%23b%20%26c&targetRef=main',
    ],
    ['ssh://ana@review.acme.example:29418/shop', '', null],
    ['git@work:web/shop.git', '', null],
  ];
  for (const [from, into, page] of pages) {
    it(`is ${page ?? 'none'}`, () => {
      const source = { remote: remote(from), branch: 'fix/a#b &c' };
      assert.equal(newRequestPage(source, { remote: remote(into === '' ? from : into), branch: 'main' }), page);
    });
  }
});

describe('a push to Gerrit', () => {
  it('asks those whose addresses can be written', () => {
    assert.deepEqual(gerritPush('origin', 'main', ['ana@acme.example', 'b+c@acme.example', 'x,y@z', "o'k@z", 'a@{b']), {
      line: 'git push origin HEAD:refs/for/main%r=ana@acme.example,r=b+c@acme.example',
      left: ['x,y@z', "o'k@z", 'a@{b'],
    });
    assert.equal(gerritPush('origin', 'main', []).line, 'git push origin HEAD:refs/for/main');
    assert.equal(gerritPush("it's", 'a$b', []).line, `git push 'it'\\''s' 'HEAD:refs/for/a$b'`);
  });
});
