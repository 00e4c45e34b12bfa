import { strict as assert } from 'node:assert';
import { compileRules, loadOwnership, parseRemote } from '../../../src/core';
import type { ListedRequest } from '../../../src/forges';
import { ageText } from '../../../src/features/openRequests/age';
import type { OpenNode, ShownRepository } from '../../../src/features/openRequests/nodes';
import { childNodes, topNodes, waitingCount } from '../../../src/features/openRequests/outline';
import { authorText, requestCard } from '../../../src/features/openRequests/requestCard';
import { stateText } from '../../../src/features/openRequests/stateText';
import type { OpenSight } from '../../../src/host/forge/openRequests';
import type { SeenRequest } from '../../../src/host/forge/openRequestsSight';
import { memorySource } from '../memorySource';

const text = `version: 1
people:
  zoe: { name: Zoe Park, handles: { github: zoe } }
  ana: { name: "Ana *Ruiz*", handles: { github: ana }, away: [{ from: 2026-06-01, cover: zoe }] }
  eve: { name: Eve Moss }
aors:
  search: { title: Search, owner: zoe, paths: [search] }
  pay: { title: Payments, owner: ana, paths: [pay] }
  secrets: { title: Secrets, kind: review, owner: zoe, paths: [pay], content: token }
`;
const today = { day: '2026-06-15' };
const now = Date.parse('2026-06-15T12:00:00Z');
const remote = parseRemote('https://github.com/acme/shop')!;

const requestOf = (number: number, more: Partial<ListedRequest> = {}): ListedRequest => ({
  ...{ number, title: `Change ${number}`, url: `https://github.com/acme/shop/pull/${number}`, author: 'ana' },
  ...{ isDraft: false, from: { project: null, branch: 'b', commit: null }, into: { branch: 'main' } },
  ...{ requested: [], updated: '2026-06-12T10:00:00Z' },
  ...more,
});

const seenOf = (number: number, paths: readonly string[] | null, more: Partial<ListedRequest> = {}): SeenRequest => ({
  ...{ request: requestOf(number, more), paths, isComplete: paths !== null },
});

type Seen = Extract<OpenSight, { readonly kind: 'seen' }>;
const sightOf = (requests: readonly SeenRequest[], more: Partial<Seen> = {}): Seen => ({
  ...{ kind: 'seen', remote, requests, isCut: false, trouble: null },
  ...more,
});

async function shownOf(sight: OpenSight | undefined, me: string | null = 'zoe', base = '/shop') {
  const loaded = await loadOwnership(memorySource({ 'aor.yaml': text }), null);
  assert.ok(loaded.kind === 'loaded');
  const model = { file: loaded.file, index: compileRules(loaded.file) };
  const repository = { base: { path: base, toString: () => `file://${base}` }, state: 'ok', model };
  return { repository, sight, me: loaded.file.people.get(me ?? '') ?? null } as unknown as ShownRepository;
}

