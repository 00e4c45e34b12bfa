/** How the rows of the view *Review* look, and how they read aloud. */
import {
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  Uri,
  type Command,
} from 'vscode';
import { filesText, progressText, safeTarget, visible, whyText, type Aor, type Today } from '../../core';
import { uriBelow } from '../../host/paths';
import type { GitExtension } from '../../host/review/gitExtension';
import type { ReadyReview } from '../../host/review/review';
import { scopeText, stateText } from '../../host/review/stateText';
import { askedFor, branchKey, stateFor, tickKey, type Part, type ReviewNode } from './nodes';
import { openFile } from './openFile';
import { requestRow, type RequestRow } from './requestRows';
import type { Ticks } from './ticks';

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

export interface ItemContext {
  readonly today: Today;
  readonly ticks: Ticks;
  readonly git: GitExtension;
}

/** The row of a node. */
export function itemOf(node: ReviewNode, context: ItemContext): TreeItem {
  const { label, icon, state = None, description = '', spoken = description, ...more } = rowOf(node, context);
  const item = new TreeItem(label, state);
  item.id = node.id;
  if (icon !== undefined) item.iconPath = typeof icon === 'string' ? new ThemeIcon(icon) : icon;
  item.description = description;
  const said = spoken === '' ? label : `${label}, ${spoken}`;
  item.accessibilityInformation = { label: said };
  // Rows are narrow, and what they say is not.
  if (more.resourceUri === undefined) item.tooltip = description === '' ? label : `${label}\n${description}`;
  return Object.assign(item, more);
}

interface Row extends Pick<TreeItem, 'resourceUri' | 'command' | 'contextValue'> {
  readonly label: string;
  readonly icon?: string | ThemeIcon;
  readonly state?: TreeItemCollapsibleState;
  readonly description?: string;
  /** What is read after the label. Default: the description. */
  readonly spoken?: string;
  readonly checkboxState?: TreeItem['checkboxState'];
}

function rowOf(node: ReviewNode, context: ItemContext): Row {
  switch (node.kind) {
    case 'repository': {
      const { review } = node;
      const label = visible(review.repository.base.path.split('/').at(-1) ?? '');
      const isReady = review.kind === 'ready';
      const description =
        (isReady && stateText(review)) || (isReady ? scopeText(review.scope, review) : stateText(review));
      return { label, icon: 'repo', state: isReady ? Expanded : None, description };
    }
    case 'request': {
      const { sight, review } = node;
      const isOpen = sight.kind === 'one' || sight.kind === 'several';
      const signIn = { command: 'aor.signIn', title: 'Sign in', arguments: [sight.remote] };
      return {
        ...requestLook(requestRow(sight, review), isOpen ? Expanded : None),
        ...(sight.kind === 'signed-out' ? { command: signIn } : {}),
      };
    }
    case 'request-row':
      return requestLook(node.row, None);
    case 'part':
      return partRow(node.review, node.part, context);
    case 'person': {
      const { ask } = node;
      const [first, ...others] = ask.for;
      const reason = first === undefined ? '' : whyText(first, context);
      const description = others.length === 0 ? reason : `${reason}, and ${others.length} more`;
      const warning = ask.warnings.length === 0 ? undefined : new ThemeColor('list.warningForeground');
      return {
        ...{ label: visible(ask.person.name), icon: new ThemeIcon('account', warning), state: Collapsed },
        ...{ description, contextValue: 'reviewer' },
      };
    }
    case 'requirement': {
      const { requirement, review } = node;
      const { aor, level, files } = requirement;
      const asked = askedFor(review, requirement)?.person.name;
      const state = stateFor(review, requirement);
      const progress = state === undefined ? '' : progressText(state);
      // Whose review it is stands there once.
      const isNamed = state?.by?.name === asked && state?.state !== 'requested';
      const facts = [
        ...(level === 'area' ? [] : [levelTexts[level]]),
        filesText(files.length),
        ...(asked === undefined || isNamed ? [] : [visible(asked)]),
        ...(progress === '' ? [] : [progress]),
      ];
      return {
        ...{ label: visible(aor.title), icon: level === 'area' ? 'layers' : 'checklist', state: Collapsed },
        ...{ description: facts.join(' · '), spoken: facts.join(', '), contextValue: 'requirement' },
      };
    }
    case 'fact': {
      const { label, description, icon, aor, review } = node;
      return { label, description, icon, ...commandOf(aor === null ? undefined : openRule(review, aor)) };
    }
    case 'file': {
      const { path, review, description } = node;
      const slash = path.lastIndexOf('/');
      const folder = visible(slash < 0 ? '' : path.slice(0, slash));
      const changed = review.change.files.find((file) => file.path === path || file.from === path);
      const facts = [description, folder].filter((text) => text !== '');
      return {
        ...{ label: visible(path.slice(slash + 1)), resourceUri: uriBelow(review.repository.base, path) },
        ...{ icon: ThemeIcon.File, description: facts.join(' · ') },
        spoken: [...facts, ...(changed === undefined ? [] : [changed.kind])].join(', '),
        command: openFile(review, path, changed, context.git),
      };
    }
    case 'checklist': {
      const { aor, review } = node;
      const total = aor.checklist.length;
      const description = total === 0 ? '' : `${tickedCount(review, [aor], context)} of ${total} ticked`;
      return { label: visible(aor.title), icon: 'checklist', state: Expanded, description };
    }
    case 'tick': {
      const isTicked = context.ticks.isTicked(branchKey(node.review), tickKey(node));
      const { Checked, Unchecked } = TreeItemCheckboxState;
      const label = visible(node.text);
      return {
        ...{ label, spoken: `checklist of ${visible(node.aor.title)}` },
        checkboxState: {
          state: isTicked ? Checked : Unchecked,
          accessibilityInformation: { label },
          tooltip: isTicked ? 'Ticked' : 'Tick once you have looked at it',
        },
      };
    }
    case 'guide': {
      const root = node.review.repository.base.toString().replace(/\/$/, '');
      const target = safeTarget(node.target, root);
      const command = {
        command: 'vscode.open',
        title: 'Open guide',
        arguments: target === null ? [] : [Uri.parse(target)],
      };
      const description = visible(node.target);
      return { label: 'Guide', icon: 'book', description, ...commandOf(target === null ? undefined : command) };
    }
    case 'rest':
      return { label: `${node.count.toLocaleString('en')} more`, icon: 'ellipsis' };
  }
}

