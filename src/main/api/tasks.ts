import type { TaskRunner } from '../tasks/task-runner.ts';
import type { HandlersOf } from './handlers.ts';

export function tasksHandlers(tasks: TaskRunner): HandlersOf<'tasks'> {
  return {
    'tasks.list': () => tasks.list(),
    'tasks.get': ({ task }) => tasks.get(task),
    'tasks.cancel': ({ task }) => tasks.cancel(task),
    'tasks.events': ({ task, after }) => tasks.events(task, after),
  };
}
