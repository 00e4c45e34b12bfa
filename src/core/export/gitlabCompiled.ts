/** How GitLab reads one pattern of `CODEOWNERS`: Ruby's `File.fnmatch` with path names and dot files. */
import type { PathPattern, PathSegment } from './pathPattern';
import { exactly, type NameToken } from './wildcard';

/**
 * A pattern as it stands in the file, without `!`. Without `/` in front it matches at any depth, with `/` at the end
 * everything beneath; otherwise whole paths alone. A last `**` is a `*`, as it is within a name.
 */
export function gitlabCompiled(written: string): PathPattern {
  const text = written.replace(/^\\#/, '#').replace(/\\\s+/g, ' ');
  const anchored = text.startsWith('/') ? text : `/**/${text}`;
  const whole = anchored.endsWith('/') ? `${anchored}**/*` : anchored;
  const texts = whole.slice(1).split('/');
  return {
    segments: texts.map((one, at) => (one === '**' && at < texts.length - 1 ? { globstar: true } : segmentOf(one))),
    takesBeneath: false,
    takesItself: true,
  };
}

/** An escaped character, a set such as `[a-c]` or `[^x]`, or one character. */
const part = /\\(.)|\[([!^]?)((?:\\.|[^\]\\])+)\]|(.)/gsu;

function segmentOf(text: string): PathSegment {
  const tokens: NameToken[] = [];
  for (const [, escaped, negation, set, plain] of text.matchAll(part)) {
    if (set !== undefined) tokens.push(setToken(set, negation !== ''));
    else if (plain === '*') tokens.push('star');
    else if (plain === '?') tokens.push('one');
    else tokens.push(exactly(escaped ?? plain ?? ''));
  }
  const isName = !/[*?[]/.test(text.replace(/\\./gsu, ''));
  return isName ? { name: text.replace(/\\(.)/gsu, '$1') } : { tokens: tokens };
}

function setToken(set: string, isNegated: boolean): NameToken {
  const members = [...set.matchAll(/\\?(.)(?:-\\?(.))?/gsu)];
  return (character) => members.some(([, from = '', to = from]) => from <= character && character <= to) !== isNegated;
}
