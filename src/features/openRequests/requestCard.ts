/** The tooltip of an open request: whose it is, who is asked, and what it touches of the user's, as Markdown. */
import { code, filesText, plain, rungInWords, type Person, type TouchedAor } from '../../core';
import { requestName } from '../../forges';
import { authorAmong, isAskedIn } from '../../host/forge/openRequestsPeople';
import { ageText } from './age';
import type { RequestNode } from './nodes';

/** No more people than these are named. */
const mostNamed = 10;

/** `now`: ms since 1970. Text of the forge is escaped. */
export function requestCard(node: RequestNode, now: number): string {
  const { request, isComplete, paths } = node.seen;
  const age = ageText(request.updated, now);
  const facts = [
    ...(request.isDraft ? ['Draft'] : []),
    `by ${plain(authorText(node))}`,
    `into ${code(request.into.branch)}`,
    ...(age === '' ? [] : [`changed ${age}`]),
  ];
  return [
    `**${plain(`${requestName(node.remote.kind, request.number)} ${request.title}`)}**`,
    facts.join(', '),
    askedText(node),
    ...(node.touched.length === 0 ? [] : ['Of yours it touches:', node.touched.map(touchedLine).join('\n')]),
    ...(paths === null ? ['Which files it changes is not known.'] : []),
    ...(paths !== null && !isComplete ? ['The forge lists only some of its files.'] : []),
  ].join('\n\n');
}

/** `Payments (owner): 3 files`. */
const touchedLine = (touched: TouchedAor): string =>
  `- ${plain(touched.aor.title)} (${rungInWords[touched.as]}): ${touchedFacts(touched).join(', ')}`;

/** How much of an AOR is touched, and whether that is sure. */
export const touchedFacts = ({ files, isCertain }: TouchedAor): readonly string[] => [
  filesText(files.length),
  ...(isCertain ? [] : ['if its conditions hold']),
];

const peopleOf = ({ repository }: RequestNode): readonly Person[] => [
  ...(repository.model?.file.people.values() ?? []),
];

/** Who opened a request: their name, else `@handle`. Untrusted. */
export function authorText(node: RequestNode): string {
  const { request } = node.seen;
  const person = authorAmong(peopleOf(node), request, node.remote);
  return person?.name ?? (request.author === null ? 'somebody whose account is gone' : `@${request.author}`);
}

function askedText(node: RequestNode): string {
  const { request } = node.seen;
  const people = peopleOf(node);
  const names = request.requested.slice(0, mostNamed).map((handle) => {
    const person = people.find((one) => isAskedIn(one, { ...request, requested: [handle] }, node.remote));
    return plain(person?.name ?? `@${handle}`);
  });
  const rest = request.requested.length - names.length;
  if (names.length === 0) return 'Nobody is asked.';
  return `Asked: ${names.join(', ')}${rest > 0 ? `, and ${rest} more` : ''}`;
}
