import { AppError } from '../../shared/app-error.ts';

/** Answers kept. One is fetched right after its task has ended. */
const mostKept = 8;

/** Answers of the newest tasks that are too large to travel with every event of the task. */
export class TaskAnswers<Answer> {
  readonly #answers = new Map<string, Answer>();

  put(task: string, answer: Answer): void {
    this.#answers.set(task, answer);
    for (const [old] of this.#answers) if (this.#answers.size > mostKept) this.#answers.delete(old);
  }

  /** Throws `task.unknown` for a task that has not ended well, or not lately. */
  get(task: string): Answer {
    const answer = this.#answers.get(task);
    if (answer === undefined) throw new AppError('task.unknown', { task });
    return answer;
  }
}
