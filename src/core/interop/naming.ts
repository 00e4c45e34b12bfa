/** Ids, and titles that read well, for areas that the source has no name for. */

const reserved = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);

/** A text as an id: small letters, digits and hyphens, a letter first. `''` where nothing is left. */
export function idOf(text: string): string {
  const id = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, '-')
    .toLowerCase()
    .replace(/\+\+/g, 'pp')
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^[-\d]+|-+$/g, (edge) => (/\d/.test(edge) ? `n${edge.replace(/-/g, '')}` : ''));
  const cut = id.slice(0, 60).replace(/-+$/, '');
  return reserved.has(cut) ? `${cut}-area` : cut;
}

/** Gives each thing an id of its own: the first of its candidates that is free. `others`: ids that are not. */
export function idBook(others: Iterable<string> = []): (candidates: Iterable<string>) => string {
  const taken = new Set(others);
  return (candidates) => {
    let last = 'area';
    for (const candidate of candidates) {
      const id = idOf(candidate);
      if (id === '') continue;
      last = id;
      if (taken.has(id)) continue;
      taken.add(id);
      return id;
    }
    // Only things that are called the same in every respect come here.
    let id = last;
    while (taken.has(id)) id = `${id}-too`;
    taken.add(id);
    return id;
  };
}

/** A folder or file as words: `binary_sensor` → `Binary sensor`; what has capitals of its own keeps them. */
export function wordsOf(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').replace(/\s+/g, ' ').trim();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

/** The names in a glob from the deepest up: `src/pay/*.py` → `*.py`, `pay`, `src`. `**` has none. */
function namesIn(glob: string): readonly string[] {
  return glob
    .split('/')
    .filter((name) => name !== '' && name !== '**')
    .toReversed();
}

const isPlain = (name: string): boolean => !/[*?{}[\]]/.test(name);

/** What a glob is about in words. */
function subjectOf(glob: string): string {
  const [deepest, ...above] = namesIn(glob);
  if (deepest === undefined) return 'Everything else';
  const folder = above.find(isPlain);
  if (isPlain(deepest)) return glob.startsWith('**/') && deepest.includes('.') ? deepest : wordsOf(deepest);
  if (deepest === '*') return folder === undefined ? 'Files at the root' : wordsOf(folder);
  const kind = deepest.startsWith('*.')
    ? `${deepest} files`
    : wordsOf(deepest.replace(/^[*.]+|[*.]+$/g, '') || deepest);
  return folder === undefined ? kind : `${kind} in ${folder}`;
}

/** The folder that all globs lie in, `''` for none. */
function commonFolder(globs: readonly string[]): string {
  const [first = [], ...others] = globs.map((glob) => glob.split('/').slice(0, -1));
  let depth = 0;
  while (depth < first.length && isPlain(first[depth] ?? '*') && others.every((one) => one[depth] === first[depth]))
    depth++;
  return first.slice(0, depth).join('/');
}

export interface Naming {
  readonly title: string;
  /** Candidates for an id, best first. */
  readonly ids: readonly string[];
}

/** The most subjects that a title lists. */
const mostNamed = 3;

/** A title from globs, those that matter most first. `whose`: tells it from another with the same words. */
export function namedAfter(globs: readonly string[], whose: string): Naming {
  const own = globs.filter((glob) => !glob.startsWith('!'));
  const subjects = [...new Set(own.map(subjectOf))];
  const [first = 'Nothing'] = subjects;
  const folder = commonFolder(own);
  const isSameFolder = own.length > mostNamed && folder !== '';
  const title = isSameFolder ? `${wordsOf(folder.split('/').at(-1) ?? '')}: ${listed(subjects)}` : listed(subjects);
  const [deepest = 'everything-else', ...above] = namesIn(own[0] ?? '');
  const paths = [deepest, ...above].map((_, count, all) =>
    all
      .slice(0, count + 1)
      .toReversed()
      .join('-'),
  );
  return {
    title,
    ids: [...(isPlain(deepest) ? [] : [first]), ...paths, ...[deepest, first].map((one) => `${one}-${whose}`)],
  };
}

/** `A`, `A and B`, `A, B and C`, `A, B and others`. */
function listed(subjects: readonly string[]): string {
  const [first = '', ...others] = subjects.map((subject, at) =>
    at === 0 || /[A-Z].*[A-Z]/.test(subject) ? subject : lower(subject),
  );
  if (others.length === 0) return first;
  const named = others.length < mostNamed ? others : [...others.slice(0, mostNamed - 2), 'others'];
  return `${[first, ...named.slice(0, -1)].join(', ')} and ${named.at(-1) ?? ''}`;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
