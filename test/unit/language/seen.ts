import { Marked } from 'marked';

export const parser = new Marked({ gfm: true });

/** What a reader sees, a paragraph or line each. */
export function seen(markdown: string): string {
  return parser
    .parse(markdown, { async: false })
    .replace(/<li>/g, '- ')
    .replace(/<br>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\n+/g, '\n')
    .trim();
}