/** A row that leads to its page, where it has one and has nothing beneath. */
function requestLook({ icon, label, description, url, isWarning }: RequestRow, state: TreeItemCollapsibleState): Row {
  const target = url === null ? null : safeTarget(url, null);
  const color = isWarning ? new ThemeColor('list.warningForeground') : undefined;
  const open =
    target === null ? undefined : { command: 'vscode.open', title: 'Open', arguments: [Uri.parse(target, true)] };
  return { label, icon: new ThemeIcon(icon, color), state, description, ...commandOf(open) };
}

const commandOf = (command: Command | undefined): Pick<Row, 'command'> => (command === undefined ? {} : { command });

const levelTexts = { must: 'must', offer: 'offered', note: 'to be known' } as const;

const titles: Readonly<Record<Part, readonly [title: string, icon: string, isOpen: boolean]>> = {
  ask: ['People to ask', 'organization', true],
  attention: ['Needs attention', 'warning', true],
  checklists: ['Checklists', 'tasklist', true],
  areas: ['Areas', 'layers', true],
  reviews: ['Reviews', 'checklist', true],
  also: ['Also touched', 'info', false],
  'not-asked': ['Not asked', 'circle-slash', false],
};

function partRow(review: ReadyReview, part: Part, context: ItemContext): Row {
  const [label, icon, isOpen] = titles[part];
  const color = part === 'attention' ? new ThemeColor('list.warningForeground') : undefined;
  const row = { label, icon: new ThemeIcon(icon, color), state: isOpen ? Expanded : Collapsed };
  return { ...row, description: countOf(review, part, context) };
}

function countOf(review: ReadyReview, part: Part, context: ItemContext): string {
  const { suggestion } = review;
  const areas = suggestion.requirements.filter(({ level }) => level === 'area').length;
  switch (part) {
    case 'ask':
      return String(suggestion.ask.length);
    case 'attention':
      return String(suggestion.uncovered.length + suggestion.undecided.length);
    case 'checklists': {
      const aors = suggestion.checklists.map(({ aor }) => aor);
      const total = aors.reduce((sum, { checklist }) => sum + checklist.length, 0);
      return total === 0 ? '' : `${tickedCount(review, aors, context)} of ${total} ticked`;
    }
    case 'areas':
      return String(areas);
    case 'reviews':
      return String(suggestion.requirements.length - areas);
    case 'also':
      return String(suggestion.also.length + review.moves.length);
    case 'not-asked':
      return String(suggestion.notAsked.length);
  }
}

function tickedCount(review: ReadyReview, aors: readonly Aor[], { ticks }: ItemContext): number {
  const branch = branchKey(review);
  return aors.reduce(
    (sum, aor) => sum + aor.checklist.filter((text) => ticks.isTicked(branch, tickKey({ aor, text }))).length,
    0,
  );
}

/** Where the working tree's ownership file has the AOR: offsets of the base's file lead nowhere here. */
function openRule({ repository }: ReadyReview, { id }: Aor): Command | undefined {
  const at = repository.model?.file.aors.get(id)?.at;
  if (at === undefined) return undefined;
  const { file, start, end } = at;
  const root = repository.base.toString().replace(/\/$/, '');
  return { command: 'aor.openRule', title: 'Open rule', arguments: [{ root, file, start, end }] };
}
