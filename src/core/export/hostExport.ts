/** What an export for a host gives. */
import type { Aor, Ownership } from '../model';
import type { CodeownersLine, CodeownersLines } from './codeownersLines';

export interface HostExport {
  readonly text: string;
  /** The lines of the areas, in their order. */
  readonly lines: readonly CodeownersLine[];
  /** Globs that cannot be written there. */
  readonly left: CodeownersLines['left'];
  /** People and teams without a handle or an e-mail address, with an AOR that should name them. */
  readonly unreachable: readonly { readonly name: string; readonly aor: Aor }[];
  /** AORs for which nobody can be named: the files of an area go to the next weaker line, a review is left out. */
  readonly nameless: readonly Aor[];
  /** Reviews that the format has no words for; `why` completes *cannot be written there: …*. */
  readonly unsaid: readonly { readonly aor: Aor; readonly why: string }[];
  /** Whether the host names for the path whom the ownership file names, as far as somebody can be named. */
  readonly hasOurOwner: (ownership: Ownership) => boolean;
  /** Whether the reviews that are written there apply to the path exactly where they do here. */
  readonly hasOurReviews: (ownership: Ownership) => boolean;
}
