import type { Person } from '../model';
import { code, link, plain } from '../text/markdown';

/** Public forges by the name people know them under. */
const forges = new Map([
  ['github', 'GitHub'],
  ['gitlab', 'GitLab'],
  ['bitbucket', 'Bitbucket'],
  ['codeberg', 'Codeberg'],
  ['azure', 'Azure DevOps'],
]);

/** What people call a forge, or the host itself. */
export const forgeName = (forge: string): string => forges.get(forge) ?? forge;

/** One way to reach somebody. Texts are as in the file and may hold anything. */
export interface WayToReach {
  readonly kind: 'email' | 'chat' | 'handle';
  readonly text: string;
  /** Where a handle is one; empty for the others. */
  readonly at: string;
  /** What a link would lead to; `null` for a handle. To be checked with `safeTarget`. */
  readonly target: string | null;
}

/** How to reach a person, best first: the first e-mail address, chat, handles. Empty where the file says nothing. */
export function waysToReach({ emails, chat, handles }: Person): readonly WayToReach[] {
  return [
    ...emails.slice(0, 1).map((email) => ({ kind: 'email', text: email, at: '', target: `mailto:${email}` }) as const),
    ...(chat === null ? [] : [{ kind: 'chat', text: chat, at: '', target: chat } as const]),
    ...Array.from(
      handles,
      ([forge, handle]) => ({ kind: 'handle', text: `@${handle}`, at: forgeName(forge), target: null }) as const,
    ),
  ];
}

/** The same as Markdown, in one line. */
export const reachLine = (person: Person, root: string | null): string =>
  waysToReach(person)
    .map(({ kind, text, at, target }) => {
      if (target === null) return `${code(text)} ${plain(at)}`;
      return kind === 'chat' ? link('Chat', target, root) : link(text, target, null);
    })
    .join(' · ');
