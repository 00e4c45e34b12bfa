/** The formats of hosts that are written. */
import type { OwnershipFile, Today } from '../model';
import type { CodeownersLine } from './codeownersLines';
import { codeownersHeader, exportCodeowners } from './codeownersText';
import { gitlabPath } from './gitlabPattern';
import { exportGitlab, gitlabHeader } from './gitlabText';
import type { HostExport } from './hostExport';

/** What `aor export --to` takes. */
export type ExportFormat = 'codeowners' | 'gitlab';

export interface ExportDialect {
  readonly format: ExportFormat;
  /** The host's name for people. */
  readonly name: string;
  /** The first line of what is written. */
  readonly header: string;
  /** Where the host looks (base-relative, `/`), in its order. */
  readonly places: readonly string[];
  /** Where it is written when nothing is there. */
  readonly newPlace: string;
  /** The host whose handles are meant where no remote tells. */
  readonly publicHost: string;
  /** More bytes than these the host does not load; `null`: no such limit is known. */
  readonly maximumBytes: number | null;
  readonly write: (
    file: OwnershipFile,
    host: string | null,
    today: Today,
    more?: readonly CodeownersLine[],
  ) => HostExport;
  /** The pattern of one path; `null`: it has none there. */
  readonly patternOf: (path: string) => string | null;
}

export const exportDialects: Readonly<Record<ExportFormat, ExportDialect>> = {
  codeowners: {
    format: 'codeowners',
    name: 'GitHub',
    header: codeownersHeader,
    places: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
    newPlace: '.github/CODEOWNERS',
    publicHost: 'github.com',
    maximumBytes: 3_000_000,
    write: exportCodeowners,
    patternOf: (path) => (/[*?\\\r\n]/.test(path) ? null : `/${path.replace(/[ \t]/g, '\\$&')}`),
  },
  gitlab: {
    format: 'gitlab',
    name: 'GitLab',
    header: gitlabHeader,
    places: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
    newPlace: '.gitlab/CODEOWNERS',
    publicHost: 'gitlab.com',
    maximumBytes: null,
    write: exportGitlab,
    patternOf: gitlabPath,
  },
};
