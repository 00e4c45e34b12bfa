/** `aor explain`: everything about one path, for people. */
import { absencesRunning, holderSummary, ownershipOf, vacancyReason, visible, whoIsAsked } from '../core';
import type { Aor, Asked, LostMatch, OwnershipFile, Ownership, Person, Today, VacancyReason } from '../core';
import { ruleAnswer, whoAnswer, type Within } from './answers';
import { commonOptions, formatOf, readArguments, todayOf } from './arguments';
import { jsonText } from './formats/json';
import { bufferedOutput, CliError, type ExitStatus, type Io } from './io';
import { findNested } from './nested';
import { toBaseRelative } from './paths';
import { openRepository, readRepository, startOf } from './repository';

export const usage = `aor explain PATH           why a path has its owner: every glob that matched, what decided, which
                           reviews apply, and who would be asked today

  --json         the same as one JSON object`;

export async function explain(args: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = readArguments(args, commonOptions);
  const format = formatOf(values, ['json']);
  const today = todayOf(values.today, io);
  const [input, ...more] = positionals;
  if (input === undefined || more.length > 0) throw new CliError('aor explain wants one path. Try --help.');

  const outer = openRepository(await readRepository(values, io));
  const path = toBaseRelative(input, startOf(values, io), outer.base);
  if (path === null) throw new CliError(`${visible(input)} is outside ${visible(outer.base)}.`);
  if (path === '') throw new CliError(`${visible(input)} is the root itself; name a path in it.`);
  const repository = await findNested(outer).of(path);
  const prefix = repository === outer ? '' : `${toBaseRelative(repository.base, repository.base, outer.base) ?? ''}/`;
  const within = { repository, prefix };
  const ownership = ownershipOf(repository.file, repository.index, path.slice(prefix.length), today);
  const output = bufferedOutput(io.stdout);
  await output.write(
    format === 'json'
      ? `${jsonText(explainJson(ownership, within, today))}\n`
      : `${explainText(ownership, within, today).map(visible).join('\n')}\n`,
  );
  await output.end();
  return 0;
}

const asking = (file: OwnershipFile, aor: Aor, today: Today): Asked =>
  whoIsAsked(file, aor, { authors: new Set(), busy: new Set(), today });

function explainJson(ownership: Ownership, within: Within, today: Today): unknown {
  const { file } = within.repository;
  const asked = (aor: Aor) => {
    const { candidate, code, named } = asking(file, aor, today);
    return {
      aor: aor.id,
      person: candidate?.person.id ?? null,
      as: candidate?.as ?? null,
      of: candidate === null || candidate.of === aor ? null : candidate.of.id,
      code,
      warnings: candidate?.warnings ?? [],
      named: named.map(({ id }) => id),
    };
  };
  const aors = [
    ...('aor' in ownership ? [ownership.aor] : []),
    ...ownership.reviews,
    ...ownership.conditional.map(({ aor }) => aor),
  ];
  return { format: 1, ...whoAnswer(ownership, within), asked: aors.map(asked) };
}

function explainText(ownership: Ownership, within: Within, today: Today): string[] {
  const { file } = within.repository;
  return [
    `${within.prefix}${ownership.path}`,
    ...stateLines(ownership, within, today),
    ...section(
      'Also matched, and lost',
      ownership.also.map((lost) => lostLine(lost, within)),
    ),
    ...section(
      'Reviews that apply',
      ownership.reviews.map((aor) => reviewLine(file, aor, today)),
    ),
    ...section(
      'Reviews that apply to some changes',
      ownership.conditional.map(
        ({ aor, needs }) =>
          `${reviewLine(file, aor, today)}; if the change meets: ${needs.map((need) => needText(aor, need)).join(' and ')}`,
      ),
    ),
  ];
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];

