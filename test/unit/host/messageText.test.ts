import { strict as assert } from 'node:assert';
import { messageText } from '../../../src/host/messageText';

/** As VS Code finds links in notifications (`linkedText.ts`). */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;

describe('the text of a notification', () => {
  it('has no link that somebody else has put into it', () => {
    const words = 'No access: [sign in](command:x) [here](https://evil.example "now")[a](file:///b)';
    assert.equal(words.match(link)?.length, 3);
    assert.equal(messageText(words).match(link), null);
  });

  it('stays as it is but for that, with hidden characters as escapes', () => {
    assert.equal(messageText('Ana (owner) $(zap) [x] \u202E'), 'Ana (owner) $(zap) [x] \\u{202E}');
  });
});
