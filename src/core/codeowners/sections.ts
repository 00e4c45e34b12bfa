/** Headings of sections. Source: GitLab Docs, *Syntax of CODEOWNERS file*. */
import type { CodeownersLine, CodeownersOwner } from './model';
import { ownersWithin } from './owners';

export interface Heading {
  readonly name: string;
  readonly isOptional: boolean;
  readonly approvals: number | null;
  /** Who owns the lines of the section that name nobody. */
  readonly owners: readonly CodeownersOwner[];
}

/** `[Name]`, `^[Name]`, `[Name][2] @owner`; `null`: the line is none. */
export function headingOf(line: string): Heading | null {
  const [, optional, name, approvals, rest = ''] = /^\s*(\^)?\[([^\]]+)\](?:\[(\d+)\])?(.*)$/.exec(line) ?? [];
  if (name === undefined || name.trim() === '' || !/^(?:\s|$)/.test(rest)) return null;
  return {
    name: name.trim(),
    isOptional: optional !== undefined,
    approvals: approvals === undefined ? null : Number(approvals),
    owners: ownersWithin(rest),
  };
}

/** The section whose lines give the areas: the unnamed one, else the one with the most lines; `null`: the unnamed. */
export function areaSection(lines: readonly CodeownersLine[]): string | null {
  const counts = new Map<string | null, number>();
  for (const { section } of lines) counts.set(section.name, (counts.get(section.name) ?? 0) + 1);
  if (counts.has(null) || counts.size === 0) return null;
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}
