/** The command links a card may carry: this list is all an editor is asked to trust. */
import type { Span } from '../model';
import { plain } from '../text/markdown';

/** Argument of `aor.openRule`: a place in an ownership file. */
export interface RulePlace {
  /** URI of the repository's base, without a final slash. */
  readonly root: string;
  /** Base-relative with `/`. */
  readonly file: string;
  /** UTF-16 offsets into the file, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Argument of `aor.copyMention` and `aor.revealFile`: an AOR, whose owner's mention is wanted, or its row in the tree. */
export interface MentionOf {
  /** URI of the repository's base, without a final slash. */
  readonly root: string;
  readonly aor: string;
}

/** Argument of `aor.goToOwnedFile`: whose files are meant, or the files that a glob matches. */
export type FilesAsked = {
  /** URI of the repository's base, without a final slash. */
  readonly root: string;
} & (
  | { readonly personId: string }
  | {
      readonly glob: string;
      /** The folder the glob is relative to, `''` or `a/b`. */
      readonly base: string;
    }
);

/**
 * Argument of `aor.whoOwns`, the file that is asked about, of `aor.requestReview`, a file of the repository, and of
 * `aor.revealInExplorer`, a file or folder.
 */
export interface FileAsked {
  /** URI of the file. */
  readonly uri: string;
}

/** A command with its one argument, if it takes one, as data. */
export type CommandLink =
  | { readonly command: 'aor.openRule'; readonly argument: RulePlace }
  | { readonly command: 'aor.copyMention'; readonly argument: MentionOf }
  | { readonly command: 'aor.goToOwnedFile'; readonly argument: FilesAsked }
  | { readonly command: 'aor.revealFile'; readonly argument: MentionOf }
  | { readonly command: 'aor.whoOwns' | 'aor.requestReview' | 'aor.revealInExplorer'; readonly argument: FileAsked }
  | { readonly command: 'aor.openOwnershipFile'; readonly argument: null }
  | { readonly command: 'aor.createOwnershipFile'; readonly argument: null };

/** The commands for `MarkdownString.isTrusted.enabledCommands`. */
export const cardCommands: readonly CommandLink['command'][] = [
  'aor.openRule',
  'aor.copyMention',
  'aor.goToOwnedFile',
  'aor.revealFile',
  'aor.revealInExplorer',
  'aor.whoOwns',
  'aor.requestReview',
  'aor.openOwnershipFile',
  'aor.createOwnershipFile',
];

/** The `aor.openRule` link to a place in an ownership file. */
export const openRule = (root: string, { file, start, end }: Span): CommandLink => ({
  command: 'aor.openRule',
  argument: { root, file, start, end },
});

/** The link's URI; its argument is one JSON list, percent-encoded, parentheses too. */
export function commandUri({ command, argument }: CommandLink): string {
  if (argument === null) return `command:${command}`;
  // JSON.stringify writes lone surrogates as escapes, so nothing here throws.
  const encoded = encodeURIComponent(JSON.stringify([argument]));
  return `command:${command}?${encoded.replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}

/** A command link in Markdown; the text may come from a file. */
export const commandLink = (text: string, to: CommandLink): string => `[${plain(text)}](${commandUri(to)})`;
