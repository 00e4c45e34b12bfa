export { Button } from './Button.js';
export { Dialog } from './Dialog.js';
export { Price } from './Price.js';
export { colours, spaces } from './tokens.js';
