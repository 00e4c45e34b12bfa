/** Rules as the model that everything is compiled from. */
import {
  loadOwnership,
  maximumFileBytes,
  readText,
  type Aor,
  type FileSource,
  type OwnershipFile,
  type TextReader,
} from '../../src/core';
import { parseGlob } from '../../src/core/rules/glob';
import type { GeneratedArea } from './generatedRules';
import { ownershipText } from './ownershipText';

/** Loads an ownership file from its text, by way of a reader that may remember earlier ones. */
export async function loadText(text: string, reader: TextReader = readText): Promise<OwnershipFile> {
  const source: FileSource = {
    read: (path) => Promise.resolve(path === 'aor.yaml' ? { kind: 'text', text } : { kind: 'missing' }),
    list: () => Promise.resolve(['aor.yaml']),
  };
  const loaded = await loadOwnership(source, null, { reader });
  if (loaded.kind !== 'loaded') throw new Error('The ownership file cannot be read.');
  const wrong = loaded.problems.find(({ severity }) => severity === 'error');
  if (wrong !== undefined) throw new Error(`The ownership file has an error: ${wrong.message}`);
  return loaded.file;
}

/** The text of the rules, or `null` where that is more than an ownership file may have. */
export function textOf(areas: readonly GeneratedArea[]): string | null {
  const text = ownershipText(areas);
  return Buffer.byteLength(text) > maximumFileBytes ? null : text;
}

/** The model without a text: for more rules than an ownership file and all it includes may have. */
export async function modelOf(areas: readonly GeneratedArea[]): Promise<OwnershipFile> {
  const small = await loadText(ownershipText([{ id: 'template', paths: [{ glob: '**', priority: 0 }] }]));
  const template = small.aors.get('template');
  if (template === undefined) throw new Error('The template is gone.');
  const rest = [...small.aors].filter(([id]) => id !== template.id);
  return { ...small, aors: new Map([...areas.map((area) => [area.id, aorOf(area, template)] as const), ...rest]) };
}

function aorOf({ id, paths }: GeneratedArea, template: Aor): Aor {
  const entries = paths.map(({ glob: text, priority }) => {
    const read = parseGlob(text, '');
    if (read.kind === 'refused') throw new Error(`\`${text}\` is refused.`);
    return { glob: read.glob, priority, at: template.at };
  });
  return { ...template, id, title: id, paths: entries };
}
