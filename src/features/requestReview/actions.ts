/** What can be done with the people who were chosen. Only the first asks anybody, after showing whom. */
import { commands, env, Uri, window } from 'vscode';
import { gerritPush, newRequestPage, safeTarget, visible, type ForgeKind, type Suggestion } from '../../core';
import { labelText } from '../../host/convert';
import { UserError } from '../../host/errors';
import { remoteHost } from '../../host/git';
import type { FeatureContext } from '../../host/featureContext';
import type { GitExtension } from '../../host/review/gitExtension';
import type { ReadyReview } from '../../host/review/review';
import { routeOf } from '../../host/review/route';
import { canConnect } from '../../forges';
import type { Route } from '../../node/route';
import { askOnForge } from './askOnForge';
import { contactOf } from './choices';
import { messageOf } from './message';
import { trailerOf, withTrailers } from './trailers';

export interface Action {
  /** An icon of the editor. */
  readonly icon: string;
  readonly label: string;
  readonly description: string;
  readonly run: () => Promise<void>;
}

const messageMs = 4_000;
const tell = (text: string): void => void window.setStatusBarMessage(labelText(text), messageMs);

/** The actions that work here, for a suggestion of those who were chosen. */
export async function actionsFor(
  review: ReadyReview,
  suggestion: Suggestion,
  context: FeatureContext,
): Promise<readonly Action[]> {
  const route = await routeOf(review, context.settings);
  return [
    ...askThere(review, suggestion, route, context),
    copyMessage(review, suggestion),
    ...insert(review, suggestion, context.git),
    ...forge(suggestion, route),
    ...contacts(suggestion),
  ];
}

const copyMessage = ({ repository, change }: ReadyReview, suggestion: Suggestion): Action => ({
  icon: 'copy',
  label: 'Copy message',
  description: 'Markdown: people, reasons, checklists',
  async run() {
    const host = (await remoteHost(repository.base)) ?? null;
    await env.clipboard.writeText(messageOf(suggestion, change.head.branch, host));
    tell('Copied the message');
  },
});

function insert({ repository }: ReadyReview, { ask }: Suggestion, git: GitExtension): readonly Action[] {
  const box = git.commitBox(repository.base);
  const trailers = ask.flatMap(({ person }) => trailerOf(person) ?? []);
  if (box === undefined || trailers.length === 0) return [];
  const left = ask.filter(({ person }) => trailerOf(person) === null).map(({ person }) => visible(person.name));
  return [
    {
      ...{ icon: 'git-commit', label: 'Insert into commit message', description: 'Cc: lines, below what is there' },
      run() {
        box.value = withTrailers(box.value, trailers);
        tell(
          left.length === 0 ? 'Inserted into the commit message' : `Inserted, without ${left.join(', ')}: no e-mail`,
        );
        return Promise.resolve();
      },
    },
  ];
}

const forgeNames: Readonly<Record<ForgeKind, string>> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  gitea: 'the forge',
  bitbucket: 'Bitbucket',
  'bitbucket-server': 'Bitbucket',
  azure: 'Azure DevOps',
  gerrit: 'Gerrit',
  unknown: 'the forge',
};

/** On the forge itself, where people can be asked there. */
function askThere(
  review: ReadyReview,
  suggestion: Suggestion,
  route: Route | undefined,
  context: FeatureContext,
): readonly Action[] {
  if (route === undefined || suggestion.ask.length === 0 || !canConnect(route.into.remote)) return [];
  const { kind, host } = route.into.remote;
  return [
    {
      ...{
        icon: 'send',
        label: `Ask on ${forgeNames[kind]}`,
        description: visible(`${host}: shown before it is sent`),
      },
      run: () => askOnForge({ review, suggestion, route }, context),
    },
  ];
}

function forge({ ask }: Suggestion, route: Route | undefined): readonly Action[] {
  if (route === undefined) return [];
  const { from, into, remoteName, unpushed } = route;
  const { kind, host } = into.remote;
  if (kind === 'gerrit') {
    const mails = ask.flatMap(({ person }) => person.emails.slice(0, 1));
    const { line } = gerritPush(remoteName, into.branch, mails);
    const run = async (): Promise<void> => {
      await env.clipboard.writeText(line);
      tell('Copied the push for Gerrit');
    };
    return [{ icon: 'terminal', label: 'Copy push for Gerrit', description: visible(line), run }];
  }
  if (kind === 'unknown') return [sayForge(host)];
  const page = newRequestPage(from, into);
  const target = page === null ? null : safeTarget(page, null);
  if (page === null || target === null) return [];
  return [
    {
      icon: 'link-external',
      label: `Open on ${forgeNames[kind]}`,
      description: visible(`${from.branch} → ${into.branch}, ${host}${unpushed === null ? ' · not pushed yet' : ''}`),
      run: () => open(page),
    },
  ];
}

/** Nobody can know what a host of one's own runs, and asking it would tell it something. */
const sayForge = (host: string): Action => ({
  icon: 'gear',
  label: `Open on ${visible(host)}`,
  description: 'first say what it runs, in the setting aor.forges',
  async run() {
    await commands.executeCommand('workbench.action.openSettings', 'aor.forges');
  },
});

const contacts = ({ ask }: Suggestion): readonly Action[] =>
  ask.flatMap(({ person }) => {
    const target = contactOf(person);
    if (target === null) return [];
    const isMail = target.startsWith('mailto:');
    return [
      {
        icon: isMail ? 'mail' : 'comment-discussion',
        label: `Contact ${visible(person.name)}`,
        description: visible(isMail ? target.slice('mailto:'.length) : target),
        run: () => open(target),
      },
    ];
  });

async function open(target: string): Promise<void> {
  // Strict: the address is encoded already and must be opened as it is.
  if (!(await env.openExternal(Uri.parse(target, true)))) throw new UserError(`${visible(target)} was not opened.`);
}
