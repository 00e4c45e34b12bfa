import { jsonSchema } from '../src/core';

/** The JSON Schemas that are shipped, as they should be. Paths are relative to the project. */
export const schemaFiles = (): readonly { readonly path: string; readonly text: string }[] => [
  { path: 'media/aor.schema.json', text: textOf('checking') },
  { path: 'media/aor.editor.schema.json', text: textOf('helping') },
];

const textOf = (purpose: Parameters<typeof jsonSchema>[0]): string =>
  `${JSON.stringify(jsonSchema(purpose), null, 2)}\n`;
