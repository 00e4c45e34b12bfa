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

/** How to reach a person, as Markdown: e-mail, chat, handles. Empty where the file says nothing. */
export function reachLine(person: Person, root: string | null): string {
  return [
    ...person.emails.slice(0, 1).map((email) => link(email, `mailto:${email}`, null)),
    ...(person.chat === null ? [] : [link('Chat', person.chat, root)]),
    ...Array.from(person.handles, ([forge, handle]) => `${code(`@${handle}`)} ${plain(forges.get(forge) ?? forge)}`),
  ].join(' · ');
}
