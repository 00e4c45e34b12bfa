/** A draft as the text of an ownership file. */
import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Draft, DraftAor, DraftPath, DraftPerson, DraftTeam } from './draft';

type Entries = YAMLMap<Scalar<string>>;

/** Reads back as what the draft says: scalars that YAML would take for something else are quoted. */
export function writeDraft({ comment, people, teams, aors, exempt }: Draft): string {
  const root: Entries = new YAMLMap();
  add(root, 'version', new Scalar(1));
  addEntries(root, 'people', people, personNode);
  addEntries(root, 'teams', teams, teamNode);
  setApart(addEntries(root, 'aors', aors, aorNode), aors);
  if (exempt.length > 0) add(root, 'exempt', listOf(exempt));
  for (const { key } of root.items.slice(1)) key.spaceBefore = true;
  const document = new Document(root);
  if (comment.length > 0) document.commentBefore = comment.map(commentLine).join('\n');
  return document.toString({ lineWidth: 0 });
}

/** One line of a comment, whatever it holds. */
const commentLine = (line: string): string => ` ${line.replace(/\s+/g, ' ').trim()}`;

function add(map: Entries, key: string, value: unknown): void {
  map.items.push(new Pair(new Scalar(key), value));
}

function addText(map: Entries, key: string, value: string | null): void {
  if (value !== null && value !== '') add(map, key, text(value));
}

/** One value alone, several as a list, none not at all. */
function addList(map: Entries, key: string, values: readonly string[]): void {
  const [first, ...others] = values;
  if (first !== undefined) add(map, key, others.length === 0 ? text(first) : listOf(values));
}

function addMap(map: Entries, key: string, values: ReadonlyMap<string, string>): void {
  if (values.size === 0) return;
  const inner: Entries = new YAMLMap();
  inner.flow = true;
  for (const [name, value] of values) add(inner, name, text(value));
  add(map, key, inner);
}

function addEntries<T extends { readonly id: string }>(
  map: Entries,
  key: string,
  all: readonly T[],
  nodeOf: (one: T) => unknown,
): Entries | undefined {
  if (all.length === 0) return undefined;
  const inner: Entries = new YAMLMap();
  for (const one of all) add(inner, one.id, nodeOf(one));
  add(map, key, inner);
  return inner;
}

/** AORs stand apart, each beneath its comment. */
function setApart(aors: Entries | undefined, drafts: readonly DraftAor[]): void {
  for (const [at, { key }] of aors?.items.entries() ?? []) {
    key.spaceBefore = at > 0;
    const { comment } = drafts[at] ?? { comment: [] };
    if (comment.length > 0) key.commentBefore = comment.map(commentLine).join('\n');
  }
}

function text(value: string): Scalar<string> {
  const scalar = new Scalar(value);
  // YAML would take these for something else, or a reader might.
  if (/^[!*&{[]| #/.test(value)) scalar.type = Scalar.QUOTE_DOUBLE;
  else if (value.includes('\n')) scalar.type = Scalar.BLOCK_LITERAL;
  return scalar;
}

/** What is short stands on one line. */
function listOf(values: readonly string[]): YAMLSeq {
  const list = new YAMLSeq();
  list.items = values.map(text);
  list.flow = values.join(', ').length < 80;
  return list;
}

function personNode({ name, emails, handles }: DraftPerson): unknown {
  const [email, ...others] = emails;
  const isShort = handles.size === 0 && others.length === 0 && email !== undefined && !/[<>]/.test(name);
  if (isShort) return text(`${name} <${email}>`);
  const map: Entries = new YAMLMap();
  map.flow = true;
  addText(map, 'name', name);
  addList(map, 'email', emails);
  addMap(map, 'handles', handles);
  return map;
}

function teamNode({ name, members, handles }: DraftTeam): unknown {
  const map: Entries = new YAMLMap();
  map.flow = true;
  addText(map, 'name', name);
  addList(map, 'members', members);
  addMap(map, 'handles', handles);
  return map;
}

function aorNode(aor: DraftAor): unknown {
  const map: Entries = new YAMLMap();
  addText(map, 'title', aor.title);
  if (aor.kind !== 'area') addText(map, 'kind', aor.kind);
  addText(map, 'about', aor.about);
  addText(map, 'owner', aor.owner);
  addList(map, 'backup', aor.backups);
  addList(map, 'consult', aor.consult);
  addList(map, 'team', aor.teams);
  addText(map, 'parent', aor.parent);
  addText(map, 'contact', aor.contact);
  addMap(map, 'links', aor.links);
  addText(map, 'level', aor.level);
  addText(map, 'content', aor.content);
  if (aor.paths.length > 0) add(map, 'paths', pathsNode(aor.paths));
  return map;
}

function pathsNode(paths: readonly DraftPath[]): YAMLSeq {
  if (paths.every(({ priority }) => priority === 0)) return listOf(paths.map(({ glob }) => glob));
  const list = new YAMLSeq();
  list.items = paths.map(({ glob, priority }) => {
    if (priority === 0) return text(glob);
    const map: Entries = new YAMLMap();
    map.flow = true;
    add(map, 'glob', text(glob));
    add(map, 'priority', new Scalar(priority));
    return map;
  });
  return list;
}
