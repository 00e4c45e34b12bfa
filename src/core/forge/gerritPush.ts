/** A push to Gerrit that asks reviewers, to be copied into a terminal. */
export interface GerritPush {
  readonly line: string;
  /** Those of the addresses that cannot be written in such a line. */
  readonly left: readonly string[];
}

/** What neither a ref, nor Gerrit's options behind its `%`, nor a shell takes for something else. */
const plain = /^[\w.+@-]+$/;

/** A name that a shell reads as one word. */
const word = (text: string): string => (/^[\w./@+:%=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);

/**
 * `git push origin HEAD:refs/for/main%r=ana@acme.example`. `reviewers`: e-mail addresses.
 * Source: *Uploading Changes* of Gerrit's documentation.
 */
export function gerritPush(remote: string, branch: string, reviewers: readonly string[]): GerritPush {
  const able = reviewers.filter((address) => plain.test(address) && !/\.\.|@\{|\.$/.test(address));
  const options = able.map((address) => `r=${address}`).join(',');
  const target = `HEAD:refs/for/${branch}${options === '' ? '' : `%${options}`}`;
  return { line: `git push ${word(remote)} ${word(target)}`, left: reviewers.filter((one) => !able.includes(one)) };
}
