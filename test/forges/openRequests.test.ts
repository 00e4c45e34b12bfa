/** What the view of open requests sees through a real client of GitLab, whose list names whoever was asked. */
import assert from 'node:assert/strict';
import './onlyLoopback';
import { parseRemote, type Person } from '../../src/core';
import { gitlabClient, gitlabToken } from '../../src/forges';
import { isAskedIn } from '../../src/host/forge/openRequestsPeople';
import { seeOpenRequests, type KnownPaths } from '../../src/host/forge/openRequestsSight';
import { project, StandIn } from './gitlab/standIn';

const remote = parseRemote(`https://gitlab.com/${project}`)!;
const ana = { id: 'ana', name: 'Ana', emails: [], handles: new Map([['gitlab', 'Ana']]) } as unknown as Person;

describe('open requests of GitLab', () => {
  const standIn = new StandIn();
  let api: string;

  before(async () => {
    api = await standIn.start();
  });
  after(() => standIn.stop());

  it('wait for those who are asked and have not reviewed, and cost few calls a second time', async () => {
    standIn.reset();
    const files = [['pay/old.ts', 'pay/new.ts'] as const];
    standIn.addRequest({ reviewers: ['ana'], approvedBy: ['ana'], files });
    standIn.addRequest({ reviewers: ['ana', 'ben'], files, sha: 'b'.repeat(40) });
    standIn.addRequest({ reviewers: ['ana'], states: new Map([['ana', 'requested_changes']]), sha: 'c'.repeat(40) });
    standIn.addRequest({ author: 'ana', sha: 'd'.repeat(40) });
    const known: KnownPaths = new Map();
    const token = gitlabToken({ kind: 'gitlab', host: 'gitlab.com', api }, 'good');
    const look = () => {
      const { signal } = new AbortController();
      const client = gitlabClient(token, remote, { secondMs: 2 });
      return seeOpenRequests({ client, remote, me: ana, prefix: '', known, signal, listed: () => undefined });
    };
    const drawn = (await look()).requests.map(({ request, paths }) => [
      request.number,
      isAskedIn(ana, request, remote),
      paths,
    ]);
    const paths = ['pay/new.ts', 'pay/old.ts'];
    assert.deepEqual(drawn, [
      [1, false, paths],
      [2, true, paths],
      [3, false, []],
    ]);
    const before = standIn.seen.length;
    await look();
    const again = standIn.seen.slice(before).map(({ path }) => path);
    assert.ok(!again.some((path) => path.includes('diffs')), again.join(' '));
    // The list, and of each of three that name her what is there, what reviewers did, and the approvals.
    assert.equal(again.length, 1 + 3 * 3);
  });
});
