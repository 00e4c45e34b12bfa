/** How a text is written in YAML so that it reads as itself. Source: YAML 1.2.2, plain scalars. */

/** Whether a text may stand without quotes. In `[ ]` and `{ }` less may. */
export function isPlainSafe(text: string, isFlow: boolean): boolean {
  if (text === '' || text !== text.trim()) return false;
  if (/^[-?:](\s|$)/.test(text) || /^[,[\]{}#&*!|>'"%@`]/.test(text)) return false;
  if (/:(\s|$)|\s#/.test(text) || /[\0-\x1f\x7f\x85\u2028\u2029\uFEFF]/.test(text)) return false;
  if (/^(~|null)$/.test(text)) return false;
  return !(isFlow && (/[,[\]{}]/.test(text) || /^[-?:]/.test(text)));
}

/** The text as it is written: plain where that is safe and `quote` is not asked for. */
export function written(text: string, { isFlow, quote }: { readonly isFlow: boolean; readonly quote: string }): string {
  if (quote === '' && isPlainSafe(text, isFlow)) return text;
  return quote === "'" && !/[\0-\x1f\x7f]/.test(text) ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}

/** What a half-typed scalar says so far, and the quote it began with. */
export function readTyped(typed: string): { readonly text: string; readonly quote: string } {
  const quote = /^["']/.exec(typed)?.[0] ?? '';
  const inside = typed.slice(quote.length);
  if (quote === '"') return { quote, text: inside.replace(/\\(["\\/])/g, '$1') };
  return { quote, text: quote === "'" ? inside.replaceAll("''", "'") : inside };
}
