/** The owners of a `CODEOWNERS` line in the words of an import. */
import type { CodeownersOwner } from '../codeowners/model';
import type { ForeignAor, ForeignPerson, ForeignTeam } from './foreign';

/** An address that nobody owns alone. */
const mailbox =
  /^(?:.*[-_.+])?(?:admins?|all|contact|core|dev|devel|developers?|eng|engineering|group|help|hello|info|list|mail|maintainers?|ops|owners?|qa|reviewers?|security|support|team|teams)@/i;

/** A list of owners told apart: people, teams, and mailboxes that no person is behind. */
export function partiesOf(owners: readonly CodeownersOwner[]): Pick<ForeignAor, 'holders' | 'teams' | 'contact'> {
  const mailboxes = owners.flatMap(({ kind, text }) => (kind === 'email' && mailbox.test(text) ? [text] : []));
  return {
    holders: owners.flatMap((owner) => personOf(owner) ?? []),
    teams: owners.flatMap((owner) => teamOf(owner) ?? []),
    contact: mailboxes.length === 0 ? null : mailboxes.join(', '),
  };
}

function personOf({ kind, text }: CodeownersOwner): ForeignPerson | null {
  if (kind === 'user') return { name: null, handle: text.slice(1), email: null };
  return kind === 'email' && !mailbox.test(text) ? { name: null, handle: null, email: text } : null;
}

/** Everybody with a role is a team as well: nobody in particular. */
const teamOf = ({ kind, text }: CodeownersOwner): ForeignTeam | null =>
  kind === 'team' || kind === 'role' ? { handle: text.slice(1), name: null, members: [] } : null;
