/**
 * Untrusted text as Markdown for the editor's hovers. What is written here reads as text, whatever it holds: no link,
 * image, HTML, theme icon or command can come out of it.
 */
import { visible } from './visible';

const punctuation = /[!-/:-@[-`{-~]/g;

/**
 * The editor looks for theme icons, `$(name)`, after escapes are gone and in code too. A zero-width space, which nobody
 * sees, keeps a text from being taken for one.
 */
const withoutIcons = (text: string): string => text.replace(/\$(?=\(|$)/g, '$\u200B');

/**
 * The text with every ASCII punctuation character escaped, which also breaks autolinks (`https\:`, `www\.`, `a\@b`)
 * and entities.
 */
export const escaped = (text: string): string => withoutIcons(visible(text)).replace(punctuation, '\\$&');

/** The text in one line of Markdown that reads as exactly that text; white space at the ends is dropped. */
export const plain = (text: string): string => escaped(text.replace(/[^\S\n\r\t]+/gu, ' ').trim());

/** The text in one line as inline code. */
export function code(text: string): string {
  const content = withoutIcons(visible(text));
  if (content.trim() === '') return plain(text);
  const longest = Math.max(0, ...Array.from(content.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^[` ]|[` ]$/.test(content) ? ' ' : '';
  return `${fence}${pad}${content}${pad}${fence}`;
}

/** Percent-encodes what could end a link's target or be read as an entity. */
const encodeTarget = (url: string): string =>
  url.replace(/[^A-Za-z0-9\-._~:/?#@!&*+,=%]/gu, (character) =>
    character === "'" || character === '(' || character === ')'
      ? `%${character.charCodeAt(0).toString(16).toUpperCase()}`
      : encodeURIComponent(character),
  );

/** A path beneath the root, each segment encoded, or `null` where it leads out of it or is no path. */
function pathBeneath(path: string): string | null {
  const segments: string[] = [];
  for (const segment of path.replace(/^\//, '').split('/')) {
    let name: string;
    try {
      name = decodeURIComponent(segment);
    } catch {
      name = segment;
    }
    if (/[/\\]|\p{Cc}/u.test(name)) return null;
    if (name === '..') {
      if (segments.pop() === undefined) return null;
    } else if (name !== '' && name !== '.') segments.push(encodeTarget(encodeURIComponent(name)));
  }
  return segments.length === 0 ? null : segments.join('/');
}

/**
 * The target of a link from a file as it may be followed: https, http, mailto, or a path inside the root; else `null`.
 * `root` is the URI of the root without a final slash; with `null` no path is a link.
 */
export function safeTarget(target: string, root: string | null): string | null {
  if (/[\p{Cc}\p{Cs}]|\\/u.test(target) || target.length > 2_000) return null;
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
    if (!/^(https?:\/\/|mailto:)/i.test(target) || !URL.canParse(target)) return null;
    const { protocol, href } = new URL(target);
    return protocol === 'https:' || protocol === 'http:' || protocol === 'mailto:' ? encodeTarget(href) : null;
  }
  if (root === null || target.startsWith('//')) return null;
  const [path = '', fragment] = target.split('#', 2);
  const beneath = pathBeneath(path);
  if (beneath === null) return null;
  return `${root}/${beneath}${fragment === undefined ? '' : `#${encodeTarget(encodeURIComponent(fragment))}`}`;
}

/** A link whose text and target both come from a file; the text alone where the target may not be followed. */
export function link(text: string, target: string, root: string | null): string {
  const safe = safeTarget(target, root);
  return safe === null || plain(text) === '' ? plain(text) : `[${plain(text)}](${safe})`;
}
