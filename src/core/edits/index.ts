/**
 * Edits of an ownership file that change what they mean to and no other byte: comments, order, quotes, indentation and
 * line ends stay as they are. Each sees a text and gives replacements, `null` where it cannot be done there.
 */
export { addBeside } from './addBeside';
export { addComments, commentsOfItem } from './itemComments';
export { addItem, removeItem } from './items';
export { keyOrder } from './keyOrder';
export { orderEntries, removeEntry, removeKey, renameKey } from './keys';
export { entryAt, mapAt, placeAt, type OffsetPlace } from './place';
export { setValue } from './setValue';
export { edited, editedFrom, editSource, type Edit, type EditSource } from './source';
export { applyReplacements, type Replacement, type TextEdit } from './textEdit';
export { doubleQuoted, writeText, type Value } from './write';
