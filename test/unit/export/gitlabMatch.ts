/**
 * Who has a path by a `CODEOWNERS` file on GitLab, written from GitLab's page *Syntax of CODEOWNERS file* and Ruby's
 * page of `File.fnmatch`, without anything of the product: one regular expression for each entry.
 */
export interface Read {
  readonly heading: string;
  readonly owners: (path: string) => string | null;
}

interface Entry {
  readonly expression: RegExp;
  owners: string;
}

/** The sections of a text; the one without a heading comes first. */
export function readSections(text: string): readonly Read[] {
  const sections = [{ heading: '', entries: new Map<string, Entry>(), out: [] as RegExp[], inherited: '' }];
  for (const line of text.split('\n').map((one) => one.trim())) {
    const section = sections.at(-1)!;
    const head = /^(\^?\[[^\]]+\])(?:\[\d+\])?(.*)$/.exec(line);
    if (line === '' || line.startsWith('#')) continue;
    if (head !== null) {
      sections.push({ heading: head[1]!, entries: new Map(), out: [], inherited: head[2]!.trim() });
    } else if (line.startsWith('!')) {
      section.out.push(expressionOf(line.slice(1)));
    } else {
      const end = /(?<!\\)\s/.exec(line)?.index ?? line.length;
      const [pattern, owners] = [line.slice(0, end), line.slice(end).trim().replace(/\s+/g, ' ')];
      const known = section.entries.get(pattern);
      // A key of a Ruby hash that is set again stays where it was.
      if (known !== undefined) known.owners = owners || section.inherited;
      else section.entries.set(pattern, { expression: expressionOf(pattern), owners: owners || section.inherited });
    }
  }
  return sections.map(({ heading, entries, out }) => ({
    heading,
    owners: (path) =>
      out.some((one) => one.test(`/${path}`))
        ? null
        : ([...entries.values()].findLast(({ expression }) => expression.test(`/${path}`))?.owners ?? null),
  }));
}

function expressionOf(written: string): RegExp {
  let pattern = written.replace(/^\\#/, '#').replace(/\\\s+/g, ' ');
  if (pattern === '*') pattern = '/**/*';
  if (!pattern.startsWith('/')) pattern = `/**/${pattern}`;
  if (pattern.endsWith('/')) pattern += '**/*';
  const source = pattern.replace(
    /(?<=\/)\*\*\/|\\(.)|\[([!^]?)([^\]]+)\]|\*+|\?|[.+^${}()|[\]\\]/gsu,
    (part, escaped?: string, negation?: string, set?: string) => {
      if (part === '**/') return '(?:[^/]+/)*';
      if (escaped !== undefined) return escaped.replace(/[^\w\s]/u, '\\$&');
      if (set !== undefined) return `[${negation === '' ? '' : '^'}${set}]`;
      if (part.startsWith('*')) return '[^/]*';
      return part === '?' ? '[^/]' : `\\${part}`;
    },
  );
  return new RegExp(`^${source}$`, 's');
}
