/** Somebody as a commit names them, after `.mailmap`. Either part can be empty; both are untrusted text. */
export interface Identity {
  readonly name: string;
  readonly email: string;
}
