/**
 * Which line of a `CODEOWNERS` file decides a path on GitHub. Source: GitHub Docs, *About code owners*: the last match
 * wins; a pattern without a slash matches at any depth, one that names a folder takes everything beneath it, `a/*` takes
 * what lies directly in `a` alone.
 */
interface Compiled {
  /** `**` among them; spaces without their backslash. */
  readonly segments: readonly string[];
  /** Whether what lies beneath a match belongs to it, and whether the match itself does. */
  readonly takesBeneath: boolean;
  readonly takesItself: boolean;
}

/** The last line whose pattern matches, for each path; `undefined`: none does. */
export function lastMatchOf<L extends { readonly pattern: string }>(
  lines: readonly L[],
): (path: string) => L | undefined {
  const compiled = lines.map(({ pattern }) => compile(pattern));
  // By the folder they begin with: a path looks at those of the folders it lies in alone.
  const byFolder = new Map<string, number[]>();
  for (const [at, { segments }] of compiled.entries()) {
    const wild = segments.findIndex((segment) => /[*?]/.test(segment));
    const folder = segments.slice(0, wild < 0 ? segments.length : wild).join('/');
    const places = byFolder.get(folder);
    if (places === undefined) byFolder.set(folder, [at]);
    else places.push(at);
  }
  return (path) => {
    const names = path.split('/');
    let best = -1;
    for (let depth = 0; depth <= names.length; depth++) {
      const places = byFolder.get(names.slice(0, depth).join('/')) ?? [];
      const found = places.findLast((at) => at <= best || matches(compiled[at], names));
      if (found !== undefined) best = Math.max(best, found);
    }
    return lines[best];
  };
}

function compile(written: string): Compiled {
  const isFolder = written.length > 1 && written.endsWith('/');
  const body = isFolder ? written.slice(0, -1) : written;
  const isAnchored = body.includes('/');
  const texts = [...(isAnchored ? [] : ['**']), ...body.replace(/^\//, '').split('/')];
  const isDirect = isAnchored && !isFolder && texts.at(-1) === '*';
  return {
    segments: texts.map((text) => text.replace(/\\(.)/gs, '$1')),
    takesBeneath: !isDirect,
    takesItself: !isFolder,
  };
}

/** Whether a name fits a segment with `*` and `?`; greedy, going back to the last star alone, so never slow. */
function fits(name: string, segment: string): boolean {
  let star = -1;
  let from = 0;
  let at = 0;
  let place = 0;
  while (at < name.length) {
    if (segment[place] === '*') {
      star = place++;
      from = at;
    } else if (segment[place] === '?' || segment[place] === name[at]) {
      place++;
      at++;
    } else if (star >= 0) {
      place = star + 1;
      at = ++from;
    } else {
      return false;
    }
  }
  while (segment[place] === '*') place++;
  return place === segment.length;
}

function matches(pattern: Compiled | undefined, names: readonly string[]): boolean {
  if (pattern === undefined) return false;
  const { segments, takesBeneath, takesItself } = pattern;
  // Every way to have matched so far, by how many segments are used up; names are taken one by one.
  let used = withNothing([0], segments);
  for (const [at, name] of names.entries()) {
    const next = [...used].flatMap((count) => {
      const segment = segments[count];
      if (segment === undefined) return [];
      if (segment === '**') return [count];
      return fits(name, segment) ? [count + 1] : [];
    });
    used = withNothing(next, segments);
    const isAllOfIt = at === names.length - 1;
    if (used.has(segments.length) && (isAllOfIt ? takesItself : takesBeneath)) return true;
  }
  return false;
}

/** A `**` also stands for nothing. */
function withNothing(counts: readonly number[], segments: readonly string[]): ReadonlySet<number> {
  const used = new Set(counts);
  for (const count of used) if (segments[count] === '**') used.add(count + 1);
  return used;
}
