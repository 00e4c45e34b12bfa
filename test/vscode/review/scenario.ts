import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { makeSample } from '../../sample';
import type { Scenario } from '../hosts/scenario';

/** The sample shop on its branch, as Omar has it, with a forge that is never reached. */
export const scenario: Scenario = {
  prepare: async (directory) => {
    const shop = join(directory, 'shop');
    await makeSample(shop);
    const git = (...args: string[]): void => {
      execFileSync('git', args, { cwd: shop, stdio: 'pipe' });
    };
    git('config', 'user.name', 'Omar Haddad');
    git('config', 'user.email', 'omar@shop.example');
    git('remote', 'add', 'origin', 'git@github.com:shop-example/shop.git');
    git('update-ref', 'refs/remotes/origin/main', 'main');
    git('checkout', '--quiet', 'feature/one-click');
    return shop;
  },
};
