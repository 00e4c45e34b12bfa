import type { OwnershipFile, Problem, Today } from '../model';

/**
 * The problems of people and responsibilities that depend on the day: `owner-left`, `vacant`, `no-backup`, `stale`,
 * `unconfirmed`, `overdue-handover`, and `unused-person`. Severities as the file asks for.
 */
export declare function healthProblems(file: OwnershipFile, today: Today): Problem[];
