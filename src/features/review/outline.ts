/** The tree of the view *Review*: which rows there are beneath which. */
import {
  alsoText,
  knowsText,
  notAskedText,
  uncoveredText,
  undecidedText,
  visible,
  whyText,
  type Knows,
  type PathHolder,
  type Today,
} from '../../core';
import type { Sight } from '../../host/forge/sight';
import type { ReadyReview, Review } from '../../host/review/review';
import {
  askedFor,
  knowingOf,
  type FactNode,
  type FileNode,
  type Part,
  type PersonNode,
  type PartNode,
  type RequestNode,
  type RequirementNode,
  type ReviewNode,
} from './nodes';
import { whyItApplies } from './applies';
import { requestRows } from './requestRows';

const parts: readonly Part[] = ['ask', 'attention', 'areas', 'reviews', 'checklists', 'also', 'not-asked'];

/** More rows than these are no help beneath one. */
const mostRows = 500;

/** What is known of the request of a review; `undefined`: nothing. */
export type SightOf = (review: ReadyReview) => Sight | undefined;

const nothing: SightOf = () => undefined;

/** The top of the tree; of several repositories one row each. */
export function topNodes(reviews: readonly Review[], today: Today, sightOf = nothing): readonly ReviewNode[] {
  const [only] = reviews;
  if (only !== undefined && reviews.length === 1) return partsOf(only, today, sightOf);
  return reviews.map((review) => ({ kind: 'repository', id: review.repository.base.toString(), review }));
}

/** What is beneath a row. `today` is the day of whoever looks at it. */
export function childNodes(node: ReviewNode, today: Today, sightOf = nothing): readonly ReviewNode[] {
  switch (node.kind) {
    case 'repository':
      return partsOf(node.review, today, sightOf);
    case 'request': {
      const { sight, review, id } = node;
      const rows = requestRows(sight, review, today);
      return limited(
        id,
        rows.map((row, at) => ({ kind: 'request-row', id: `${id}/${at}`, review, row })),
      );
    }
    case 'part':
      return limited(node.id, inPart(node, today));
    case 'person':
      return personFacts(node, today);
    case 'requirement':
      return limited(node.id, requirementRows(node, today));
    case 'checklist': {
      const { aor, review, id } = node;
      return [
        ...(aor.guide === null ? [] : [{ kind: 'guide', id: `${id}/guide`, review, target: aor.guide } as const]),
        ...aor.checklist.map((text, at) => ({ kind: 'tick', id: `${id}/${at}`, review, aor, text }) as const),
      ];
    }
    default:
      return [];
  }
}

const rootOf = ({ repository }: Review): string => repository.base.toString();

function partsOf(review: Review, today: Today, sightOf: SightOf): readonly ReviewNode[] {
  if (review.kind !== 'ready') return [];
  const shown = parts
    .map((part): PartNode => ({ kind: 'part', id: `${rootOf(review)}/${part}`, review, part }))
    .filter((node) => inPart(node, today).length > 0);
  // Where nobody is to be asked, nobody wonders what the forge says.
  const sight = shown.length === 0 ? undefined : sightOf(review);
  if (sight === undefined) return shown;
  const request: RequestNode = { kind: 'request', id: `${rootOf(review)}/request ${sight.kind}`, review, sight };
  return [request, ...shown];
}

function inPart(node: PartNode, today: Today): readonly ReviewNode[] {
  const { review, part, id } = node;
  const { suggestion } = review;
  const fact = factMaker(review, id);
  switch (part) {
    case 'ask':
      return suggestion.ask.map((ask) => ({ kind: 'person', id: `${id}/${ask.person.id}`, review, ask }));
    case 'attention':
      return [
        ...suggestion.undecided.map((one) =>
          fact('question', one.aor.title, `undecided: ${undecidedText(one)}`, one.aor),
        ),
        ...suggestion.uncovered.map((one) =>
          one.kind === 'path'
            ? file(review, id, one.path, `unowned`)
            : fact('warning', one.requirement.aor.title, uncoveredText(one, { today }), one.requirement.aor),
        ),
        ...knowingOf(review, null).map((knows) =>
          fact('lightbulb', `${knows.knower.name} knows what is unowned`, knowsReason(knows), null),
        ),
      ];
    case 'checklists':
      return suggestion.checklists.map(({ aor }) => ({ kind: 'checklist', id: `${id}/${aor.id}`, review, aor }));
    case 'areas':
    case 'reviews':
      return suggestion.requirements
        .filter(({ level }) => (level === 'area') === (part === 'areas'))
        .map((requirement) => ({ kind: 'requirement', id: `${id}/${requirement.aor.id}`, review, requirement }));
    case 'also':
      return [
        ...suggestion.also.map((one) => fact('info', one.requirement.aor.title, alsoText(one), one.requirement.aor)),
        ...review.moves.map(({ path, before, after }) =>
          file(review, id, path, visible(`moved from ${holderText(before)} to ${holderText(after)}`)),
        ),
      ];
    case 'not-asked':
      return suggestion.notAsked.map((one) => {
        const who = one.person?.name ?? one.id ?? 'Nobody';
        return fact('circle-slash', who, `${one.aor.title}: ${notAskedText(one, { today })}`, one.aor);
      });
  }
}

const file = (review: ReadyReview, above: string, path: string, description: string): FileNode => ({
  ...{ kind: 'file', id: `${above}/${path}`, review, path, description },
});

/** Facts beneath a row, numbered in the order they are made. */
function factMaker(review: ReadyReview, above: string) {
  let count = 0;
  return (icon: string, label: string, description: string, aor: FactNode['aor']): FactNode => ({
    ...{ kind: 'fact', id: `${above}/fact ${count++}`, review, icon, aor },
    ...{ label: visible(label), description: visible(description) },
  });
}

function personFacts({ ask, review, id }: PersonNode, today: Today): readonly ReviewNode[] {
  const fact = factMaker(review, id);
  const warnings = ask.warnings.map((code) =>
    fact('warning', notAskedText({ person: ask.person, code }, { today }), 'nobody else can be asked', null),
  );
  return [
    ...ask.for.map((covered) => fact('law', whyText(covered, { today }), '', covered.requirement.aor)),
    ...warnings,
  ];
}

function requirementRows({ requirement, review, id }: RequirementNode, today: Today): readonly ReviewNode[] {
  const fact = factMaker(review, id);
  const { aor, level, files } = requirement;
  const asked = askedFor(review, requirement);
  const covered = asked?.for.find((one) => one.requirement.aor.id === aor.id);
  return [
    ...(level === 'area' ? [] : [fact('info', whyItApplies(requirement), '', aor)]),
    ...(asked === undefined || covered === undefined
      ? []
      : [fact('account', asked.person.name, whyText(covered, { today }), aor)]),
    ...knowingOf(review, aor).map((knows) =>
      fact('lightbulb', `${knows.knower.name} also knows this`, knowsReason(knows), aor),
    ),
    ...files.map((path) => file(review, id, path, '')),
  ];
}

const holderText = ({ state, aor, owner }: PathHolder): string =>
  aor === null ? state : `${aor.title} · ${owner?.name ?? 'vacant'}`;

const knowsReason = (knows: Knows): string =>
  `${knowsText(knows)}${knows.person === null ? ', not in the ownership file' : ''}`;

/** No more rows than anybody reads. */
function limited(above: string, nodes: readonly ReviewNode[]): readonly ReviewNode[] {
  if (nodes.length <= mostRows) return nodes;
  return [...nodes.slice(0, mostRows), { kind: 'rest', id: `${above}/rest`, count: nodes.length - mostRows }];
}