function stateLines(ownership: Ownership, within: Within, today: Today): string[] {
  if (ownership.state === 'unowned') return ['  unowned: no glob of an area matches, and none of "exempt"'];
  const rule = ruleAnswer(ownership.rule, within);
  const at = `${rule.glob}  (${rule.file}:${rule.line}${rule.priority === 0 ? '' : `, priority ${rule.priority}`})`;
  if (ownership.state === 'exempt') return ['  exempt: nobody needs to own it', `  by       ${at}`];
  const { aor } = ownership;
  const { file } = within.repository;
  const holder =
    ownership.state === 'shared'
      ? holderSummary(file, aor, today)
      : ownership.state === 'owned'
        ? describe(ownership.owner, today)
        : `vacant: ${vacancyText(file, aor, ownership.reason)}`;
  const backups = aor.backups.map(({ id }) => file.people.get(id)?.name ?? `${id} (nobody knows)`);
  return [
    `  ${aor.title} (${aor.id}) · ${holder}`,
    ...(backups.length === 0 ? [] : [`  backup   ${backups.join(', ')}`]),
    `  by       ${at}`,
    `  asked    ${askedText(file, aor, today)}`,
  ];
}

function describe(person: Person, today: Today): string {
  const reach = person.emails[0] === undefined ? '' : ` <${person.emails[0]}>`;
  const [absence] = absencesRunning(person, today);
  const away = absence === undefined ? '' : absence.until === null ? ', away' : `, away until ${absence.until}`;
  return `${person.name}${reach}${away}`;
}

function vacancyText(file: OwnershipFile, aor: Aor, reason: VacancyReason): string {
  const since = aor.vacant?.since === null || aor.vacant === null ? '' : ` since ${aor.vacant.since}`;
  const why = aor.vacant?.why === null || aor.vacant === null ? '' : ` (${aor.vacant.why})`;
  if (reason === 'none') return `nobody holds it${since}${why}`;
  const id = aor.owner?.id ?? '';
  return reason === 'left' ? `${file.people.get(id)?.name ?? id} has left` : `nobody is known as "${id}"`;
}

/** Who would be asked today, and as what. */
function askedText(file: OwnershipFile, aor: Aor, today: Today): string {
  const { candidate, named } = asking(file, aor, today);
  if (candidate === null) {
    return named.length === 0
      ? 'nobody can be asked'
      : `nobody can be asked; talk to ${named.map(({ name }) => name).join(', ')}`;
  }
  const { person, as, of, warnings } = candidate;
  const own = { owner: 'owner', cover: `cover of ${ownerName(file, aor)}`, backup: 'backup' } as const;
  const rung =
    as === 'owner' || as === 'cover' || as === 'backup' ? own[as] : `${as.slice('parent-'.length)} of ${of.title}`;
  const reason = as === 'owner' ? '' : `; ${whyNotOwner(file, aor, today)}`;
  return `${person.name}, ${rung}${reason}${warnings.length === 0 ? '' : ` (${warnings.join(', ')})`}`;
}

const ownerName = (file: OwnershipFile, aor: Aor): string => file.people.get(aor.owner?.id ?? '')?.name ?? 'the owner';

function whyNotOwner(file: OwnershipFile, aor: Aor, today: Today): string {
  const { code } = asking(file, aor, today);
  const reason = vacancyReason(file, aor, today);
  return reason === null
    ? `${ownerName(file, aor)} is ${code === 'bot' ? 'a bot' : code}`
    : vacancyText(file, aor, reason);
}

function lostLine({ aor, entry, lost }: LostMatch, within: Within): string {
  const { glob, file, line } = ruleAnswer(entry, within);
  const by = {
    priority: 'a lower priority',
    order: 'the order: a later line matches',
    id: 'its id, which comes later: the globs are equally specific',
    segment: lost.kind === 'segment' ? `segment ${lost.number}, which is less exact` : '',
  }[lost.kind];
  return `${aor.title} (${aor.id})  ${glob}  (${file}:${line}) lost by ${by}`;
}

function reviewLine(file: OwnershipFile, aor: Aor, today: Today): string {
  return `${aor.title} (${aor.id}, ${aor.level}) · ${askedText(file, aor, today)}`;
}

function needText(aor: Aor, need: 'content' | 'min-lines' | 'changes'): string {
  if (need === 'content') return `a changed line matches ${aor.content ?? ''}`;
  return need === 'min-lines'
    ? `at least ${aor.minLines ?? 0} changed lines`
    : `the file is ${(aor.changes ?? []).join(' or ')}`;
}
