/** Gives the editor the rows it asks for. */
import type { Event, TreeDataProvider } from 'vscode';
import { aorCard, backupAhead, cardCommands, type BackupAhead, type Today } from '../../core';
import { markdownOf } from '../../host/convert';
import { errorText } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { uriBelow } from '../../host/paths';
import type { Look } from './arrangement';
import type { Expansion } from './expansion';
import { filesBeneath } from './folders';
import { itemOf } from './items';
import type { Listing } from './listing';
import { rootOf, type AorNode, type FilesNode, type FolderNode, type TreeNode, type UnownedNode } from './nodes';
import { childNodes, fileCount, topNodes } from './outline';

export interface TreeParts {
  readonly listing: Listing;
  readonly expansion: Expansion;
  /** The look of the last refresh. */
  readonly look: () => Look;
  readonly onDidChange: Event<undefined>;
}

/** What the tree is filled from. Never throws. */
export function treeProvider(
  { store, changes, today, log }: FeatureContext,
  parts: TreeParts,
): TreeDataProvider<TreeNode> {
  const { listing, expansion, look } = parts;

  /** Only where history was read already: a card must not start that. */
  async function aheadIn({ repository, definition }: AorNode): Promise<BackupAhead | null> {
    const history = changes.historyOf(repository);
    const file = repository.model?.file;
    if (history === null || file === undefined || definition.kind !== 'area' || definition.backups.length === 0)
      return null;
    const files = await listing.filesOf(repository, definition);
    return files === undefined ? null : backupAhead(history, file, definition, files);
  }

  const filtered = (): boolean => look().filter !== null;
  return {
    onDidChangeTreeData: parts.onDidChange,
    getTreeItem: (node) => itemOf(node, look(), filtered() ? () => undefined : expansion.of),
    getParent: (node) => node.parent,
    async getChildren(node) {
      try {
        if (node === undefined) return [...topNodes(store.repositories, look())];
        if (node.kind === 'files' || node.kind === 'unowned') return [...(await filesIn(node, listing))];
        return [...(node.kind === 'folder' ? rowsOf(node, node.files) : childNodes(node, look()))];
      } catch (error) {
        log.error(`Responsibilities: ${errorText(error)}`);
        return [];
      }
    },
    async resolveTreeItem(item, node) {
      if (node.kind !== 'aor') return item;
      try {
        item.tooltip = tooltipOf(node, today(), await aheadIn(node));
      } catch (error) {
        log.error(`Responsibilities: ${errorText(error)}`);
      }
      return item;
    },
  };
}

function tooltipOf(node: AorNode, today: Today, ahead: BackupAhead | null) {
  const file = node.repository.model?.file;
  if (file === undefined) return undefined;
  const place = { root: rootOf(node.repository), today };
  return markdownOf(aorCard(node.definition, file, place, { fileCount: fileCount(node), ahead }), cardCommands);
}

async function filesIn(node: FilesNode | UnownedNode, listing: Listing): Promise<readonly TreeNode[]> {
  const { id, repository } = node;
  const files = await (node.kind === 'files'
    ? listing.filesOf(repository, node.definition)
    : listing.unowned(repository));
  return files === undefined
    ? [{ kind: 'stopped', id: `${id}/stopped`, parent: node, repository }]
    : rowsOf(node, files);
}

const rowsOf = (node: FilesNode | UnownedNode | FolderNode, files: readonly string[]): readonly TreeNode[] =>
  filesBeneath(node, files, (path) => uriBelow(node.repository.base, path).toString());
