/** A suggestion as `aor review --json` has it, without what git says. */
import { alsoText, knowsText, notAskedText, uncoveredText, undecidedText, whyText } from './explain';
import { handleOn } from './handles';
import type { Ask, RequirementState, Suggestion, Uncovered } from './suggestion';

/** The keys of `aor review --json` from `fileCount` on. Its texts leave the machine. */
export interface ReviewJson {
  readonly fileCount: number;
  readonly ownershipFile: { readonly from: 'base' | 'working'; readonly changedInHead: boolean };
  readonly ask: readonly AskJson[];
  readonly notAsked: readonly {
    readonly person: string | null;
    readonly aor: string;
    readonly code: string;
    readonly text: string;
  }[];
  readonly uncovered: readonly UncoveredJson[];
  readonly undecided: readonly { readonly aor: string; readonly code: string; readonly text: string }[];
  readonly also: readonly { readonly aor: string; readonly code: string; readonly text: string }[];
  readonly checklists: readonly {
    readonly aor: string;
    readonly guide: string | null;
    readonly items: readonly string[];
  }[];
  readonly knows: readonly {
    readonly person: string | null;
    readonly name: string;
    /** `null`: the files that nobody owns. */
    readonly aor: string | null;
    readonly text: string;
  }[];
  /** Only where a forge was asked. */
  readonly states?: readonly StateJson[];
}

/** How far an AOR is on the forge. */
export interface StateJson {
  readonly aor: string;
  readonly state: RequirementState['state'];
  /** Id of the person; `null` where it is open. */
  readonly by: string | null;
}

export interface AskJson {
  readonly person: string;
  readonly name: string;
  /** On the host that was asked for; `null`: not known. */
  readonly handle: string | null;
  readonly for: readonly {
    readonly aor: string;
    readonly as: string;
    readonly level: string;
    readonly files: readonly string[];
  }[];
  readonly why: readonly { readonly code: string; readonly text: string }[];
  /** Codes; the texts say no more than *unavailable*. */
  readonly warnings: readonly string[];
}

export interface UncoveredJson {
  readonly kind: 'path' | 'aor';
  readonly id: string;
  /** As of `aor who`. */
  readonly state: 'unowned' | 'vacant' | 'owned';
  readonly code: string;
  readonly text: string;
}

/** The suggestion as data; handles are those on `host`, a host name such as `github.com`. */
export function reviewJson(suggestion: Suggestion, host: string | null): ReviewJson {
  const { from, isFileChanged, fileCount, ask, notAsked, uncovered, undecided, also, checklists, knows, states } =
    suggestion;
  return {
    fileCount,
    ownershipFile: { from, changedInHead: isFileChanged },
    ask: ask.map((one) => askJson(one, host)),
    notAsked: notAsked.map((one) => ({
      person: one.id,
      aor: one.aor.id,
      code: one.code,
      text: notAskedText(one, 'others'),
    })),
    uncovered: uncovered.map(uncoveredJson),
    undecided: undecided.map((one) => ({
      aor: one.aor.id,
      code: one.kind === 'broken' ? one.condition.code : one.kind,
      text: undecidedText(one),
    })),
    also: also.map((one) => ({ aor: one.requirement.aor.id, code: one.code, text: alsoText(one) })),
    checklists: checklists.map(({ aor, guide, items }) => ({ aor: aor.id, guide, items })),
    knows: knows.map((one) => ({
      person: one.person?.id ?? null,
      name: one.person?.name ?? one.knower.name,
      aor: one.aor?.id ?? null,
      text: knowsText(one),
    })),
    ...(states === null ? {} : { states: states.map(stateJson) }),
  };
}

function askJson({ person, for: covered, warnings }: Ask, host: string | null): AskJson {
  return {
    person: person.id,
    name: person.name,
    handle: handleOn(person, host),
    for: covered.map(({ requirement: { aor, level, files }, as }) => ({ aor: aor.id, as, level, files })),
    why: covered.map((one) => ({ code: one.as, text: whyText(one, 'others') })),
    warnings,
  };
}

const stateJson = ({ requirement: { aor }, state, by }: RequirementState): StateJson => ({
  ...{ aor: aor.id, state, by: by?.id ?? null },
});

function uncoveredJson(uncovered: Uncovered): UncoveredJson {
  const text = uncoveredText(uncovered, 'others');
  if (uncovered.kind === 'path') return { kind: 'path', id: uncovered.path, state: 'unowned', code: 'unowned', text };
  const { requirement, code, vacancy } = uncovered;
  return { kind: 'aor', id: requirement.aor.id, state: vacancy === null ? 'owned' : 'vacant', code, text };
}
