/** A `CODEOWNERS` file as it stands, in the form that everything else reads: each list of owners is an AOR they share. */
import { defaultPolicy } from '../file/policy';
import type { Aor, OwnershipFile, Person, Ref, SharedRule, Span, Team } from '../model';
import { handleForge } from './dialect';
import type { CodeownersLine, CodeownersOwner, CodeownersText } from './model';
import { areaSection } from './sections';

/** Makes the matcher of an expression that is known to compile. */
export type ExpressionEngine = (source: string) => (path: string) => boolean;

/** The file; people and teams are called what they are written as. `engine`: for the expressions of Gitea's. */
export function asOwnership(read: CodeownersText, engine: ExpressionEngine): OwnershipFile {
  const areas = areaSection(read.lines);
  const named = read.lines.filter(({ owners, excludes }) => owners.length > 0 && !excludes);
  const entries = new Map(read.lines.map((line) => [line, entryOf(line)]));
  const byKey = new Map<string, CodeownersLine[]>();
  for (const line of named) {
    const lines = byKey.get(keyOf(line));
    if (lines === undefined) byKey.set(keyOf(line), [line]);
    else lines.push(line);
  }
  const aors = new Map(
    [...byKey].map(([key, lines]) => [
      key,
      aorOf(
        key,
        lines,
        lines.flatMap((line) => entries.get(line) ?? []),
        areas,
      ),
    ]),
  );
  const lines = read.lines.map((line): SharedRule => {
    const { match } = line;
    return {
      entry: entries.get(line) ?? entryOf(line),
      aor: line.excludes ? null : (aors.get(keyOf(line)) ?? null),
      section: line.section.name === areas ? null : (line.section.name ?? ''),
      excludes: line.excludes,
      matches: match.kind === 'patterns' ? null : matcher(match, engine),
    };
  });
  const owners = new Map(named.flatMap((line) => line.owners.map((owner) => [owner.text, { owner, at: line.at }])));
  const forge = handleForge[read.dialect];
  return {
    sources: [{ path: read.path, base: '', text: read.text }],
    people: new Map(
      [...owners].flatMap(([id, { owner, at }]) => (isPerson(owner) ? [[id, personOf(owner, at, forge)]] : [])),
    ),
    teams: new Map(
      [...owners].flatMap(([id, { owner, at }]) => (isPerson(owner) ? [] : [[id, teamOf(owner, at, forge)]])),
    ),
    aors,
    roles: new Map(),
    exempt: [],
    review: defaultPolicy,
    codeowners: lines,
  };
}

const isPerson = ({ kind }: CodeownersOwner): boolean => kind === 'user' || kind === 'email';

const listOf = ({ owners }: CodeownersLine): string => owners.map(({ text }) => text).join(', ');

const keyOf = (line: CodeownersLine): string =>
  line.section.name === null ? listOf(line) : `[${line.section.name}] ${listOf(line)}`;

function matcher({ source, isNegated }: { source: string; isNegated: boolean }, engine: ExpressionEngine) {
  const matches = engine(source);
  return (path: string): boolean => matches(path) !== isNegated;
}

const entryOf = ({ pattern, at, match, excludes }: CodeownersLine): SharedRule['entry'] => ({
  glob: { text: pattern, exclude: excludes, patterns: match.kind === 'patterns' ? match.patterns : [] },
  priority: 0,
  at,
});

function aorOf(id: string, lines: readonly CodeownersLine[], paths: Aor['paths'], areas: string | null): Aor {
  const [first] = lines;
  const at: Span = first?.at ?? { file: '', start: 0, end: 0 };
  const owners = first?.owners ?? [];
  const section = first?.section ?? null;
  const isArea = section === null || section.name === areas;
  const refOf = ({ text }: CodeownersOwner): Ref => ({ id: text, at });
  return {
    ...{ id, at, whole: at, title: id, kind: isArea ? 'area' : 'review' },
    about: [...new Set(lines.flatMap(({ about }) => about ?? []))].join('\n\n') || null,
    ...{ owner: null, shared: owners.map(refOf), backups: [], consult: [], learning: [] },
    teams: owners.filter((owner) => !isPerson(owner)).map(refOf),
    ...{ parent: null, base: '', paths, hasPaths: true },
    level: section?.isOptional === true ? 'offer' : 'must',
    ...{ content: null, minLines: null, changes: null, broken: [], checklist: [], guide: null, category: null },
    ...{ status: null, confirmed: null, since: null, past: [], vacant: null, handover: null, contact: null },
    ...{ links: new Map(), decisions: [] },
  };
}

const personOf = ({ kind, text }: CodeownersOwner, at: Span, forge: string): Person => ({
  ...{ id: text, at, name: text },
  emails: kind === 'email' ? [text] : [],
  handles: new Map(kind === 'email' ? [] : [[forge, text.slice(1)]]),
  ...{ chat: null, manager: null, timezone: null, wants: [], away: [], left: null, bot: false },
});

const teamOf = ({ text }: CodeownersOwner, at: Span, forge: string): Team => ({
  ...{ id: text, at, name: text, lead: null, manager: null, members: [] },
  handles: new Map([[forge, text.slice(1)]]),
});
