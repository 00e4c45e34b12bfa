/** The thread that takes large texts apart that the fast reader leaves, so that the extension host does not stand still. */
import { parentPort } from 'node:worker_threads';
import { readYaml } from '../core';

/** The tree as JSON, which is taken over in half the time of the tree itself. Texts are answered in order. */
export type ParseAnswer = { readonly json: string } | { readonly error: string };

parentPort?.on('message', (text: string) => {
  parentPort?.postMessage(answer(text));
});

function answer(text: string): ParseAnswer {
  try {
    return { json: JSON.stringify(readYaml(text)) };
  } catch (error) {
    return { error: String(error) };
  }
}
