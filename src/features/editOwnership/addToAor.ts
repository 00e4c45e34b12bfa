/** *Add to an AOR…* */
import { addPaths, nearestAors, reachOf, visible } from '../../core';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { apply } from './apply';
import { askHow } from './askHow';
import { askedOf } from './asked';
import { effectIn } from './effects';
import { aorWithId, pickAor } from './pickAor';
import { targetsOf, targetsText } from './targets';

/** The chosen files and folders among the paths of an AOR; says before what it would change. */
export async function addToAor({ store, today }: FeatureContext, argument: unknown, chosen: unknown): Promise<void> {
  const found = await targetsOf(store, argument, chosen);
  const { targets, repository, model } = found;
  const asked = askedOf(argument);
  const what = targetsText(targets);
  const aor =
    asked.aor === undefined
      ? await pickAor(found, choices(found), { title: `Add ${what} to an AOR`, placeHolder: 'Nearest first' }, today())
      : aorWithId(found, asked.aor);
  if (aor === undefined) return;
  const made = addPaths(model.file, aor.id, targets);
  if (made.kind === 'refused') throw new UserError(visible(made.message));
  const title = `Add ${what} to ${aor.title}`;
  const how = asked.how ?? (await ask());
  if (how === undefined) return;
  await apply(store, { repository, edit: (file) => addPaths(file, aor.id, targets), how, label: title });

  async function ask() {
    if (made.kind === 'refused' || aor === undefined) return undefined;
    const action = `Add ${made.globs.map((glob) => `\`${glob}\``).join(', ')}`;
    if (aor.kind === 'review')
      return askHow({ title, action, sentences: ['A review applies on top of the area.'], isWarning: false });
    const effect = await effectIn(store, found, made, reachOf(targets));
    return effect === undefined ? undefined : askHow({ title, action, ...effect });
  }
}

function choices({ model, targets }: Awaited<ReturnType<typeof targetsOf>>) {
  const near = nearestAors(model.file, model.index, targets);
  if (near.length === 0) throw new UserError('The ownership file has no AOR with paths yet: try New AOR here….');
  return near.map(({ aor, hasAll }) => ({
    aor,
    group: hasAll ? 'Has it already' : aor.kind === 'area' ? 'Areas' : 'Reviews',
  }));
}
