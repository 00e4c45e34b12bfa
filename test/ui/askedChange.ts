/** A change that three people are to review: two areas and a review that is a must. Zoe made it. */
import { execFileSync } from 'node:child_process';
import { writeFiles } from '../vscode/workspaces';

/** `host`: where `origin` is, and the host of everybody's handle. */
const ownership = (host: string): string => `version: 1
people:
  ana: { name: Ana Ruiz, handles: { ${host}: ana } }
  ben: { name: Ben Okri, handles: { ${host}: ben } }
  kit: { name: Kit Lee, handles: { ${host}: kit } }
  mia: { name: Mia Roth, handles: { ${host}: mia } }
  zoe: { name: Zoe Park, email: zoe@acme.example, handles: { ${host}: zoe } }
aors:
  payments: { title: Payments, owner: ana, paths: [payments] }
  search: { title: Search, owner: kit, paths: [search] }
  security: { title: Security review, kind: review, owner: ben, backup: mia, level: must, paths: ["**/auth.ts"] }
`;

/** What the change itself says of the people who would review it: all of it is for the base to say. */
const seizing: readonly (readonly [string, string])[] = [
  [': ana }', ': zoe }'],
  ['name: Ben Okri', 'name: Ben Okri, away: [{ from: 2020-01-01, until: 2099-01-01 }]'],
  ['owner: kit', 'owner: zoe'],
];

function seized(text: string): string {
  for (const [before] of seizing) if (!text.includes(before)) throw new Error(`Nothing to seize: ${before}`);
  return seizing.reduce((sofar, [before, after]) => sofar.replace(before, after), text);
}

/**
 * Makes the repository `project` of a host with the change on the branch `work`, as if it was pushed; gives its commit.
 * `isSeizing`: the change also edits a handle, an absence and an owner.
 */
export async function makeAskedChange(
  folder: string,
  host: string,
  project: string,
  { isSeizing = false } = {},
): Promise<string> {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  await writeFiles(folder, { 'aor.yaml': ownership(host), 'payments/a.ts': 'a\n', 'search/b.ts': 'b\n' });
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Zoe Park');
  git('config', 'user.email', 'zoe@acme.example');
  git('remote', 'add', 'origin', `git@${host}:${project}.git`);
  git('add', '.');
  git('commit', '--quiet', '--message', 'Start');
  await writeFiles(folder, { 'payments/a.ts': 'aa\n' });
  git('commit', '--quiet', '--all', '--message', 'Charge');
  git('update-ref', 'refs/remotes/origin/main', 'main');
  git('checkout', '--quiet', '-b', 'work');
  if (isSeizing) await writeFiles(folder, { 'aor.yaml': seized(ownership(host)) });
  await writeFiles(folder, { 'payments/auth.ts': 'auth\n', 'search/b.ts': 'bb\n' });
  git('add', '.');
  git('commit', '--quiet', '--message', 'Charge once');
  git('update-ref', 'refs/remotes/origin/work', 'work');
  return git('rev-parse', 'work').trim();
}
