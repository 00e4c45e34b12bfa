/** The one comment of ours on a request, for the forges that have a plain list of comments. */
import { isSameHandle, type CommentOutcome, type MarkedComment } from './forge';

/** A comment that is there. `author`: the handle; `null`: the account is gone. */
export interface ForgeComment {
  readonly id: number;
  readonly text: string;
  readonly author: string | null;
  /** Missing: no. */
  readonly isOfBot?: boolean;
}

/** The comments of one request. */
export interface ForgeComments {
  readonly list: () => Promise<readonly ForgeComment[]>;
  /** Handle of the account that the token belongs to; `null`: it is one of an app, whose comments are those of bots. */
  readonly account: () => Promise<string | null>;
  readonly write: (text: string) => Promise<unknown>;
  readonly edit: (id: number, text: string) => Promise<unknown>;
}

/** Writes or edits it. A comment of somebody else is never touched, whatever it begins with. */
export async function keepComment(
  comments: ForgeComments,
  { marker, text, closing }: MarkedComment,
): Promise<CommentOutcome> {
  const marked = (await comments.list()).filter((comment) => comment.text.startsWith(marker));
  const account = marked.length === 0 ? '' : await comments.account();
  const ours = marked.find(({ author, isOfBot = false }) =>
    account === null ? isOfBot : author !== null && isSameHandle(author, account),
  );
  if (ours === undefined) {
    if (text === null) return 'unchanged';
    await comments.write(text);
    return 'written';
  }
  const wanted = text ?? closing;
  // Line ends come back as the forge likes.
  if (ours.text.replaceAll('\r\n', '\n').trimEnd() === wanted) return 'unchanged';
  await comments.edit(ours.id, wanted);
  return 'edited';
}
