const idPattern = /^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/;
const reserved = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);

/** Whether an id is allowed. A test holds this to what reading reports. */
export const isId = (text: string): boolean => idPattern.test(text) && !reserved.has(text);
