/** `bad-id`: the nearest id that is allowed, wherever the old one stands. */
import { writeText, type Edit } from '../../edits';
import { mentionsOfAor, mentionsOfPerson, mentionsOfRole, mentionsOfTeam } from '../../file/checks/references';
import { idOf } from '../../interop/naming';
import type { Span } from '../../model';
import { wordAt, type FileEdits, type Fixer } from './fix';

const sections = [
  ['people', 'person'],
  ['teams', 'team'],
  ['aors', 'aor'],
] as const;

export const badId: Fixer = (problem, context) => {
  const { file } = context;
  const id = wordAt(problem, context);
  const [section, kind] =
    sections.find(([name]) => {
      const at = file[name].get(id)?.at;
      return at?.file === problem.at.file && at.start === problem.at.start;
    }) ?? [];
  const better = idOf(id);
  if (section === undefined || better === '' || file[section].has(better)) return [];
  const mentions = [
    ...[...file.people.values()].flatMap((person) => [
      ...mentionsOfPerson(person),
      ...person.wants.map((ref) => ({ kind: 'aor' as const, ref })),
    ]),
    ...[...file.teams.values()].flatMap(mentionsOfTeam),
    ...[...file.aors.values()].flatMap(mentionsOfAor),
    ...[...file.roles.values()].flatMap(mentionsOfRole),
  ].filter((mention) => mention.kind === kind && mention.ref.id === id);
  const places = [problem.at, ...mentions.map(({ ref }) => ref.at)];
  const changes: FileEdits[] = [...new Set(places.map((at) => at.file))].map((path) => ({
    file: path,
    edits: [
      writeAt(
        places.filter((at) => at.file === path),
        better,
      ),
    ],
  }));
  return [{ title: `Change to "${better}"`, changes, isPreferred: true, isSafe: false }];
};

/** The same places are often found twice: a key and what stands for it. */
const writeAt =
  (places: readonly Span[], put: string): Edit =>
  ({ text }) => {
    const byStart = new Map(places.map((at) => [at.start, at]));
    return [...byStart.values()].map(({ start, end }) => ({
      ...{ start, end },
      text: writeText(put, true, text.slice(start, end)),
    }));
  };
