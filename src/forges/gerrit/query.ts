/** Words of a search. Source: *Searching Changes* of Gerrit's documentation. */

/** A value that may hold anything. */
export const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
