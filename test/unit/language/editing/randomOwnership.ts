/** Random ownership files in the styles people write: brackets and dashes, comments, empty lines, both line ends. */
import fc from 'fast-check';

type Written = string | readonly Written[] | { readonly [key: string]: Written };

interface Style {
  readonly inBrackets: boolean;
  readonly dashes: 'none' | 'further in' | 'at the key';
  readonly above: boolean;
  readonly behind: boolean;
  readonly beneath: boolean;
  readonly isApart: boolean;
}

export const people = ['ana', 'ben', 'mei', 'carl'] as const;
export const aorIds = ['one', 'two', 'three', 'four'] as const;
export const folders = ['src', 'src/a', 'src/a/b', 'web', 'docs', 'a b', '[x]', '@m', 'x,y', '!n'] as const;

const style = fc.record<Style>({
  inBrackets: fc.boolean(),
  dashes: fc.constantFrom('none', 'further in', 'at the key'),
  above: fc.boolean(),
  behind: fc.boolean(),
  beneath: fc.boolean(),
  isApart: fc.boolean(),
});

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const person = fc.constantFrom<string>(...people);
const day = fc.constantFrom('2025-01-01', '2026-06-14');

const glob = fc.oneof(
  fc.constantFrom<Written>('**', 'src', 'lib', 'lib/core', '**/*.ts', '!gen', '!lib/x', 'tools/'),
  fc.constant<Written>({ glob: '**/*.md', priority: '2' }),
);

const aor = fc.record({
  kind: maybe(fc.constantFrom('area', 'area', 'duty')),
  owner: maybe(fc.oneof<fc.Arbitrary<Written>[]>(person, fc.constant(''), fc.constant(['ana', 'ben']))),
  backup: maybe(fc.oneof<fc.Arbitrary<Written>[]>(person, fc.uniqueArray(person, { minLength: 1, maxLength: 3 }))),
  hasParent: fc.boolean(),
  status: maybe(fc.constant('green')),
  paths: maybe(fc.uniqueArray(glob, { minLength: 1, maxLength: 4, selector: (one) => JSON.stringify(one) })),
  since: maybe(day),
  confirmed: maybe(day),
  past: maybe(fc.constant<Written>([{ owner: 'mei', until: '2024-01-01' }])),
  vacant: maybe(fc.constant<Written>({ since: '2026-01-01' })),
  handover: maybe(person.map((to): Written => ({ to, by: '2026-07-01' }))),
});

/** Text of an entry file and of one that it includes, in `web`, with comments `# of N`, each once. */
export const randomOwnership: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .record({
    aors: fc.array(fc.tuple(aor, style), { minLength: 1, maxLength: 4 }),
    included: fc.integer({ min: 0, max: 4 }),
    inBrackets: fc.boolean(),
    step: fc.constantFrom(2, 4),
    eol: fc.constantFrom('\n', '\r\n'),
    isEnded: fc.boolean(),
  })
  .map(({ aors, included, inBrackets, step, eol, isEnded }) => {
    let comments = 0;
    const comment = (): string => `# of ${comments++}`;
    const entries = aors.map(([fields, own], at) => {
      const { kind, paths, hasParent, ...rest } = fields;
      const id = aorIds[at] ?? '';
      const keys: [string, Written][] = [['title', `The ${id}`]];
      for (const [key, value] of Object.entries({
        ...{ kind, ...rest },
        parent: hasParent && at > 0 ? aorIds[0] : undefined,
        paths: kind === 'duty' ? undefined : paths,
      }))
        if (value !== undefined) keys.push([key, value]);
      return { id, keys, own };
    });
    const sectionOf = (some: typeof entries): string[] => {
      if (some.length === 0) return [];
      if (inBrackets && some.length === 1)
        return [`aors: { ${some.map(({ id, keys }) => `${id}: ${inline(Object.fromEntries(keys))}`).join(', ')} }`];
      return ['aors:', ...some.flatMap((one) => aorLines(one, step, comment))];
    };
    const end = (lines: readonly string[]): string => lines.join(eol) + (isEnded ? eol : '');
    const count = Math.min(included, entries.length - 1);
    const split = entries.length - count;
    return {
      'aor.yaml': end([
        ...['version: 1', 'include: [web/aor.yaml]', 'people:'],
        ...people.map(
          (id) => `  ${id}: ${id === 'carl' ? '{ name: Carl, left: 2026-05-31 }' : `P ${id} <${id}@x.example>`}`,
        ),
        ...sectionOf(entries.slice(0, split)),
      ]),
      'web/aor.yaml': end(['version: 1', ...sectionOf(entries.slice(split))]),
    };
  });

function aorLines(
  { id, keys, own }: { id: string; keys: readonly (readonly [string, Written])[]; own: Style },
  step: number,
  comment: () => string,
): string[] {
  const [outer, inner] = [' '.repeat(step), ' '.repeat(2 * step)];
  const behind = (): string => (own.behind ? ` ${comment()}` : '');
  const head = [...(own.isApart ? [''] : []), ...(own.above ? [`${outer}${comment()}`] : [])];
  if (own.inBrackets) return [...head, `${outer}${id}: ${inline(Object.fromEntries(keys))}${behind()}`];
  const lines = keys.flatMap(([key, value]) => {
    const dashes = Array.isArray(value) && own.dashes !== 'none' ? (value as readonly Written[]) : null;
    if (dashes === null) return [`${inner}${key}: ${inline(value)}`.trimEnd() + behind()];
    const indent = own.dashes === 'at the key' ? inner : inner + ' '.repeat(step);
    return [`${inner}${key}:`, ...dashes.map((item) => `${indent}- ${inline(item)}${behind()}`)];
  });
  return [...head, `${outer}${id}:${behind()}`, ...lines, ...(own.beneath ? [`${inner}${comment()}`] : [])];
}

function inline(value: Written): string {
  if (typeof value === 'string') return /^[!*]/.test(value) ? JSON.stringify(value) : value;
  if (Array.isArray(value)) return `[${(value as readonly Written[]).map(inline).join(', ')}]`;
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${key}: ${inline(one)}`.trimEnd())
    .join(', ')} }`;
}
