import {
  backupsOf,
  holderSummary,
  lineMap,
  openRule,
  ownershipSummary,
  visible,
  type Aor,
  type CommandLink,
  type OwnershipCard,
  type OwnershipFile,
  type PathEntry,
  type Today,
} from '../../core';
import type { Answer } from '../../host/store';

/** One line of the answer; choosing it opens where the ownership file says so. */
export interface WhoOwnsItem {
  /** An icon of the editor. */
  readonly icon: string;
  /** Plain text from here on, which may hold anything. */
  readonly label: string;
  readonly description: string;
  readonly link: CommandLink;
}

export interface WhoOwnsList {
  readonly title: string;
  readonly facts: readonly WhoOwnsItem[];
}

/** What is known about the file: who, why, and what else applies. */
export function whoOwnsList(answer: Exclude<Answer, { kind: 'elsewhere' }>, root: string, today: Today): WhoOwnsList {
  if (answer.kind === 'no-file') return { title: 'No ownership file', facts: [] };
  if (answer.kind === 'unreadable') return { title: 'Ownership file has errors', facts: [] };
  const { ownership, model, repository } = answer;
  const { file } = model;
  const title = ownershipSummary(ownership, file, today);
  const isStale = repository.state === 'stale';
  const facts = [
    ...('aor' in ownership ? holders(file, ownership.aor, root, today) : []),
    ...('rule' in ownership ? [decision(file, ownership.rule, root)] : []),
    ...ownership.reviews.map((aor) => review(file, aor, root, today)),
  ];
  return { title: isStale ? `${title} · ownership file has errors` : title, facts };
}

function holders(file: OwnershipFile, aor: Aor, root: string, today: Today): WhoOwnsItem[] {
  const link = openRule(root, aor.at);
  if (aor.shared.length > 0)
    return aor.shared.map(({ id }) => {
      const isPerson = file.people.has(id);
      const description = isPerson ? 'owner' : 'team, not a person';
      return { icon: isPerson ? 'account' : 'organization', label: visible(id), description, link };
    });
  return [
    { icon: 'account', label: holderSummary(file, aor, today), description: `owner of ${aor.title}`, link },
    ...backupsOf(file, aor).map(({ name }) => ({ icon: 'account', label: visible(name), description: 'backup', link })),
  ];
}

function decision(file: OwnershipFile, { glob, at }: PathEntry, root: string): WhoOwnsItem {
  const text = file.sources.find(({ path }) => path === at.file)?.text ?? '';
  const line = lineMap(text).positionAt(at.start).line + 1;
  return {
    icon: 'law',
    label: visible(glob.text),
    description: `deciding rule, ${visible(at.file)}:${line}`,
    link: openRule(root, at),
  };
}

function review(file: OwnershipFile, aor: Aor, root: string, today: Today): WhoOwnsItem {
  return {
    icon: 'checklist',
    label: visible(aor.title),
    description: `review, ${aor.level} · ${holderSummary(file, aor, today)}`,
    link: openRule(root, aor.at),
  };
}

/** What can be done, without the question that is being answered. */
export const whoOwnsActions = ({ actions }: OwnershipCard): OwnershipCard['actions'] =>
  actions.filter(({ link }) => link.command !== 'aor.whoOwns');
