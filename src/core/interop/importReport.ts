/** An import in words. */
import { filesText } from '../review/explain';
import type { Imported } from './draftOf';
import type { Foreign } from './foreign';
import type { CodeownersImport } from './importCodeowners';
import type { ForeignImport } from './importForeign';

/** How many of a list are told one by one. */
const mostTold = 20;

const told = (lines: readonly string[]): readonly string[] =>
  lines.length <= mostTold ? lines : [...lines.slice(0, mostTold), `… and ${lines.length - mostTold} more.`];

const aorsText = (count: number, one: string, many: string): string =>
  count === 1 ? `1 AOR ${one}` : `${count} AORs ${many}`;

/** What an import of `CODEOWNERS` did, what it could not, and what looks like a mistake in what was there: one line each, unescaped. */
export function importReport({ path, foreign, imported, changed }: CodeownersImport, files: number): readonly string[] {
  const { aors } = imported.draft;
  return [
    `${path}: ${foreign.lists} lists of owners became ${aors.length} AORs; ${changed.length} of ${filesText(files)} changed owners.`,
    ...globLines(imported),
    ...(foreign.areas === null ? [] : [`The areas are the section "${foreign.areas}"; the others are reviews.`]),
    ...peopleLines(imported),
    ...(foreign.exempt.length === 0 ? [] : [`Exempt, for nobody owned it: ${told(foreign.exempt).join(', ')}`]),
    ...told(
      foreign.mistakes.map(
        ({ line, laterLine, files: count }) =>
          `${path}:${line}: never used (${filesText(count)}), because line ${laterLine} comes later and says less. Most likely it stands too far up.`,
      ),
    ),
    ...lostLines(foreign),
    ...told(
      changed.map(
        (one) => `${one.path}: was ${one.before.join(' ') || 'nobody'}, is ${one.after.join(' ') || 'nobody'}.`,
      ),
    ),
  ];
}

/** The same of another format. `sources`: how many files were read. */
export function foreignReport(
  title: string,
  foreign: Foreign,
  { imported, owned, changed }: ForeignImport,
  { sources, files }: { readonly sources: number; readonly files: number },
): readonly string[] {
  const promise =
    foreign.promise === 'exact'
      ? `${changed.length} changed owners.`
      : 'The nearest rule is the area; who else there was is listed as backup or to be consulted.';
  return [
    `${title}: ${filesText(sources)} became ${imported.draft.aors.length} AORs; ${owned} of ${filesText(files)} have one. ${promise}`,
    ...globLines(imported),
    ...peopleLines(imported),
    ...lostLines(foreign),
    ...told(changed.map((path) => `${path}: has another owner than before.`)),
  ];
}

function globLines({ draft }: Imported): readonly string[] {
  const globs = draft.aors.flatMap(({ paths }) => paths);
  const raised = globs.filter(({ priority }) => priority !== 0).map(({ glob }) => glob);
  const which = raised.length === 0 ? '' : `: ${raised.slice(0, mostTold).join(', ')}`;
  return [`${globs.length} globs, ${raised.length} with a priority${which}.`];
}

function peopleLines({ draft, byEvidence, byOrder, vacant }: Imported): readonly string[] {
  const mailboxes = draft.aors.filter(({ contact }) => contact !== null).length;
  const needing = `${aorsText(vacant.length, 'needs', 'need')} a person, for none is named: ${told(vacant).join(', ')}`;
  return [
    `Of several owners, ${byEvidence.length} were picked by what they did and ${byOrder.length} by their order. Look at these.`,
    ...(vacant.length === 0 ? [] : [needing]),
    ...(mailboxes === 0 ? [] : [`${aorsText(mailboxes, 'has', 'have')} a mailbox for contact.`]),
  ];
}

const lostLines = ({ lost }: Foreign): readonly string[] =>
  told(
    lost.map(
      ({ file, line, text, why, files }) =>
        `${file}:${line}: ${text}: ${why}${files === null ? '' : ` ${filesText(files)}.`}`,
    ),
  );
