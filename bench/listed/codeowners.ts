/** `CODEOWNERS`: the last line that matches a path names its owners. */
import { areaBook, peopleBook, type Listing } from './books';

/** Lines that add people to the lines above them, as Rocq writes them. */
const secondary = /^#\s*Secondary maintainers?\b(.*)$/i;

/**
 * One area for each distinct list of owners. Teams are left out: nothing in a repository says who is in them; `@ghost`
 * stands for nobody.
 */
export function readCodeowners(text: string): Listing {
  const people = peopleBook();
  const areaFor = areaBook();
  const idsIn = (words: string): string[] =>
    words
      .split(/[\s,]+/)
      .filter((word) => word !== '@ghost' && /^@[^/\s]+$|^[^@\s]+@[^@\s]+$/.test(word))
      .map((word) => {
        const isHandle = word.startsWith('@');
        return people.idOf({
          name: word.replace(/^@/, ''),
          email: isHandle ? '' : word,
          handle: isHandle ? word.slice(1) : '',
        });
      });
  const rules: { readonly matches: RegExp; readonly owners: string[] }[] = [];
  let paragraph: typeof rules = [];
  for (const line of text.split(/\r?\n/)) {
    const others = secondary.exec(line);
    const [, pattern, owners = ''] = /^((?:\\.|[^\s#])+)(?:\s+([^#]*))?/.exec(line) ?? [];
    if (line.trim() === '') paragraph = [];
    else if (others !== null) for (const rule of paragraph) rule.owners.push(...idsIn(others[1] ?? ''));
    else if (pattern !== undefined) {
      const rule = { matches: regexOf(pattern), owners: idsIn(owners) };
      rules.push(rule);
      paragraph.push(rule);
    }
  }
  return {
    people: people.all,
    areaOf: (path) => {
      const rule = rules.findLast(({ matches }) => matches.test(path));
      return areaFor(rule?.matches.source ?? '', rule?.owners ?? []);
    },
  };
}

/** As `.gitignore` reads it: a slash in front or within anchors, else any depth; a name is the file or the folder. */
function regexOf(pattern: string): RegExp {
  const isAnchored = pattern.replace(/\/$/, '').includes('/');
  const body = pattern
    .replace(/^\//, '')
    .replace(/[.+^${}()|[\]]/g, '\\$&')
    .replaceAll('?', '[^/]')
    .replace(/\*\*\/|\/\*\*$|\*/g, (wild) => (wild === '**/' ? '(?:.*/)?' : wild === '*' ? '[^/]*' : '/.*'));
  const end = body.endsWith('/') ? '' : pattern.endsWith('/*') ? '$' : '(?:$|/)';
  return new RegExp(`^${isAnchored ? '' : '(?:.*/)?'}${body}${end}`);
}
