/** Made-up rules as the text of an ownership file, the way people write one. */
import type { GeneratedArea, GeneratedEntry } from './generatedRules';

/** So many areas one person holds. */
const areasEach = 8;

/** The whole text. Beside the areas it has what most files have: people, two reviews, exempt paths. */
export function ownershipText(areas: readonly GeneratedArea[]): string {
  const people = Math.ceil(areas.length / areasEach);
  return [
    'version: 1',
    'people:',
    ...Array.from({ length: people }, (_, at) => `  person-${at}: Person ${at} <person-${at}@acme.example>`),
    'aors:',
    ...areas.flatMap((area, at) => areaLines(area, `person-${at % people}`)),
    '  accessibility:',
    '    title: Accessibility',
    '    kind: review',
    '    owner: person-0',
    '    paths: ["**/*.tsx", "**/*.css"]',
    '  secrets:',
    '    title: Secrets',
    '    kind: review',
    '    owner: person-0',
    '    paths: ["**/config/"]',
    'exempt:',
    '  - "**/*.lock"',
    '  - vendor/',
    '',
  ].join('\n');
}

function areaLines({ id, paths }: GeneratedArea, owner: string): readonly string[] {
  const title = id.replace('-', ' ').replace(/^./, (first) => first.toUpperCase());
  return [`  ${id}:`, `    title: ${title}`, `    owner: ${owner}`, '    paths:', ...paths.map(entryLine)];
}

function entryLine({ glob, priority }: GeneratedEntry): string {
  const written = /^[a-z][\w./*-]*$/i.test(glob) ? glob : JSON.stringify(glob);
  return priority === 0 ? `      - ${written}` : `      - { glob: ${JSON.stringify(glob)}, priority: ${priority} }`;
}
