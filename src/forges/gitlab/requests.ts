/** Reads merge requests. */
import type { OpenRequest } from '../forge';
import type { Fields } from '../shape';

/** Where a request comes from: the number of a copy of the project; `null`: that copy is gone. */
export function sourceOf(request: Fields): 'here' | number | null {
  const source = request.numberOrNull('source_project_id');
  return source === request.number('target_project_id') ? 'here' : source;
}

/** `project`: the path of the copy it came from. */
export function readMergeRequest(request: Fields, project: string | null): OpenRequest {
  return {
    number: request.number('iid'),
    title: request.text('title'),
    url: request.text('web_url'),
    author: request.fieldsOrNull('author')?.text('username') ?? null,
    // Before 14.0 drafts were work in progress.
    isDraft: request.flag('draft') || request.flag('work_in_progress'),
    // A request without commits has none.
    from: { project, branch: request.text('source_branch'), commit: request.textOrNull('sha') ?? '' },
    into: { branch: request.text('target_branch') },
  };
}
