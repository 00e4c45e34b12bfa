import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ForgeKind } from '../../../src/core';
import { readRoute } from '../../../src/node/route';
import { isolated } from '../../isolatedGit';

describe('the route of a change', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'aor-route-')));
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: folder, env: isolated }).toString();
  const hosts = new Map<string, ForgeKind>([['ghe.acme.example', 'github']]);

  async function route(branch: string | null, ref = 'origin/main'): Promise<string | undefined> {
    const head = { commit: null, branch, dirty: false };
    const found = await readRoute(folder, { head, base: { ref, commit: '' } }, hosts);
    const text = ({ remote, branch: name }: NonNullable<typeof found>['from']): string =>
      `${remote.kind} ${remote.host} ${remote.path} ${name}`;
    return found && `${text(found.from)} → ${text(found.into)}, ${found.remoteName}, ${found.unpushed}`;
  }

  before(() => {
    git('init', '--quiet', '--initial-branch=main');
    git('commit', '--quiet', '--allow-empty', '--message=Start');
  });
  after(() => rmSync(folder, { recursive: true }));

  it('is none without a remote, a branch or a base', async () => {
    assert.equal(await route('work'), undefined);
    git('remote', 'add', 'origin', 'work:shop.git');
    assert.equal(await route(null), undefined);
    assert.equal(
      await readRoute(folder, { head: { commit: null, branch: 'a', dirty: false }, base: null }, hosts),
      undefined,
    );
    assert.equal(await route('main'), undefined);
  });

  it('follows what git makes of addresses', async () => {
    git('config', 'url.ssh://git@ghe.acme.example:2222/acme/.insteadOf', 'work:');
    assert.equal(
      await route('fix/a'),
      'github ghe.acme.example acme/shop fix/a → github ghe.acme.example acme/shop main, origin, null',
    );
  });

  it('leads from a fork into what it was forked from, with the name the branch has there', async () => {
    git('remote', 'add', 'mine', 'https://zoe:secret@github.com/zoe/shop.git');
    git('remote', 'add', 'upstream', 'https://github.com/acme/shop');
    git('switch', '--quiet', '--create', 'here');
    git('config', 'branch.here.remote', 'mine');
    git('config', 'branch.here.merge', 'refs/heads/there');
    git('config', 'remote.mine.fetch', '+refs/heads/*:refs/remotes/mine/*');
    git('update-ref', 'refs/remotes/mine/there', 'HEAD');
    const found = await route('here', 'upstream/main');
    assert.equal(found, 'github github.com zoe/shop there → github github.com acme/shop main, upstream, 0');
    git('commit', '--quiet', '--allow-empty', '--message=More');
    assert.match((await route('here', 'upstream/main')) ?? '', /main, upstream, 1$/);
  });

  it('of Gerrit may begin on the branch it leads into', async () => {
    git('remote', 'set-url', 'origin', 'ssh://zoe@review.acme.example:29418/acme/shop');
    assert.equal(
      await route('main'),
      'gerrit review.acme.example acme/shop main → gerrit review.acme.example acme/shop main, origin, null',
    );
    git('remote', 'set-url', 'origin', 'https://github.com/acme/shop');
    assert.equal(await route('main'), undefined);
  });
});
