/** `Maintainers.txt` of EDK II and `MAINTAINERS` of Linux and U-Boot: sections with people and patterns. */
import { areaBook, peopleBook, type Listing } from './books';

interface Section {
  readonly title: string;
  readonly maintainers: readonly string[];
  readonly reviewers: readonly string[];
  readonly files: readonly RegExp[];
  readonly not: readonly RegExp[];
}

/** In EDK II a `*` crosses folders; in Linux it does not. */
export type MaintainersDialect = 'edk2' | 'linux';

/**
 * Everybody whom the sections that match a path list: maintainers of all first, then reviewers, each in the order of
 * the file. That is whom the project's own script names.
 */
export function readMaintainers(text: string, dialect: MaintainersDialect): Listing {
  const people = peopleBook();
  const areaFor = areaBook();
  const sections = text
    .replaceAll('\r', '')
    .split(/\n\s*\n/)
    .map((block) => sectionOf(block.split('\n'), people.idOf, dialect))
    .filter(({ maintainers, reviewers }) => maintainers.length + reviewers.length > 0);
  return {
    people: people.all,
    areaOf(path) {
      const matching = sections.filter(
        ({ files, not }) => files.some((file) => file.test(path)) && !not.some((file) => file.test(path)),
      );
      const listed = [...matching.flatMap((s) => s.maintainers), ...matching.flatMap((s) => s.reviewers)];
      return areaFor(matching.map(({ title }) => title).join(' + '), listed);
    },
  };
}

function sectionOf(
  lines: readonly string[],
  idOf: ReturnType<typeof peopleBook>['idOf'],
  dialect: MaintainersDialect,
): Section {
  const fields = lines.flatMap((line) => {
    const [, key, value] = /^([A-Z]):\s*(.*?)\s*$/.exec(line) ?? [];
    return key === undefined || value === undefined ? [] : [{ key, value }];
  });
  const valuesOf = (wanted: string): string[] => fields.filter(({ key }) => key === wanted).map(({ value }) => value);
  const peopleOf = (key: string): string[] =>
    valuesOf(key).flatMap((value) => {
      const [, name = '', email, handle = ''] = /^(.*?)\s*<([^<>\s]+)>(?:\s*\[([^\]]+)\])?/.exec(value) ?? [];
      return email === undefined ? [] : [idOf({ name: name.replaceAll('"', ''), email, handle })];
    });
  const patternsOf = (key: string): RegExp[] =>
    valuesOf(key).map((pattern) => (dialect === 'edk2' ? crossing : within)(pattern));
  return {
    title: lines.filter((line) => !/^[A-Z]:|^-+$/.test(line)).at(-1) ?? '',
    maintainers: peopleOf('M'),
    reviewers: peopleOf('R'),
    files: patternsOf('F'),
    not: patternsOf('X'),
  };
}

const escaped = (text: string): string => text.replace(/[.+^${}()|[\]\\]/g, '\\$&');

/** As `GetMaintainer.py` reads it: `*` crosses folders, but a final one stays within the folder. */
function crossing(pattern: string): RegExp {
  const body = escaped(pattern).replaceAll('?', '.').replaceAll('*', '.*');
  if (body.endsWith('/')) return new RegExp(`^${body}`);
  return new RegExp(body.endsWith('.*') ? `^${body.slice(0, -2)}(?!.*/)` : `^${body}`);
}

/** As `get_maintainer.pl` reads it: a folder is everything beneath, a `*` stays within its folder. */
function within(pattern: string): RegExp {
  const body = escaped(pattern).replaceAll('?', '[^/]').replaceAll('*', '[^/]*');
  return new RegExp(body.endsWith('/') ? `^${body}` : `^${body}(?:$|/)`);
}
