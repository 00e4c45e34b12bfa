/** Jobs of Azure Pipelines, which build what is on other forges as well. Source: *Predefined variables*. */
import { numberIn, textIn, type Environment, type Job, type TokenPlace } from './place';

/** Whether such a job runs this, for a repository of one of these providers. */
export const isPipelineOf = (env: Environment, providers: readonly string[]): boolean =>
  env['TF_BUILD']?.toLowerCase() === 'true' && providers.includes(textIn(env, 'BUILD_REPOSITORY_PROVIDER') ?? 'TfsGit');

/** Without `refs/heads/`; `null`: the job runs for something else. */
export const branchOfPipeline = (env: Environment): string | null =>
  /^refs\/heads\/(.+)$/.exec(textIn(env, 'BUILD_SOURCEBRANCH') ?? '')?.[1] ?? null;

/** Of a repository on GitHub; `null` where the environment names no project. */
export function githubPipeline(env: Environment, { host, site }: TokenPlace): Job | null {
  const path = textIn(env, 'BUILD_REPOSITORY_NAME') ?? '';
  if (!/^[\w.-]+\/[\w.-]+$/.test(path)) return null;
  const number = numberIn(env, 'SYSTEM_PULLREQUEST_PULLREQUESTNUMBER');
  return { project: { kind: 'github', host, site, path }, number, branch: branchOfPipeline(env) };
}
