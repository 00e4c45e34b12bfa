import { createVSIX } from '@vscode/vsce';
import { repositoryRoot } from '../vscode/hosts/paths';

/** Makes the package users install, at this path. Runs the production build, which replaces `dist`. */
export async function packageExtension(packagePath: string): Promise<void> {
  await createVSIX({
    cwd: repositoryRoot(),
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    // The pictures of the README are in the repository; without an address of it their links stay as they are.
    rewriteRelativeLinks: false,
  });
}
