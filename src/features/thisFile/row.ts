/** A row of the view, without an editor: what it says and what it leads to. Texts are plain, and ready to be shown. */
export interface Row extends Partial<RowAor> {
  /** The same for the same thing in every file, so that what the user opened stays open. */
  readonly id: string;
  /** An icon of the editor. */
  readonly icon: string;
  readonly label: string;
  readonly description: string;
  /** What is read aloud instead of label and description. */
  readonly spoken?: string;
  readonly children: readonly Row[];
  /** Whether the children are seen from the start. */
  readonly isOpen: boolean;
  readonly link: Link | null;
}

/** What a click does: a command with one argument, or a target that `safeTarget` has let through. */
export type Link =
  | { readonly kind: 'command'; readonly command: string; readonly argument: unknown }
  | { readonly kind: 'open'; readonly target: string };

/** What the row of an AOR carries for its menus: the arguments of `aor.openRule`, `aor.copyMention`, `aor.revealFile`. */
export interface RowAor {
  readonly root: string;
  readonly aor: string;
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A row with what is not said left empty. */
export const row = (id: string, icon: string, label: string, more: Partial<Row> = {}): Row => ({
  ...{ id, icon, label, description: '', children: [], isOpen: false, link: null },
  ...more,
});

/** The parts, those that are not empty. */
export const joined = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' · ');
