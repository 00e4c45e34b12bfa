/** What the one button beside an error does. */
export interface ErrorAction {
  readonly title: string;
  /** A command id. */
  readonly command: string;
  readonly arguments?: readonly unknown[];
}

/** Expected trouble: the message is one sentence for the user and is shown as written. */
export class UserError extends Error {
  constructor(
    message: string,
    readonly action?: ErrorAction,
  ) {
    super(message);
    this.name = 'UserError';
  }
}

/** A short text for the log, with the stack where there is one. */
export const errorText = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
