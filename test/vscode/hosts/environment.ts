/**
 * What the runner, the executable it starts and the suite in the extension host tell each other: they are three
 * processes, and only the environment reaches all of them.
 */
export const environmentNames = {
  /** The name of the host to start, `oldest` or `newest`; read by the executable. */
  host: 'AOR_TEST_HOST',
  /** `1`: the workspace is not trusted. An argument cannot say it: test-electron always passes the opposite. */
  untrusted: 'AOR_TEST_UNTRUSTED',
  /** Seconds until a run that does not end counts as failed. */
  timeLimit: 'AOR_TEST_TIME_LIMIT',
  /** The folder with the `*.test.js` of this run. */
  tests: 'AOR_TEST_FOLDER',
  /** The file the suite writes last: without it the extension host died, and its exit status means nothing. */
  report: 'AOR_TEST_REPORT',
  /** Put before each line of results, which are mixed with the workbench's own log. Not set on desktop. */
  mark: 'AOR_TEST_MARK',
  /** `1`: also shows what the workbench and the extension host log. Set it by hand. */
  verbose: 'AOR_TEST_VERBOSE',
  /** A regular expression: only tests with such a title run. Set it by hand. */
  grep: 'AOR_TEST_GREP',
} as const;
