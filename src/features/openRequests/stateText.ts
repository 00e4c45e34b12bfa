/** What a repository without rows has to say, in words. */
import type { OpenSight } from '../../host/forge/openRequests';

/** A sentence; empty where rows say it. `isBare`: there is no row. */
export function stateText(
  sight: OpenSight | undefined,
  { isLooking, isBare }: { isLooking: boolean; isBare: boolean },
): string {
  switch (sight?.kind) {
    case undefined:
      return isLooking ? 'Looking for open requests…' : '';
    case 'no-git':
      return 'Git is not run here, because this workspace is not trusted or not on this machine. So the forge to ask is not known.';
    case 'no-forge':
      return 'No remote leads to a forge that can be asked. What a host of your own runs is said by the setting aor.forges.';
    case 'broken':
      return 'The open requests could not be looked at; the log says why.';
    case 'seen':
      if (!isBare) return '';
      return isLooking ? 'Looking for open requests…' : 'No open request waits for you or touches your AORs.';
    default:
      return '';
  }
}
