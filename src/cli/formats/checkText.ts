/** Whether the `must` reviews are approved, in words and as data. */
import type { MustState } from '../../core';
import type { Checked } from '../request/checkMusts';
import { foundJson, notOne, titleOf } from './requestText';

/** Lines behind the suggestion. Not made visible yet. */
export function checkText({ found, musts }: Checked): readonly string[] {
  if (found.kind !== 'one') return notOne(found, 'Nothing was checked');
  const title = `Needed on ${titleOf(found, found.state.request)}`;
  if (musts.length === 0) return ['', `${title}: nobody's approval`];
  return ['', `${title}:`, ...musts.map((one) => `  ${one.requirement.aor.title}: ${stateText(one)}`)];
}

function stateText({ approvedBy, mayApprove }: MustState): string {
  if (approvedBy !== null) return `approved by ${approvedBy.name}`;
  const names = mayApprove.map(({ name }) => name);
  return names.length === 0 ? 'nobody can approve it' : `waits for ${names.join(', or ')}`;
}

/** The key `check` of `aor review --json`; `null` without `--check`. */
export function checkJson(checked: Checked | null): object | null {
  if (checked === null) return null;
  const musts = checked.musts.map((one) => ({
    aor: one.requirement.aor.id,
    approvedBy: one.approvedBy?.id ?? null,
    mayApprove: one.mayApprove.map(({ id }) => id),
    text: stateText(one),
  }));
  return { ...foundJson(checked.found), musts };
}
