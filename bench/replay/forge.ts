/** The reviews of a project as a forge would keep them: by account, and not in the messages of commits. */
import type { HistoryCommit, HistoryReview, Identity, Person } from '../../src/core';
import { readReviewsBefore, type ForgeClient, type PastReview } from '../../src/forges';

/** The host of the made-up accounts. */
export const forgeHost = 'forge.example';

export interface ReplayedForge {
  /** The account of somebody, which is one for each human being: by address, else by name. */
  readonly accountOf: (identity: Identity) => string;
  /** Who reviewed these changes (newest first), as the client of a forge gives it. */
  readonly reviewsOf: (
    commits: readonly HistoryCommit[],
    people: Iterable<Person>,
  ) => Promise<readonly HistoryReview[]>;
}

/**
 * Each change that names its reviewers is a request that was merged as that commit. `isWhole`: the forge gives more than it
 * is asked for, all that there is.
 */
export function replayedForge(commits: readonly HistoryCommit[], isWhole: boolean): ReplayedForge {
  const accountOf = accounts();
  const byId = new Map(commits.map((commit) => [commit.id, commit]));
  // As long as nobody calls it before, whoever is named first has the first number: every run gives the same handles.
  for (const { author, coAuthors, reviewers } of commits)
    for (const one of [author, ...coAuthors, ...reviewers]) accountOf(one);
  const recordOf = ({ id, parents, author, reviewers }: HistoryCommit): PastReview => {
    const tip = parents.length > 1 ? byId.get(parents.at(-1) ?? '') : undefined;
    const opener = accountOf(tip?.author ?? author);
    const handles = [...new Set(reviewers.map(accountOf))].filter((handle) => handle !== opener);
    return { commits: tip === undefined ? [id] : [id, tip.id], author: opener, reviewers: handles };
  };
  return {
    accountOf,
    reviewsOf(merged, people) {
      const reviewed = merged.filter(({ reviewers }) => reviewers.length > 0);
      const client = {
        ...{ kind: 'unknown', host: forgeHost },
        pastReviews: (_: string, atMost: number) =>
          Promise.resolve(reviewed.slice(0, isWhole ? Infinity : atMost).map(recordOf)),
      } as Partial<ForgeClient> as ForgeClient;
      return readReviewsBefore(client, people, '');
    },
  };
}

function accounts(): ReplayedForge['accountOf'] {
  const known = new Map<string, string>();
  let count = 0;
  return ({ name, email }) => {
    const keys = [email, name.normalize('NFC').trim().replace(/\s+/g, ' ')].flatMap((key) =>
      key === '' ? [] : [key.toLowerCase()],
    );
    const account = keys.map((key) => known.get(key)).find((found) => found !== undefined) ?? `u${count++}`;
    for (const key of keys) if (!known.has(key)) known.set(key, account);
    return account;
  };
}
