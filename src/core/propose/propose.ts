/** An ownership file from who really works where. */
import { emptyAor, type Draft, type DraftAor, type DraftPerson } from '../draft/draft';
import { escapedGlob } from '../interop/globText';
import { idBook, wordsOf } from '../interop/naming';
import { activeIn, proposeAreas, type ProposedArea } from './areas';
import type { WorkDone } from './work';

/** Of the work in an area: whoever did less would not know what to do while the owner is away. */
const backupShare = 0.15;

const dayMs = 86_400_000;

/**
 * `files`: those that are there. `now`: ms since 1970, UTC. `hasLines`: whether changed lines were read. The same input
 * gives the same draft.
 */
export function proposeOwnership(files: readonly string[], done: WorkDone, now: number, hasLines: boolean): Draft {
  const areas = proposeAreas(files, done, now);
  const personIds = new Map<number, string>();
  const people: DraftPerson[] = [];
  const newPersonId = idBook();
  const personId = (who: number): string => {
    const known = personIds.get(who);
    if (known !== undefined) return known;
    const worker = done.workers[who] ?? { name: 'Unknown', emails: [], handles: new Map<string, string>() };
    const id = newPersonId([
      worker.name.split(' ')[0] ?? '',
      worker.name,
      ...worker.handles.values(),
      ...worker.emails.map((email) => email.split('@')[0] ?? ''),
      ...worker.emails,
    ]);
    personIds.set(who, id);
    people.push({ id, ...worker });
    return id;
  };
  const newAorId = idBook();
  const titles = titlesOf(areas);
  const ids = new Map(areas.map(({ folder }) => [folder, newAorId(idsFor(folder))]));
  const aors = areas.map((area): DraftAor => {
    const { folder, parent, leader } = area;
    const [, second] = leader === null ? [] : activeIn(area.work, done, now);
    const hasBackup = second !== undefined && second[1].amount >= backupShare * area.amount;
    return {
      ...emptyAor,
      id: ids.get(folder) ?? 'everything-else',
      title: titles.get(folder) ?? folder,
      owner: leader === null ? null : personId(leader),
      backups: hasBackup ? [personId(second[0])] : [],
      parent: parent === null || parent === '' ? null : (ids.get(parent) ?? null),
      paths: [{ glob: globOf(folder), priority: 0 }],
      comment: [evidenceFor(area, done, now)],
    };
  });
  people.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { comment: header(done, hasLines), people, teams: [], aors, exempt: [] };
}

const header = ({ commits }: WorkDone, hasLines: boolean): readonly string[] => [
  `Proposed by aor init from ${commits} commits: who worked where, recent work counting more.`,
  'Work is not consent: everybody named here has to confirm what they hold, and nobody is named who has not committed for a year.',
  ...(hasLines ? [] : ['Changed lines did not count: the content of older commits was not here.']),
];

/** `Ana Diaz: 41 % of the recent work, 132 commits, last 3 weeks ago; Ben Roy 17 %.` */
function evidenceFor({ work, amount, leader, files }: ProposedArea, done: WorkDone, now: number): string {
  const active = activeIn(work, done, now);
  const percent = (part: number): string => `${Math.round((100 * part) / (amount || 1))} %`;
  const nameOf = (who: number): string => done.workers[who]?.name ?? '';
  const filesText = files === 1 ? '1 file' : `${files} files`;
  if (work.size === 0) return `${filesText}; no work on them in this time.`;
  const gone = amount - active.reduce((sum, [, one]) => sum + one.amount, 0);
  const goneText = gone >= 0.2 * amount ? `; ${percent(gone)} by people who have not committed for a year` : '';
  const [first, ...rest] = active;
  if (first === undefined) return `${filesText}; all work by people who have not committed for a year.`;
  const others = rest.slice(0, 2).filter(([, one]) => one.amount >= 0.05 * amount);
  const othersText = others.map(([who, one]) => `; ${nameOf(who)} ${percent(one.amount)}`).join('');
  const count = Math.max(1, Math.round(first[1].commits));
  const lead =
    `${nameOf(first[0])}: ${percent(first[1].amount)} of the recent work, ` +
    `${count === 1 ? '1 commit' : `${count} commits`}, last ${ago(now - first[1].last)}`;
  const start = leader === null ? 'Nobody leads. ' : '';
  return `${start}${lead}${othersText}${goneText}; ${filesText}.`;
}

function ago(ms: number): string {
  const days = Math.max(0, Math.floor(ms / dayMs));
  if (days < 2) return days === 0 ? 'today' : 'yesterday';
  if (days < 14) return `${days} days ago`;
  return days < 60 ? `${Math.round(days / 7)} weeks ago` : `${Math.round(days / 30.4)} months ago`;
}

/** Everything beneath a folder, and that folder alone. */
const globOf = (folder: string): string => (folder === '' ? '**' : `${escapedGlob(folder)}/`);

/** Folders that say nothing of what is in them. */
const general = new Set(['src', 'lib', 'source', 'sources']);

/** The last name as words; where that says nothing or is there twice, with the one above. */
function titlesOf(areas: readonly ProposedArea[]): ReadonlyMap<string, string> {
  const short = new Map(areas.map(({ folder }) => [folder, titleOf(folder)]));
  const counts = new Map<string, number>();
  for (const title of short.values()) counts.set(title, (counts.get(title) ?? 0) + 1);
  return new Map([...short].map(([folder, title]) => [folder, (counts.get(title) ?? 0) > 1 ? folder : title]));
}

/** `services/payments` → `Payments service`; `src/pay` → `Pay`; `net/drivers` → `Net: drivers`. */
function titleOf(folder: string): string {
  if (folder === '') return 'Everything else';
  const names = folder.split('/');
  const name = names.at(-1) ?? '';
  const above = names.at(-2);
  if (above === undefined) return wordsOf(name);
  const singular = /^(service|package|plugin|module|driver|tool|app|board)s$/.exec(above)?.[1];
  if (singular !== undefined) return `${wordsOf(name)} ${singular}`;
  return general.has(above.toLowerCase()) ? wordsOf(name) : `${wordsOf(above)}: ${name}`;
}

function* idsFor(folder: string): Generator<string> {
  if (folder === '') yield 'everything-else';
  const names = folder.split('/');
  for (let count = 1; count <= names.length; count++) yield names.slice(-count).join('-');
}
