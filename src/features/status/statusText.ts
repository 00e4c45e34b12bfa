import { holderSummary, type Today } from '../../core';
import type { Answer } from '../../host/store';

/** What the status bar says about a file, in words. */
export interface StatusText {
  readonly icon: 'account' | 'warning';
  /** `Payments · Ana Ruiz`, `unowned`, … Plain text, which may hold anything. */
  readonly text: string;
  /** The same for a screen reader. */
  readonly spoken: string;
}

const brokenFile = 'ownership file has errors';

/**
 * The words for an answer; `undefined` where there is nothing to say. Without an ownership file that is so unless the
 * window has one elsewhere: who does not use any is left alone.
 */
export function statusText(answer: Answer, hasOwnershipFileElsewhere: boolean, today: Today): StatusText | undefined {
  switch (answer.kind) {
    case 'elsewhere':
      return undefined;
    case 'no-file':
      return hasOwnershipFileElsewhere ? said('account', ['no ownership file']) : undefined;
    case 'unreadable':
      return said('warning', [brokenFile]);
    case 'ownership': {
      const parts = partsOf(answer, today);
      return answer.repository.state === 'stale' ? said('warning', [...parts, brokenFile]) : said('account', parts);
    }
  }
}

function partsOf({ ownership, model }: Extract<Answer, { kind: 'ownership' }>, today: Today): readonly string[] {
  if (ownership.state === 'unowned' || ownership.state === 'exempt') return [ownership.state];
  const { aor } = ownership;
  return [aor.title, holderSummary(model.file, aor, today)];
}

const said = (icon: StatusText['icon'], parts: readonly string[]): StatusText => ({
  icon,
  text: parts.join(' · '),
  spoken: `Responsibility: ${parts.join(', ')}`,
});
