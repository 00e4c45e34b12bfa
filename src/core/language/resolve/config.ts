/** A file that says how names are resolved, with its base-relative path. */
export interface ConfigText {
  readonly path: string;
  readonly text: string;
}
