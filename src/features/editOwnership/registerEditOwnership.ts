/** Commands that edit the ownership file: who owns what, and who is there. */
import { createBag, type Disposable } from '../../host/disposables';
import type { FeatureContext } from '../../host/featureContext';
import { registerAorActions } from './aorActions';
import { addPersonToFile } from './addPersonCommand';
import { addToAor } from './addToAor';
import { confirmMine } from './confirmMine';
import { handOverTo, takeOver } from './handing';
import { newAorHere } from './newAor';
import { splitIntoChild } from './splitAor';

/** Registers the commands, and their actions on AORs in the ownership file. Each asks for what its argument leaves out. */
export function registerEditOwnership(context: FeatureContext): Disposable {
  const { commands } = context;
  const bag = createBag();
  bag.add(commands.register('aor.addToAor', (argument, chosen) => addToAor(context, argument, chosen)));
  bag.add(commands.register('aor.newAor', (argument, chosen) => newAorHere(context, argument, chosen)));
  bag.add(commands.register('aor.takeOver', (argument) => takeOver(context, argument)));
  bag.add(commands.register('aor.handOver', (argument) => handOverTo(context, argument)));
  bag.add(commands.register('aor.splitAor', (argument) => splitIntoChild(context, argument)));
  bag.add(commands.register('aor.confirmMine', (argument) => confirmMine(context, argument)));
  bag.add(commands.register('aor.addPerson', (argument) => addPersonToFile(context, argument)));
  bag.add(registerAorActions(context));
  return bag;
}
