/** The view *Review*, as a person finds it. For tests in a browser. */
import type { Workbench } from './harness';
import { openAlone, paneOf, rowIn } from './sideBarView';

/** The row of the view *Review*: the tree has rows of the same names. */
export const reviewRow = (workbench: Workbench, text: string | RegExp) => rowIn(workbench, 'Review', text);

export const reviewPane = (workbench: Workbench) => paneOf(workbench, 'Review');

/** Opens the view alone. */
export const openReview = (workbench: Workbench): Promise<void> => openAlone(workbench, 'Review');
