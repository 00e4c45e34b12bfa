import { Uri, type MarkdownString } from 'vscode';
import { holderSummary, plain, type Today } from '../../core';
import { markdownCard } from '../../host/card';
import { markdownOf } from '../../host/convert';
import type { FeatureContext } from '../../host/featureContext';
import type { Answer } from '../../host/store';
import type { Lookup } from './lookup';

/** The most files of a package that are looked at. */
const maximumFiles = 200;

/** The card of a Go package: that of its files where they share one owner, else who has how many of them. */
export async function folderCard(
  { store, today }: FeatureContext,
  lookup: Lookup,
  folder: Uri,
): Promise<MarkdownString | undefined> {
  const names = (await lookup.filesIn(folder)).filter((name) => name.endsWith('.go')).slice(0, maximumFiles);
  const files = names.map((name) => Uri.joinPath(folder, name));
  const answers = await Promise.all(files.map((file) => store.answer(file)));
  const counts = new Map<string, number>();
  for (const answer of answers) {
    const summary = summaryOf(answer, today());
    counts.set(summary, (counts.get(summary) ?? 0) + 1);
  }
  const [first] = answers;
  const [uri] = files;
  if (first === undefined || uri === undefined) return undefined;
  if (counts.size === 1) return markdownCard(first, uri, today());
  const lines = Array.from(
    counts,
    ([summary, count]) => `- ${plain(summary)}: ${count} ${count === 1 ? 'file' : 'files'}`,
  );
  return markdownOf(`**Mixed**\n\n${lines.join('\n')}`, []);
}

function summaryOf(answer: Answer, today: Today): string {
  if (answer.kind !== 'ownership') return answer.kind;
  const { ownership, model } = answer;
  return 'aor' in ownership
    ? `${ownership.aor.title} · ${holderSummary(model.file, ownership.aor, today)}`
    : ownership.state;
}
