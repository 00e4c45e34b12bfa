/** The order in which keys are written: that of the tables of the reference page. */

const top = ['version', 'include', 'people', 'teams', 'aors', 'exempt', 'roles', 'review'];
const person = ['name', 'email', 'handles', 'chat', 'manager', 'timezone', 'wants', 'away', 'left', 'bot'];
const team = ['name', 'lead', 'manager', 'members', 'handles'];
const aor = [
  ...['title', 'about', 'kind', 'owner', 'backup', 'consult', 'learning', 'team', 'parent', 'paths'],
  ...['level', 'content', 'min-lines', 'changes', 'checklist', 'guide', 'category', 'status', 'confirmed', 'since'],
  ...['past', 'vacant', 'handover', 'contact', 'links', 'decisions'],
];
const role = ['title', 'holders', 'duties'];
const duty = ['title', 'category', 'group', 'fit', 'held-by'];
const review = ['ask-at-most', 'base-branch', 'stale-after-days', 'severities'];

/** Of the maps within entries, by the key they stand behind. */
const inner: Readonly<Record<string, readonly string[]>> = {
  away: ['from', 'until', 'cover'],
  past: ['owner', 'from', 'until', 'why'],
  vacant: ['since', 'why'],
  handover: ['to', 'by', 'why'],
  decisions: ['date', 'title', 'link'],
  paths: ['glob', 'priority'],
};

const ofEntries: Readonly<Record<string, readonly string[]>> = { people: person, teams: team, aors: aor, roles: role };

/** The keys of the map that these keys lead to, in order; empty for maps whose keys the writer chooses. */
export function keyOrder(path: readonly string[]): readonly string[] {
  const [section] = path;
  if (section === undefined) return top;
  if (path.length === 1) return section === 'review' ? review : [];
  if (path.length === 2) return Object.hasOwn(ofEntries, section) ? (ofEntries[section] ?? []) : [];
  if (path.length === 4 && section === 'roles' && path[2] === 'duties') return duty;
  const key = path[2] ?? '';
  return path.length === 3 && (section === 'aors' || section === 'people') && Object.hasOwn(inner, key)
    ? (inner[key] ?? [])
    : [];
}

/** After which of the keys that are there a new one belongs: their index, −1 before all. Unknown keys keep the end. */
export function placeAmong(present: readonly string[], key: string, order: readonly string[]): number {
  const rank = order.indexOf(key);
  if (rank < 0) return present.length - 1;
  const ranks = present.map((name) => order.indexOf(name));
  const before = Math.max(-1, ...ranks.filter((known) => known < rank));
  return before < 0 ? -1 : ranks.indexOf(before);
}
