/** The cases of the ownership file reference, laid out as folders of one workspace. */
import cases from '../../data/conformance/ownership.json';

export interface ConformanceCase {
  readonly name: string;
  readonly opened?: string;
  readonly setting?: string;
  readonly repositories?: readonly string[];
  readonly entry: string | null;
  readonly files: Readonly<Record<string, string>>;
  readonly tree?: readonly string[];
  readonly ask: readonly {
    readonly path: string;
    readonly state: string;
    readonly aor?: string;
    readonly owner?: string;
    readonly glob?: string;
    readonly line?: number;
    readonly file?: string;
    readonly also?: readonly { readonly aor: string; readonly glob: string; readonly lost: string }[];
    readonly reviews?: readonly { readonly aor: string }[];
    readonly conditional?: readonly { readonly aor: string }[];
  }[];
  readonly problems?: readonly { readonly code: string; readonly file: string; readonly line?: number }[];
  readonly not?: readonly string[];
}

/** Their answer is that of a day that is over; the editor knows only its own clock. */
export const ofAnotherDay: readonly string[] = ['left: the day before'];

/** Every case with the folder it is laid out in. */
export const laidOut = (cases as readonly ConformanceCase[])
  .filter(({ name }) => !ofAnotherDay.includes(name))
  .map((theCase, at) => ({ theCase, folder: `case-${String(at)}` }));
