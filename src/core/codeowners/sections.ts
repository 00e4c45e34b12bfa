/** Headings of sections. Source: GitLab Docs, *Syntax of CODEOWNERS file*. */
import type { CodeownersOwner } from './model';
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
