/** What the rows of the view *Open requests* are about. Plain data: how they look is the business of `items.ts`. */
import type { Person, Remote, TouchedAor } from '../../core';
import type { OpenSight } from '../../host/forge/openRequests';
import type { SeenRequest } from '../../host/forge/openRequestsSight';
import type { Repository } from '../../host/store';

/** What there is to show of a repository. */
export interface ShownRepository {
  readonly repository: Repository;
  /** `undefined`: nobody has looked yet. */
  readonly sight: OpenSight | undefined;
  /** The user, in its ownership file. */
  readonly me: Person | null;
}

/** The groups, in the order of what matters. */
export type Group = 'waiting' | 'touching';

interface Node {
  /** Unique and the same after a refresh. */
  readonly id: string;
}

/** One of several repositories. */
export interface RepositoryNode extends Node {
  readonly kind: 'repository';
  readonly shown: ShownRepository;
  readonly rows: readonly OpenNode[];
}

export interface GroupNode extends Node {
  readonly kind: 'group';
  readonly group: Group;
  readonly requests: readonly RequestNode[];
}

/** An open request. */
export interface RequestNode extends Node {
  readonly kind: 'request';
  readonly repository: Repository;
  readonly remote: Remote;
  readonly seen: SeenRequest;
  /** Its page; untrusted. */
  readonly url: string;
  /** What it touches of the user's. */
  readonly touched: readonly TouchedAor[];
}

/** An AOR of the user that a request touches. */
export interface AorNode extends Node {
  readonly kind: 'aor';
  readonly request: RequestNode;
  readonly touched: TouchedAor;
}

/** A file that a request changes. `path` is base-relative, as the forge says it. */
export interface FileNode extends Node {
  readonly kind: 'file';
  readonly request: RequestNode;
  readonly path: string;
}

/** A sentence; safe to show. `command`: what choosing it does. */
export interface NoteNode extends Node {
  readonly kind: 'note';
  readonly icon: string;
  readonly label: string;
  readonly description: string;
  readonly isWarning: boolean;
  readonly command: { readonly command: string; readonly title: string; readonly arguments: unknown[] } | null;
}

export type OpenNode = RepositoryNode | GroupNode | RequestNode | AorNode | FileNode | NoteNode;
