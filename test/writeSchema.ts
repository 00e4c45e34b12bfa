/** Writes the JSON Schemas that are shipped: `npm run schema`. */
import { writeFileSync } from 'node:fs';
import { schemaFiles } from './schemaFiles';

for (const { path, text } of schemaFiles()) writeFileSync(path, text);
