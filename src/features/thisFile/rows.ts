/** What the view says about a file. Pure. */
import {
  lineMap,
  visible,
  type Aor,
  type Decider,
  type Ownership,
  type OwnershipFile,
  type PathEntry,
  type Today,
} from '../../core';
import type { Answer } from '../../host/store';
import { aorRow, openAt, peopleRows, sharedRows, type RowPlace } from './people';
import { group, questionRows, reviewRows } from './reviewRows';
import { joined, row, type Row } from './row';

/** The rows for an answer; empty for what is nobody's file. `root`: URI of the base, without a final slash. */
export function thisFileRows(answer: Answer, root: string, today: Today): readonly Row[] {
  switch (answer.kind) {
    case 'elsewhere':
      return [];
    case 'no-file':
      return [
        row('state', 'question', 'No ownership file', { description: 'nothing says whose this is' }),
        action('Create ownership file', 'new-file', 'aor.createOwnershipFile', null),
      ];
    case 'unreadable':
      return [
        row('state', 'warning', 'Ownership file has errors', {
          description: visible(answer.repository.failure ?? 'it cannot be read, so nobody can be named'),
        }),
        openOwnershipFile,
      ];
    case 'ownership': {
      const { ownership, model, repository } = answer;
      const stale = [
        row('stale', 'warning', 'Ownership file has errors', {
          description: 'this is what it said when it could last be read',
        }),
        openOwnershipFile,
      ];
      const place = { file: model.file, root, today };
      return [...(repository.state === 'stale' ? stale : []), ...rowsOf(ownership, place)];
    }
  }
}

const action = (title: string, icon: string, command: string, argument: unknown): Row =>
  row(`action:${command}`, icon, title, { link: { kind: 'command', command, argument } });

const openOwnershipFile = action('Open ownership file', 'go-to-file', 'aor.openOwnershipFile', null);

function rowsOf(ownership: Ownership, place: RowPlace): readonly Row[] {
  return [...areaRows(ownership, place), ...reviewRows(ownership, place), ...alsoRows(ownership, place)];
}

function areaRows(ownership: Ownership, place: RowPlace): readonly Row[] {
  const { file, root } = place;
  switch (ownership.state) {
    case 'unowned':
      return [
        row('state', 'question', 'Unowned', {
          description: `no area of ${visible(file.sources[0].path)} matches this file`,
        }),
        openOwnershipFile,
      ];
    case 'exempt':
      return [
        row('state', 'dash', 'Exempt', { description: 'needs no owner' }),
        ruleRow(ownership.rule, file, root, ''),
      ];
    case 'shared':
      return [
        aorRow(ownership.aor, 'area', place, { description: 'CODEOWNERS' }),
        ...sharedRows(ownership.aor, place),
        ruleRow(ownership.rule, file, root, ownership.also[0] === undefined ? '' : decided(ownership.also[0].lost)),
      ];
    case 'owned':
    case 'vacant': {
      const { aor, rule, also } = ownership;
      const owner = ownership.state === 'owned' ? ownership.owner : null;
      const questions = questionRows(aor, 'questions', place);
      return [
        aorRow(aor, 'area', place, about(aor, place)),
        ...peopleRows(aor, owner, place),
        ruleRow(rule, file, root, also[0] === undefined ? '' : decided(also[0].lost)),
        ...group('questions', 'Before you ask', questions, false),
      ];
    }
  }
}

/** Whose team it belongs to, and how it is doing where that is not well. */
function about({ title, teams, status }: Aor, { file }: RowPlace): Partial<Row> {
  const names = teams.flatMap(({ id }) => file.teams.get(id)?.name ?? []).map(visible);
  const description = joined(...names, status === 'amber' || status === 'red' ? `status ${status}` : null);
  return { description, spoken: joined(`area ${visible(title)}`, description) };
}

/** The glob that decided, one click away. */
function ruleRow({ glob, at }: PathEntry, file: OwnershipFile, root: string, by: string): Row {
  const place = placeOf(file, at);
  const spoken = `decided by ${visible(glob.text)}, ${[place, by].filter((part) => part !== '').join(', ')}`;
  const description = joined('decides', place, by);
  return row('rule', 'law', visible(glob.text), { description, spoken, link: openAt(root, at) });
}

function alsoRows({ also }: Ownership, place: RowPlace): readonly Row[] {
  const rows = also.map(({ aor, entry, lost }) =>
    aorRow(aor, `also:${aor.id}`, place, {
      description: joined(visible(entry.glob.text), `lost ${decided(lost)}`),
      spoken: `area ${visible(aor.title)}, matches with ${visible(entry.glob.text)}, lost ${decided(lost)}`,
      link: openAt(place.root, entry.at),
    }),
  );
  return group('also', 'Other areas that match', rows, false).map((one) => ({ ...one, icon: 'layers' }));
}

function decided(by: Decider): string {
  switch (by.kind) {
    case 'priority':
      return 'by priority';
    case 'segment':
      return `at segment ${by.number}`;
    case 'id':
      return 'by the order of ids';
    case 'order':
      return 'to a later line';
  }
}

function placeOf({ sources }: OwnershipFile, at: PathEntry['at']): string {
  const text = sources.find(({ path }) => path === at.file)?.text;
  const line = text === undefined ? '' : `:${lineMap(text).positionAt(at.start).line + 1}`;
  return visible(at.file) + line;
}
