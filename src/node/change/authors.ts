import type { Identity } from '../../core';
import { askGit, type GitStreamOptions } from '../gitStream';

/** `Co-authored-by: Name <e-mail>`, anywhere in the message: what squashes and merges adds lines behind it. */
const coAuthor = /^co-authored-by[ \t]*:[ \t]*(.*?)[ \t]*<([^<>\s]+)>/gim;

/** Authors and co-authors of the commits of `range` beneath a folder, newest first, through `.mailmap`. */
export async function commitAuthors(
  folder: string,
  range: readonly string[],
  git: GitStreamOptions,
  /** Options of git itself. */
  before: readonly string[] = [],
): Promise<readonly Identity[]> {
  const encoding = ['-c', 'i18n.logOutputEncoding=UTF-8'];
  const args = [
    ...before,
    ...encoding,
    'log',
    '-z',
    '--no-color',
    '--no-show-signature',
    '--format=%aN%x00%aE%x00%B',
    ...range,
    '--',
  ];
  const fields = ((await askGit(folder, args, git)) ?? '').split('\0');
  const authors: Identity[] = [];
  const written: Identity[] = [];
  for (let at = 0; at + 2 < fields.length; at += 3) {
    authors.push({ name: fields[at] ?? '', email: fields[at + 1] ?? '' });
    for (const [, name = '', email = ''] of (fields[at + 2] ?? '').matchAll(coAuthor)) written.push({ name, email });
  }
  return eachOnce([...authors, ...(await throughMailmap(folder, written, git, before))]);
}

/** Who would be the author of a commit made now; none where git does not know. */
export async function presentAuthor(folder: string, git: GitStreamOptions): Promise<readonly Identity[]> {
  // Without the setting git makes up an address from the name of the machine.
  const ident = await askGit(folder, ['-c', 'user.useConfigOnly=true', 'var', 'GIT_AUTHOR_IDENT'], git);
  const [, name = '', email = ''] = /^(.*?) ?<([^<>]*)>/.exec(ident ?? '') ?? [];
  return email === '' ? [] : throughMailmap(folder, [{ name, email }], git);
}

/** One for each e-mail, without regard to case; the first counts. */
export function eachOnce(people: readonly Identity[]): readonly Identity[] {
  const byEmail = new Map<string, Identity>();
  for (const person of people) {
    const key = person.email.toLowerCase();
    if (key !== '' && !byEmail.has(key)) byEmail.set(key, person);
  }
  return [...byEmail.values()];
}

async function throughMailmap(
  folder: string,
  people: readonly Identity[],
  git: GitStreamOptions,
  before: readonly string[] = [],
): Promise<readonly Identity[]> {
  const each = eachOnce(people);
  if (each.length === 0) return [];
  const input = each.map(({ name, email }) => `${name.replace(/[<>\n]/g, ' ')} <${email}>\n`).join('');
  const output = (await askGit(folder, [...before, 'check-mailmap', '--stdin'], { ...git, input })) ?? '';
  const lines = output.split('\n');
  return each.map((person, at) => {
    const [, name = '', email = person.email] = /^(.*?) ?<([^<>]*)>$/.exec(lines[at] ?? '') ?? [];
    return { name: name === '' ? person.name : name, email };
  });
}
