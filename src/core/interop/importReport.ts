/** An import in words. */
import { filesText } from '../review/explain';
import type { CodeownersImport } from './importCodeowners';

/** How many of a list are told one by one. */
const mostTold = 20;

const told = (lines: readonly string[]): readonly string[] =>
  lines.length <= mostTold ? lines : [...lines.slice(0, mostTold), `… and ${lines.length - mostTold} more.`];

const aorsText = (count: number, one: string, many: string): string =>
  count === 1 ? `1 AOR ${one}` : `${count} AORs ${many}`;

/** What an import did, what it could not, and what looks like a mistake in what was there: one line each, unescaped. */
export function importReport({ path, foreign, imported, changed }: CodeownersImport, files: number): readonly string[] {
  const { draft, byEvidence, byOrder, vacant } = imported;
  const globs = draft.aors.flatMap((aor) => aor.paths);
  const raised = globs.filter(({ priority }) => priority !== 0);
  const mailboxes = draft.aors.filter(({ contact }) => contact !== null).length;
  return [
    `${path}: ${foreign.lists} lists of owners became ${draft.aors.length} AORs; ${changed.length} of ${filesText(files)} changed owners.`,
    `${globs.length} globs, ${raised.length} with a priority${
      raised.length === 0
        ? ''
        : `: ${raised
            .map(({ glob }) => glob)
            .slice(0, mostTold)
            .join(', ')}`
    }.`,
    ...(foreign.areas === null ? [] : [`The areas are the section "${foreign.areas}"; the others are reviews.`]),
    `Of several owners, ${byEvidence.length} were picked by what they did and ${byOrder.length} by their order. Look at these.`,
    ...(vacant.length === 0
      ? []
      : [
          `${aorsText(vacant.length, 'needs', 'need')} a person, having a team or a mailbox alone: ${told(vacant).join(', ')}`,
        ]),
    ...(mailboxes === 0 ? [] : [`${aorsText(mailboxes, 'has', 'have')} a mailbox for contact.`]),
    ...(foreign.exempt.length === 0 ? [] : [`Exempt, for nobody owned it: ${told(foreign.exempt).join(', ')}`]),
    ...told(
      foreign.mistakes.map(
        ({ line, laterLine, files: count }) =>
          `${path}:${line}: never used (${filesText(count)}), because line ${laterLine} comes later and says less. Most likely it stands too far up.`,
      ),
    ),
    ...told(
      foreign.lost.map(
        ({ file, line, text, why, files: count }) =>
          `${file}:${line}: ${text}: ${why}${count === null ? '' : ` ${filesText(count)}.`}`,
      ),
    ),
    ...told(
      changed.map(
        (one) => `${one.path}: was ${one.before.join(' ') || 'nobody'}, is ${one.after.join(' ') || 'nobody'}.`,
      ),
    ),
  ];
}
