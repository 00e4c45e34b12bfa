/** *Confirm my AORs* */
import { window } from 'vscode';
import { aorsToConfirm, confirmAors, visible, type Aor } from '../../core';
import { labelText } from '../../host/convert';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { readableRepository } from '../../host/readableRepository';
import { apply } from './apply';
import { askHow } from './askHow';
import { askedOf } from './asked';
import { dayNow, whoIAm } from './me';

/** What the user owns is confirmed today, in all ownership files of a repository, but for what they leave out. */
export async function confirmMine(context: FeatureContext, argument: unknown): Promise<void> {
  const found = await readableRepository(context.store, argument);
  if (found === undefined) return;
  const { repository, model } = found;
  const me = await whoIAm(context, found);
  const day = dayNow(context);
  const open = aorsToConfirm(model.file, me.id, day);
  if (open.length === 0) {
    const owns = [...model.file.aors.values()].filter(({ owner }) => owner?.id === me.id).length;
    const name = visible(me.name);
    throw new UserError(
      owns === 0
        ? `There is nothing to confirm: ${name} owns no AOR here.`
        : `There is nothing to confirm: all ${owns} AORs of ${name} are confirmed today.`,
    );
  }
  const { aors, how: said } = askedOf(argument);
  const asked = aors === undefined ? open : open.filter(({ id }) => aors.includes(id));
  const chosen = said === undefined ? await pick(asked, me.name) : asked;
  if (chosen === undefined || chosen.length === 0) return;
  const what = chosen.length === 1 ? (chosen[0]?.title ?? '') : `${chosen.length} AORs`;
  const how =
    said ??
    (await askHow({
      title: `Confirm ${what}`,
      action: `${me.name} holds ${what}, confirmed ${day}`,
      sentences: [chosen.map(({ title }) => title).join(', ')],
      isWarning: false,
    }));
  if (how === undefined) return;
  const ids = chosen.map(({ id }) => id);
  await apply(context.store, {
    repository,
    edit: (file) => confirmAors(file, ids, day),
    how,
    label: `Confirm ${what}`,
  });
}

/** All of them, less what the user leaves out. */
async function pick(open: readonly Aor[], name: string): Promise<readonly Aor[] | undefined> {
  const items = open.map((aor) => ({ label: labelText(aor.title), description: lastText(aor), picked: true, aor }));
  const count = `${open.length} ${open.length === 1 ? 'AOR' : 'AORs'}`;
  const title = labelText(`Confirm ${count} of ${name}`);
  const placeHolder = 'Still yours? Leave out what is not.';
  return (await window.showQuickPick(items, { title, placeHolder, canPickMany: true }))?.map(({ aor }) => aor);
}

function lastText({ confirmed, since }: Aor): string {
  if (confirmed !== null) return `last confirmed ${confirmed}`;
  return since === null ? 'never confirmed' : `never confirmed, held since ${since}`;
}
