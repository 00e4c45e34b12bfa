/** The words that made-up repositories are built of. */

export const topFolders = 'packages apps libs services tools docs vendor drivers src tests modules bundles'.split(' ');

export const areaFolders =
  'payments search checkout account network storage auth billing sensor audio video editor kernel report mail map cache queue gateway theme'.split(
    ' ',
  );

export const innerFolders =
  'src test main internal api model ui utils common core impl generated fixtures assets java include config'.split(' ');

/** What a careless matcher trips over: brackets, dots, spaces, letters beyond ASCII. */
export const unusualFolders = ['[slug]', '(group)', '@modal', '.github', 'über', '日本', 'with space', 'a.b.c'];

export const fileNames =
  'index main util types parser reader writer handler client server model view state config helper format codec driver test schema'.split(
    ' ',
  );

export const wholeFileNames = ['README.md', 'package.json', 'BUILD', 'Makefile', 'yarn.lock', 'é.txt', '.gitignore'];

export const extensions = ['ts', 'tsx', 'js', 'java', 'py', 'c', 'h', 'go', 'json', 'yaml', 'md', 'css', 'lock'];
