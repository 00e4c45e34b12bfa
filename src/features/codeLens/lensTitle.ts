import { holderSummary, type Today } from '../../core';
import type { Answer } from '../../host/store';

/** `Payments · Ana Ruiz`, `Search · vacant`, `unowned`, …; plain text that may hold anything. `undefined`: nothing to say. */
export function lensTitle(answer: Answer, today: Today): string | undefined {
  switch (answer.kind) {
    case 'elsewhere':
    case 'no-file':
      return undefined;
    case 'unreadable':
      return brokenFile;
    case 'ownership': {
      const { ownership, model, repository } = answer;
      const said =
        'aor' in ownership
          ? `${ownership.aor.title} · ${holderSummary(model.file, ownership.aor, today)}`
          : ownership.state;
      return repository.state === 'stale' ? `${said} · ${brokenFile}` : said;
    }
  }
}

const brokenFile = 'ownership file has errors';
