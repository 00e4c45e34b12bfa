/** What the values mean that are a choice of a few, by the way to their key and the value itself. */
export const valueHelp: Readonly<Record<string, string>> = {
  'people.*.bot.true': 'Never asked for a review.',

  'aors.*.kind.area': 'Has files, or groups other AORs.',
  'aors.*.kind.review': 'Applies on top of the area of a file.',
  'aors.*.kind.duty': 'A responsibility without code.',
  'aors.*.level.must': 'Always asked.',
  'aors.*.level.offer': 'Suggested.',
  'aors.*.level.note': 'Shown only.',
  'aors.*.status.green': 'It is going well.',
  'aors.*.status.amber': 'It needs attention.',
  'aors.*.status.red': 'It is not going well.',

  'roles.*.duties.*.fit.green': 'Part of the role.',
  'roles.*.duties.*.fit.amber': 'Nobody is sure whether it is part of the role.',
  'roles.*.duties.*.fit.red': 'Not part of the role.',

  'review.severities.*.none': 'Not reported.',
};
