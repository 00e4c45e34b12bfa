/** Reads pull requests of Azure DevOps. Source: *Pull Requests, Get Pull Request*. */
import type { Remote } from '../../core';
import { ForgeError } from '../failure';
import type { OpenRequest, RequestState, Review, Verdict } from '../forge';
import type { Fields } from '../shape';
import { azureNames } from './api';
import { handleOf } from './people';

const branchOf = (ref: string): string => ref.replace(/^refs\/heads\//, '');

/** `remote`: where requests go to. */
export function readPull(pull: Fields, remote: Remote): OpenRequest {
  const number = pull.number('pullRequestId');
  const { above, project, repository } = azureNames(remote);
  const page = [...above, project].map(encodeURIComponent).join('/');
  const fork = pull.fieldsOrNull('forkSource')?.fields('repository') ?? null;
  return {
    number,
    title: pull.text('title'),
    url: `${remote.site}/${page}/_git/${encodeURIComponent(repository)}/pullrequest/${number}`,
    author: handleOf(pull.fields('createdBy')),
    isDraft: pull.flag('isDraft'),
    from: {
      project:
        fork === null ? remote.path : [...above, fork.fields('project').text('name'), fork.text('name')].join('/'),
      branch: branchOf(pull.text('sourceRefName')),
      commit: pull.fieldsOrNull('lastMergeSourceCommit')?.text('commitId') ?? null,
    },
    into: { branch: branchOf(pull.text('targetRefName')) },
  };
}

/** `learnt`: names that were looked up, lower case → id. */
export function readState(pull: Fields, remote: Remote, learnt: ReadonlyMap<string, string>): RequestState {
  const reviewers = pull.list('reviewers');
  const people = reviewers.filter((one) => !one.flag('isContainer'));
  const reviews = people.flatMap(readVote);
  const byId = new Map([pull.fields('createdBy'), ...people].map((one) => [idOf(one), handleOf(one)] as const));
  return {
    request: readPull(pull, remote),
    requested: people.map(handleOf).filter((handle) => !reviews.some((one) => one.handle === handle)),
    requestedTeams: reviewers.filter((one) => one.flag('isContainer')).map((one) => one.text('displayName')),
    reviews,
    aliases: new Map([
      ...byId,
      ...[...learnt].flatMap(([name, id]) => {
        const handle = byId.get(id);
        return handle === undefined ? [] : [[name, handle] as const];
      }),
    ]),
  };
}

export const idOf = (person: Fields): string => person.text('id').toLowerCase();

/** `approved with suggestions` approves; whoever waits for the author wants something changed. */
const verdicts: ReadonlyMap<number, Verdict> = new Map([
  [10, 'approved'],
  [5, 'approved'],
  [-5, 'changes-requested'],
  [-10, 'changes-requested'],
]);

function readVote(reviewer: Fields): readonly Review[] {
  const vote = reviewer.integer('vote');
  if (vote === 0) return [];
  const verdict = verdicts.get(vote);
  if (verdict === undefined)
    throw new ForgeError({ kind: 'malformed', what: 'vote of a reviewer is none that is known' });
  return [{ handle: handleOf(reviewer), verdict, commit: null }];
}
