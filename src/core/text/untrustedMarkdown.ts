import { marked, type MarkedToken, type Token, type Tokens } from 'marked';
import { code, escaped, plain, safeTarget } from './markdown';

/** More is cut: a card is no page, and the parser's work stays bounded. */
const maximumLength = 2_000;
const maximumDepth = 12;

/**
 * Markdown from a file (`about`, `checklist`) written anew from what it was read as: paragraphs, lists, quotes, code,
 * emphasis, and links that `safeTarget` lets through. Images become their text, HTML tags go, headings are bold
 * paragraphs. Never throws; `root` as in `safeTarget`.
 */
export function untrustedMarkdown(text: string, root: string | null): string {
  const cut = text.length > maximumLength ? `${text.slice(0, maximumLength)}…` : text;
  try {
    return blocks(marked.lexer(cut, { gfm: true }), { root, depth: 0 }).trim();
  } catch {
    return plain(cut);
  }
}

interface Place {
  readonly root: string | null;
  readonly depth: number;
}

const deeper = ({ root, depth }: Place): Place => ({ root, depth: depth + 1 });

const withoutTags = (html: string): string => plain(html.replace(/<[^>]*>/g, ''));

/** Lines after the first moved to the right, so that they stay in the block that begins with `first`. */
const indented = (text: string, first: string, rest: string): string =>
  first + text.replace(/\n(?=[^\n])/g, `\n${rest}`);

function blocks(tokens: readonly Token[], place: Place): string {
  return tokens
    .map((token) => block(token as MarkedToken, place))
    .filter((text) => text !== '')
    .join('\n\n');
}

function block(token: MarkedToken, place: Place): string {
  if (place.depth > maximumDepth) return plain(token.raw);
  switch (token.type) {
    case 'paragraph':
      return inlines(token.tokens, place).trim();
    case 'text':
      return inlines(token.tokens ?? [token], place).trim();
    case 'heading': {
      const title = inlines(token.tokens, deeper(place)).trim();
      return title === '' ? '' : `**${title}**`;
    }
    case 'blockquote':
      return `> ${blocks(token.tokens, deeper(place)).replaceAll('\n', '\n> ')}`;
    case 'list':
      return list(token, place);
    case 'code':
      return token.text.trimEnd().split('\n').map(code).join('\\\n');
    case 'table':
      return [token.header, ...token.rows]
        .map((cells) => cells.map((cell) => inlines(cell.tokens, deeper(place)).trim()).join(' · '))
        .join('\\\n');
    case 'html':
      return withoutTags(token.raw);
    default:
      return '';
  }
}

function list({ ordered, start, items }: Tokens.List, place: Place): string {
  return items
    .map((item, index) => {
      const mark = ordered ? `${(start === '' ? 1 : start) + index}. ` : '- ';
      const box = item.task ? (item.checked === true ? '☑ ' : '☐ ') : '';
      return indented(box + blocks(item.tokens, deeper(place)), mark, ' '.repeat(mark.length));
    })
    .join('\n');
}

const inlines = (tokens: readonly Token[], place: Place): string =>
  tokens.map((token) => inline(token as MarkedToken, place)).join('');

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');

function around(mark: string, tokens: readonly Token[], place: Place): string {
  const content = inlines(tokens, deeper(place));
  return content.trim() === '' ? content : `${mark}${content}${mark}`;
}

function inline(token: MarkedToken, place: Place): string {
  if (place.depth > maximumDepth) return escaped(oneLine(token.raw));
  switch (token.type) {
    case 'strong':
      return around('**', token.tokens, place);
    case 'em':
      return around('*', token.tokens, place);
    case 'del':
      return around('~~', token.tokens, place);
    case 'codespan':
      return code(token.text);
    case 'br':
      return '\\\n';
    case 'link': {
      const content = inlines(token.tokens, deeper(place)).trim();
      const target = safeTarget(token.href, place.root);
      return target === null || content === '' ? content : `[${content}](${target})`;
    }
    case 'image':
      return escaped(oneLine(token.text));
    case 'html':
    case 'checkbox':
      return '';
    case 'text':
    case 'escape':
      return escaped(oneLine(token.text));
    default:
      return escaped(oneLine(token.raw));
  }
}
