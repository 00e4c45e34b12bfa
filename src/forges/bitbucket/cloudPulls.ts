/** Reads pull requests of Bitbucket in the cloud. Source: *Pullrequests* of its REST API. */
import type { OpenRequest, RequestState, Review } from '../forge';
import type { Fields } from '../shape';
import { aliasesOf, handlesOf, uuidOf } from './cloudPeople';

export function readPull(pull: Fields): OpenRequest {
  const author = pull.fieldsOrNull('author');
  return pullOf(pull, author === null ? null : (handlesOf([author]).get(uuidOf(author)) ?? null));
}

function pullOf(pull: Fields, author: string | null): OpenRequest {
  const source = pull.fields('source');
  return {
    number: pull.number('id'),
    title: pull.text('title'),
    url: pull.fields('links').fields('html').text('href'),
    author,
    isDraft: pull.flag('draft'),
    from: {
      project: source.fieldsOrNull('repository')?.text('full_name') ?? null,
      branch: source.fields('branch').text('name'),
      commit: source.fieldsOrNull('commit')?.text('hash') ?? null,
    },
    into: { branch: pull.fields('destination').fields('branch').text('name') },
  };
}

export function readState(pull: Fields): RequestState {
  const author = pull.fieldsOrNull('author');
  const reviewers = pull.list('reviewers');
  const participants = pull.list('participants');
  const accounts = [
    ...(author === null ? [] : [author]),
    ...reviewers,
    ...participants.map((one) => one.fields('user')),
  ];
  const handles = handlesOf(accounts);
  const handleOf = (account: Fields): string => handles.get(uuidOf(account)) ?? uuidOf(account);
  const reviews = participants.flatMap((one) => readReview(one, handleOf(one.fields('user'))));
  return {
    request: pullOf(pull, author === null ? null : handleOf(author)),
    requested: reviewers.map(handleOf).filter((handle) => !reviews.some((one) => one.handle === handle)),
    requestedTeams: [],
    reviews,
    aliases: aliasesOf(accounts, handles),
  };
}

/** Who only said something takes part as well, and was not asked by that. */
function readReview(participant: Fields, handle: string): readonly Review[] {
  const state = participant.textOrNull('state');
  if (participant.flag('approved') || state === 'approved') return [{ handle, verdict: 'approved', commit: null }];
  return state === 'changes_requested' ? [{ handle, verdict: 'changes-requested', commit: null }] : [];
}
