/** Who the user is in an ownership file. */
import { personFinder, visible, type Identity } from '../core';
import { UserError } from './errors';
import { mayRunGit, ownIdentity } from './git';
import type { Settings } from './settings';
import type { Repository } from './store';
import { keyOf } from './paths';
import { personNamed } from './personNamed';

export interface Mine {
  /** The id of the person the user is, as far as it has been found out. */
  readonly in: (repository: Repository) => string | null;
  /** Asks git who the user is, where no setting says it. Never rejects. */
  ask(repository: Repository): Promise<void>;
}

export function createMine(settings: Settings): Mine {
  const identities = new Map<string, Identity | undefined>();
  return {
    in(repository) {
      const file = repository.model?.file;
      const said = settings.get('me', repository.base).trim();
      if (file === undefined) return null;
      if (said !== '') return personNamed(file, said);
      const identity = identities.get(keyOf(repository.base));
      return identity === undefined ? null : personFinder(file.people.values())(identity);
    },
    async ask(repository) {
      if (settings.get('me', repository.base).trim() !== '') return;
      identities.set(keyOf(repository.base), await ownIdentity(repository.base));
    },
  };
}

/** Why nobody can say what is the user's, in a sentence, with the way out. */
export async function unknownUser(repository: Repository | undefined, settings: Settings): Promise<UserError> {
  return new UserError(await sentence(repository, settings), {
    title: 'Open setting',
    command: 'workbench.action.openSettings',
    arguments: ['aor.me'],
  });
}

async function sentence(repository: Repository | undefined, settings: Settings): Promise<string> {
  if (repository === undefined) return 'There is no ownership file here that could say what is yours.';
  const said = settings.get('me', repository.base).trim();
  const isBroken = repository.problems.some(({ severity }) => severity === 'error');
  const nobody = `but the ownership file names nobody like that${isBroken ? ': it has errors, which may be why' : ''}.`;
  if (said !== '') return `The setting aor.me says “${visible(said)}”, ${nobody}`;
  if (!mayRunGit(repository.base))
    return 'Git is not asked who you are here, because the folder is not trusted or not on this machine. The setting aor.me can say it.';
  const identity = await ownIdentity(repository.base);
  if (identity === undefined) return 'Git does not know who you are here (user.email). The setting aor.me can say it.';
  const { name, email } = identity;
  return `Git says you are ${visible(`${name} <${email}>`.trim())}, ${nobody} The setting aor.me can say who you are.`;
}
