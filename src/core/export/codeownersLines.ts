/** Our rules as lines of which the last match decides. */
import type { Aor, ExemptList, OwnershipFile, PathEntry } from '../model';
import { orderedClaims, type Pattern } from '../rules';
import { areDisjoint, covers } from './overlap';

/** One pattern of a glob with its writing on a host; `text` is `null` where it has none. */
export interface WrittenPattern {
  readonly pattern: Pattern;
  readonly text: string | null;
}

/** The patterns of one glob in the writing of a host. */
export type PatternWriter = (patterns: readonly Pattern[]) => readonly WrittenPattern[];

/** A line; `aor` is `null` where it clears: nobody owns what it matches. */
export interface CodeownersLine {
  readonly pattern: string;
  readonly aor: Aor | null;
}

/** A line made of a glob. */
export interface GlobLine extends CodeownersLine {
  /** As written in the ownership file. */
  readonly glob: string;
  /** Whose glob it is; `null`: of what is exempt. */
  readonly of: Aor | null;
  /** That nobody owns anything that it matches is certain. */
  readonly isOwnerless: boolean;
}

export interface CodeownersLines {
  readonly lines: readonly GlobLine[];
  /** Globs as written that have no writing there. */
  readonly left: readonly { readonly aor: Aor | null; readonly glob: string }[];
}

/**
 * The lines, weakest first, exempt ones last. What an area excludes goes back, right behind its line, to whom it would go
 * otherwise. Where globs only partly overlap that is not exact, nor where a host's pattern takes more than ours does: the
 * caller tries every file.
 */
export function codeownersLines(file: OwnershipFile, written: PatternWriter): CodeownersLines {
  const lines: GlobLine[] = [];
  const left: { aor: Aor | null; glob: string }[] = [];
  const add = (text: string | null, line: Omit<GlobLine, 'pattern'>): void => {
    if (text === null) left.push({ aor: line.of, glob: line.glob });
    else lines.push({ ...line, pattern: text });
  };

  const texts = new Map(
    [...file.aors.values()]
      .flatMap(({ paths }) => paths)
      .flatMap(({ glob }) => written(glob.patterns))
      .map(({ pattern, text }) => [pattern, text]),
  );
  const claims = orderedClaims(file).flatMap(({ aor, entry, pattern }): readonly WrittenClaim[] => {
    const text = texts.get(pattern);
    // What stands for a file and for everything beneath it is one line there.
    return text === undefined ? [] : [{ aor, pattern, text, glob: entry.glob.text }];
  });
  const excludes = new Map([...file.aors.values()].map((aor) => [aor, excludesIn(aor.paths, written)]));
  claims.forEach((claim, at) => {
    const { aor, glob, pattern } = claim;
    add(claim.text, { aor, glob, of: aor, isOwnerless: false });
    for (const excluded of excludes.get(aor) ?? []) {
      if (areDisjoint(excluded.pattern, pattern)) continue;
      const others = claims
        .slice(0, at)
        .filter(
          (one) => one.aor !== aor && !excludes.get(one.aor)?.some((its) => covers(its.pattern, excluded.pattern)),
        );
      const isOwnerless = claims.every((one) => one.aor === aor || areDisjoint(one.pattern, excluded.pattern));
      for (const back of takingBack(others, excluded))
        add(back.text, { aor: back.aor, glob: excluded.glob, of: aor, isOwnerless });
    }
  });
  // A list that gives something back comes before those that take without exception.
  const exempt = file.exempt.flatMap((list) => exemptions(list, written)).sort((a, b) => b.back.length - a.back.length);
  for (const exemption of exempt) {
    add(exemption.text, { aor: null, glob: exemption.glob, of: null, isOwnerless: exemption.back.length === 0 });
    for (const excluded of exemption.back)
      for (const one of takingBack(claims, excluded))
        add(one.text, { aor: one.aor, glob: excluded.glob, of: null, isOwnerless: false });
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

function exemptions({ entries }: ExemptList, written: PatternWriter): readonly Exemption[] {
  const back = excludesIn(entries, written);
  return entries
    .filter(({ glob }) => !glob.exclude)
    .flatMap(({ glob }) => written(glob.patterns).map((one) => ({ ...one, glob: glob.text })))
    .map((one) => ({ ...one, back: back.filter(({ pattern }) => !areDisjoint(pattern, one.pattern)) }));
}

const excludesIn = (entries: readonly PathEntry[], written: PatternWriter): readonly Written[] =>
  entries
    .filter(({ glob }) => glob.exclude)
    .flatMap(({ glob }) => written(glob.patterns).map((one) => ({ ...one, glob: glob.text })));

/** Who has what an area excludes: the strongest that has all of it, then those that have a part of it, weakest first. */
function takingBack(
  weaker: readonly WrittenClaim[],
  excluded: Written,
): readonly { readonly text: string | null; readonly aor: Aor | null }[] {
  const whole = weaker.findLastIndex(({ pattern }) => covers(pattern, excluded.pattern));
  return [
    { text: excluded.text, aor: weaker[whole]?.aor ?? null },
    ...weaker.slice(whole + 1).filter(({ pattern }) => covers(excluded.pattern, pattern)),
  ];
}
