/** Our rules as lines of which the last match decides. */
import type { Aor, ExemptList, OwnershipFile, PathEntry } from '../model';
import { orderedClaims } from '../rules';
import { areDisjoint, codeownersPatterns, covers, type WrittenPattern } from './codeownersPattern';

/** A line; `aor` is `null` where it clears: nobody owns what it matches. */
export interface CodeownersLine {
  readonly pattern: string;
  readonly aor: Aor | null;
}

export interface CodeownersLines {
  readonly lines: readonly CodeownersLine[];
  /** Globs as written that have no writing there. */
  readonly left: readonly { readonly aor: Aor | null; readonly glob: string }[];
}

/**
 * The lines, weakest first, exempt ones last. What an area excludes goes back, right behind its line, to whom it would go
 * otherwise. Where globs only partly overlap that is not exact, and `*.md` takes what lies in a folder `x.md` too: the
 * caller tries every file.
 */
export function codeownersLines(file: OwnershipFile): CodeownersLines {
  const lines: CodeownersLine[] = [];
  const left: { aor: Aor | null; glob: string }[] = [];
  const add = (text: string | null, aor: Aor | null, glob: string): void => {
    if (text === null) left.push({ aor, glob });
    else lines.push({ pattern: text, aor });
  };

  const texts = new Map(
    [...file.aors.values()]
      .flatMap(({ paths }) => paths)
      .flatMap(({ glob }) => codeownersPatterns(glob.patterns))
      .map(({ pattern, text }) => [pattern, text]),
  );
  const claims = orderedClaims(file).flatMap(({ aor, entry, pattern }): readonly WrittenClaim[] => {
    const text = texts.get(pattern);
    // What stands for a file and for everything beneath it is one line there.
    return text === undefined ? [] : [{ aor, pattern, text, glob: entry.glob.text }];
  });
  const excludes = new Map([...file.aors.values()].map((aor) => [aor, excludesIn(aor.paths)]));
  claims.forEach(({ aor, glob, pattern, text }, at) => {
    add(text, aor, glob);
    for (const excluded of excludes.get(aor) ?? []) {
      if (areDisjoint(excluded.pattern, pattern)) continue;
      const others = claims
        .slice(0, at)
        .filter(
          (one) => one.aor !== aor && !excludes.get(one.aor)?.some((its) => covers(its.pattern, excluded.pattern)),
        );
      for (const back of takingBack(others, excluded)) add(back.text, back.aor, excluded.glob);
    }
  });
  // A list that gives something back comes before those that take without exception.
  const exempt = file.exempt.flatMap((list) => exemptions(list)).sort((a, b) => b.back.length - a.back.length);
  for (const { glob, text, back } of exempt) {
    add(text, null, glob);
    for (const excluded of back) for (const one of takingBack(claims, excluded)) add(one.text, one.aor, excluded.glob);
  }
  // What stands there again further down decides there.
  const last = new Map(lines.map(({ pattern, aor }, at) => [`${aor?.id ?? ''} ${pattern}`, at]));
  return { lines: lines.filter(({ pattern, aor }, at) => last.get(`${aor?.id ?? ''} ${pattern}`) === at), left };
}

interface Written extends WrittenPattern {
  readonly glob: string;
}

interface WrittenClaim extends Written {
  readonly aor: Aor;
}

interface Exemption extends Written {
  /** What goes back to the areas behind it. */
  readonly back: readonly Written[];
}

function exemptions({ entries }: ExemptList): readonly Exemption[] {
  const back = excludesIn(entries);
  return entries
    .filter(({ glob }) => !glob.exclude)
    .flatMap(({ glob }) => codeownersPatterns(glob.patterns).map((written) => ({ ...written, glob: glob.text })))
    .map((written) => ({
      ...written,
      back: back.filter(({ pattern }) => !areDisjoint(pattern, written.pattern)),
    }));
}

const excludesIn = (entries: readonly PathEntry[]): readonly Written[] =>
  entries
    .filter(({ glob }) => glob.exclude)
    .flatMap(({ glob }) => codeownersPatterns(glob.patterns).map((written) => ({ ...written, glob: glob.text })));

/** Who has what an area excludes: the strongest that has all of it, then those that have a part of it, weakest first. */
function takingBack(
  weaker: readonly WrittenClaim[],
  excluded: Written,
): readonly { text: string | null; aor: Aor | null }[] {
  const whole = weaker.findLastIndex(({ pattern }) => covers(pattern, excluded.pattern));
  return [
    { text: excluded.text, aor: weaker[whole]?.aor ?? null },
    ...weaker.slice(whole + 1).filter(({ pattern }) => covers(excluded.pattern, pattern)),
  ];
}
