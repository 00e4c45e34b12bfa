import { strict as assert } from 'node:assert';
import { parseRemote, type Suggestion } from '../../../src/core';
import { planRequest, type OpenRequest, type RequestState } from '../../../src/forges';
import { outcomeText } from '../../../src/features/requestReview/outcomeText';
import { plannedGroups, requestText } from '../../../src/features/requestReview/plannedRows';
import { requestRow, requestRows, stillToAsk } from '../../../src/features/review/requestRows';
import type { Sight } from '../../../src/host/forge/sight';
import type { ReadyReview } from '../../../src/host/review/review';
import { suggestionFor } from '../../forges/people';

const today = { day: '2026-06-15' };
const remote = parseRemote('https://github.com/acme/shop')!;

const request: OpenRequest = {
  ...{ number: 12, title: 'Charge once', url: 'https://github.com/acme/shop/pull/12', author: 'zoe', isDraft: false },
  ...{ from: { project: 'acme/shop', branch: 'work', commit: 'a'.repeat(40) }, into: { branch: 'main' } },
};
const stateOf = (more: Partial<RequestState> = {}): RequestState => ({
  ...{ request, requested: [], requestedTeams: [], reviews: [] },
  ...more,
});
const people = (): Promise<Suggestion> =>
  suggestionFor({ ana: '{ github: ana }', ben: '{ github: Ben }', kit: '{ gitlab: kit }' });
const drawn = (sight: Sight, suggestion: Suggestion): string[] => {
  const review = { suggestion } as ReadyReview;
  return [requestRow(sight, review), ...requestRows(sight, review, today)].map(
    ({ icon, label, description }) => `${icon} ${label}${description === '' ? '' : `: ${description}`}`,
  );
};

describe('the rows of a request', () => {
  it('tell who is asked, has reviewed, is missing, and why', async () => {
    const reviews = [{ handle: 'ana', verdict: 'approved', commit: null }] as const;
    const state = stateOf({ requested: ['mei'], requestedTeams: ['leads'], reviews });
    assert.deepEqual(drawn({ kind: 'one', remote, state }, await people()), [
      'git-pull-request #12 Charge once: 1 approved, 2 not asked yet',
      'warning KIT: The ownership file has no handle of KIT for github.com.',
      'circle-large-outline BEN: not asked yet · owner of Area of ben: 1 file',
      'pass ANA: has approved',
      'watch @mei: asked, has not reviewed yet · beside the suggestion',
      'organization leads: a team, asked beside the suggestion',
    ]);
  });

  it('take handles as the forge does, and mark a draft', async () => {
    const state = stateOf({ request: { ...request, isDraft: true }, requested: ['BEN', 'ana'] });
    assert.deepEqual(drawn({ kind: 'one', remote, state }, await people()), [
      'git-pull-request-draft #12 Charge once: draft, 2 asked, 1 not asked yet',
      'warning KIT: The ownership file has no handle of KIT for github.com.',
      'watch ANA: asked, has not reviewed yet',
      'watch BEN: asked, has not reviewed yet',
    ]);
  });

  it('have nobody twice whom the ownership file calls otherwise than the forge', async () => {
    const aliases = new Map([
      ['ana', '{11}'],
      ['ben', 'Benjamin'],
    ]);
    const reviews = [{ handle: 'Benjamin', verdict: 'approved', commit: null }] as const;
    const state = stateOf({ requested: ['{11}'], reviews, aliases });
    assert.deepEqual(drawn({ kind: 'one', remote, state }, await people()), [
      'git-pull-request #12 Charge once: 1 approved, 1 asked, 1 not asked yet',
      'warning KIT: The ownership file has no handle of KIT for github.com.',
      'watch ANA: asked, has not reviewed yet',
      'pass BEN: has approved',
    ]);
  });

  it('say what there is instead', async () => {
    const suggestion = await people();
    assert.deepEqual(drawn({ kind: 'signed-out', remote }, suggestion), [
      'sign-in Sign in to github.com: to see and ask reviewers there',
    ]);
    assert.deepEqual(drawn({ kind: 'none', remote }, suggestion), [
      'git-pull-request-create No open request: of this branch on github.com',
    ]);
    const other = { ...request, number: 13, title: 'Again\u202e', into: { branch: 'next' } };
    assert.deepEqual(drawn({ kind: 'several', remote, requests: [request, other] }, suggestion), [
      'git-pull-request 2 open requests: of this branch on github.com',
      'git-pull-request #12 Charge once: into main',
      'git-pull-request #13 Again\\u{202E}: into next',
    ]);
    assert.deepEqual(drawn({ kind: 'failed', remote, text: 'Nothing works.' }, suggestion), ['warning Nothing works.']);
  });
});

describe('who is still to be asked', () => {
  it('is everybody, less those who are in the request', async () => {
    const review = { suggestion: await people() } as ReadyReview;
    assert.deepEqual(stillToAsk(review, undefined), ['ana', 'ben', 'kit']);
    assert.deepEqual(stillToAsk(review, { kind: 'none', remote }), ['ana', 'ben', 'kit']);
    const state = stateOf({ requested: ['ana'], reviews: [{ handle: 'ben', verdict: 'commented', commit: null }] });
    assert.deepEqual(stillToAsk(review, { kind: 'one', remote, state }), ['kit']);
  });
});

describe('what is shown before anybody is asked', () => {
  it('has each person once, with what will become of them', async () => {
    const suggestion = await people();
    const state = stateOf({ requested: ['ana'] });
    const groups = plannedGroups(planRequest(suggestion.ask, state, 'github.com'), suggestion, today);
    assert.deepEqual(
      groups.map(({ title, rows }) => [
        title,
        ...rows.map(({ label, description, detail }) => [label, description, detail]),
      ]),
      [
        ['Will be asked', ['BEN', '@Ben', 'owner of Area of ben: 1 file']],
        ['There already', ['ANA', 'asked, has not reviewed yet', '']],
        ['Cannot be asked', ['KIT', '', 'The ownership file has no handle of KIT for github.com.']],
      ],
    );
    assert.equal(requestText('github', state.request), '#12 Charge once · work → main');
    assert.equal(requestText('gitlab', state.request), '!12 Charge once · work → main');
    assert.equal(requestText('gerrit', state.request), '12 Charge once · work → main');
  });
});

describe('what became of it', () => {
  it('is told of each person, in the words of the forge', async () => {
    const [ana, ben, kit] = (await people()).ask;
    const outcome = {
      people: [
        { ask: ana!, handle: 'ana', result: 'requested', words: null },
        { ask: ben!, handle: 'Ben', result: 'already-there', words: 'approved' },
        { ask: kit!, handle: 'kit', result: 'refused', words: 'Not a collaborator\u202e.' },
      ],
      lost: [{ handle: 'mei', words: 'One reviewer at most.' }],
      comment: null,
      commentTrouble: null,
    } as const;
    assert.equal(
      outcomeText(outcome, '#12'),
      'Asked to review #12: ANA. There already: BEN. Not asked: KIT (Not a collaborator\\u{202E}.) @mei was asked before, and is no longer: One reviewer at most.',
    );
  });
});