function nodesOf(...all: readonly ShownRepository[]): readonly OpenNode[] {
  const steps = topNodes(all, today);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const nameOf = (node: OpenNode): string => {
  switch (node.kind) {
    case 'repository':
      return node.shown.repository.base.path;
    case 'group':
      return node.group;
    case 'request':
      return `#${node.seen.request.number}`;
    case 'aor':
      return `${node.touched.aor.title} as ${node.touched.as}`;
    case 'file':
      return node.path;
    case 'note':
      return [node.label, node.description, node.command?.command].filter(Boolean).join(' | ');
  }
};

const drawn = (nodes: readonly OpenNode[], depth = 0): string[] =>
  nodes.flatMap((node) => [`${'  '.repeat(depth)}${nameOf(node)}`, ...drawn(childNodes(node), depth + 1)]);

describe('the view of open requests', () => {
  it('has what waits for the user, then what touches their AORs, each with the files, in the order of the forge', async () => {
    const sight = sightOf([
      seenOf(9, ['README.md']),
      seenOf(8, ['search/b', 'search/a', 'README.md']),
      seenOf(7, ['README.md'], { requested: ['ana', 'ZOE'] }),
      seenOf(6, ['pay/a']),
      seenOf(5, ['search/a'], { requested: ['zoe'] }),
    ]);
    const shown = await shownOf(sight);
    assert.deepEqual(drawn(nodesOf(shown)), [
      'waiting',
      '  #7',
      '  #5',
      '    Search as owner',
      '      search/a',
      'touching',
      '  #8',
      '    Search as owner',
      '      search/a',
      '      search/b',
      '  #6',
      '    Secrets as owner',
      '      pay/a',
      '    Payments as cover',
      '      pay/a',
    ]);
    assert.equal(waitingCount([shown, shown]), 4);
  });

  it('shows what waits before its files are known, and nothing that only may touch', async () => {
    const sight = sightOf([seenOf(2, null, { requested: ['zoe'] }), seenOf(1, null)]);
    assert.deepEqual(drawn(nodesOf(await shownOf(sight))), ['waiting', '  #2']);
  });

  it('says what keeps it from being the whole truth', async () => {
    const partly = { ...seenOf(3, ['README.md']), isComplete: false };
    const sight = sightOf([partly, seenOf(2, ['search/a'])], { isCut: true, trouble: 'The forge\u202e refuses.' });
    assert.deepEqual(drawn(nodesOf(await shownOf(sight))).slice(4), [
      'The forge\\u{202E} refuses.',
      'Not all files are known | of #3: the forge lists only some',
      'Only the 50 requests that changed last are looked at',
    ]);
    assert.deepEqual(drawn(nodesOf(await shownOf(sightOf([]), 'eve'))), [
      'What waits for you is not known | the ownership file has no handle of yours for github.com | aor.openOwnershipFile',
    ]);
  });

  it('leads on where there is nothing to see yet', async () => {
    assert.deepEqual(drawn(nodesOf(await shownOf({ kind: 'signed-out', remote }))), [
      'Sign in to github.com | to see what waits for you there | aor.signIn',
    ]);
    assert.deepEqual(drawn(nodesOf(await shownOf({ kind: 'unknown-user', text: 'Nobody knows.' }, null))), [
      'Say who you are | Nobody knows. | workbench.action.openSettings',
    ]);
    const failed = { kind: 'failed', remote, text: 'No.' } as const;
    assert.deepEqual(drawn(nodesOf(await shownOf({ ...failed, failure: 'refused' }))), ['No.']);
    assert.deepEqual(drawn(nodesOf(await shownOf({ ...failed, failure: 'sign-in' }))), [
      'No. | click to sign out | aor.signOut',
    ]);
    for (const sight of [undefined, { kind: 'no-git' }, { kind: 'no-forge' }] as const)
      assert.deepEqual(drawn(nodesOf(await shownOf(sight))), []);
  });

  it('has a row for each of several repositories', async () => {
    const sight = sightOf([seenOf(1, ['search/a'], { requested: ['zoe'] })]);
    const all = [await shownOf(sight, 'zoe', '/a'), await shownOf({ kind: 'no-forge' }, 'zoe', '/b')];
    assert.deepEqual(drawn(nodesOf(...all)), [
      '/a',
      '  waiting',
      '    #1',
      '      Search as owner',
      '        search/a',
      '/b',
    ]);
    const ids = (nodes: readonly OpenNode[]): string[] => nodes.flatMap((node) => [node.id, ...ids(childNodes(node))]);
    const found = ids(nodesOf(...all));
    assert.equal(new Set(found).size, found.length);
    // Else the editor would keep the row closed that had nothing to open.
    const before = nodesOf(await shownOf(undefined, 'zoe', '/a'), await shownOf(undefined, 'zoe', '/b'));
    assert.notEqual(before[0]?.id, found[0]);
    assert.equal(before[1]?.id, found.at(-1));
  });

  it('shows no more than 500 files of an AOR', async () => {
    const paths = Array.from({ length: 1000 }, (_, at) => `search/${at}`);
    const lines = drawn(nodesOf(await shownOf(sightOf([seenOf(1, paths)]))));
    assert.equal(lines.length, 3 + 500 + 1);
    assert.equal(lines.at(-1), '      500 more');
  });

  it('has a sentence where it has no row', () => {
    const said = (sight: OpenSight | undefined, isLooking = false, isBare = true) =>
      stateText(sight, { isLooking, isBare });
    assert.equal(said(undefined), '');
    assert.equal(said(undefined, true), 'Looking for open requests…');
    assert.equal(said(sightOf([]), true), 'Looking for open requests…');
    assert.equal(said(sightOf([])), 'No open request waits for you or touches your AORs.');
    assert.equal(said(sightOf([]), false, false), '');
    assert.match(said({ kind: 'no-git' }), /^Git is not run here/);
    assert.match(said({ kind: 'no-forge' }), /^No remote leads to a forge/);
    assert.match(said({ kind: 'broken' }), /^The open requests could not be looked at/);
    assert.equal(said({ kind: 'signed-out', remote }), '');
  });
});

describe('the tooltip of an open request', () => {
  async function requestNode(seen: SeenRequest) {
    const [group] = nodesOf(await shownOf(sightOf([seen])));
    const [node] = group === undefined ? [] : childNodes(group);
    assert.ok(node?.kind === 'request');
    return node;
  }

  it('says whose it is, who is asked, and what it touches, and takes no Markdown from anybody', async () => {
    const more = { title: 'Pay [here](https://evil.example)', isDraft: true, requested: ['zoe', 'mei'] };
    const node = await requestNode(seenOf(12, ['pay/a', 'pay/b'], more));
    assert.equal(
      requestCard(node, now),
      [
        '**\\#12 Pay \\[here\\]\\(https\\:\\/\\/evil\\.example\\)**',
        'Draft, by Ana \\*Ruiz\\*, into `main`, changed 3 days ago',
        'Asked: Zoe Park, \\@mei',
        'Of yours it touches:',
        '- Secrets (owner): 2 files, if its conditions hold\n- Payments (cover for the owner): 2 files',
      ].join('\n\n'),
    );
  });

  it('calls the request as its forge does', async () => {
    const node = await requestNode(seenOf(12, ['pay/a']));
    const elsewhere = parseRemote('https://gitlab.com/acme/shop')!;
    assert.match(requestCard({ ...node, remote: elsewhere }, now), /^\*\*\\!12 Change 12\*\*/);
  });

  it('says what is not known', async () => {
    const node = await requestNode(seenOf(12, null, { requested: ['zoe'], author: null, updated: null }));
    assert.match(requestCard(node, now), /by somebody whose account is gone, into `main`\n/);
    assert.match(requestCard(node, now), /Which files it changes is not known\.$/);
    const partly = await requestNode({ ...seenOf(13, ['search/a']), isComplete: false });
    assert.match(requestCard(partly, now), /Nobody is asked\.[^]*The forge lists only some of its files\.$/);
    assert.equal(authorText(await requestNode(seenOf(1, ['search/a'], { author: 'mei' }))), '@mei');
  });
});

describe('the age of a request', () => {
  it('is told in the largest unit that fits', () => {
    const ages = ['2026-06-15T11:59:40Z', '2026-06-15T11:15:00Z', '2026-06-15T09:00:00Z', '2026-06-14T11:00:00Z'];
    const older = ['2026-06-12T10:00:00Z', '2026-05-30T10:00:00Z', '2026-04-01T10:00:00Z', '2024-01-01T00:00:00Z'];
    assert.deepEqual(
      [...ages, ...older].map((when) => ageText(when, now)),
      ['now', '45 minutes ago', '3 hours ago', 'yesterday', '3 days ago', '2 weeks ago', '2 months ago', '2 years ago'],
    );
  });

  it('is now for what is yet to come, and nothing where nobody knows', () => {
    assert.equal(ageText('2026-06-16T00:00:00Z', now), 'now');
    assert.equal(ageText(null, now), '');
    assert.equal(ageText('soon', now), '');
  });
});
