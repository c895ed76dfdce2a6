import { AppError } from '../../../shared/app-error.ts';
import type { MethodInput } from '../../../shared/contract/contract.ts';
import { jobNames, type Job, type JobBoard, type JobName, type JobRun, type JobSchedule, type JobScope } from '../../../shared/contract/jobs.ts';
import { formatUtc, type UtcMs } from '../../../shared/time.ts';
import type { ParsedArguments } from '../arguments.ts';
import type { Command, CommandContext, CommandResult } from '../command.ts';
import { durationMs } from '../duration-ms.ts';
import { failureLine } from '../failure-line.ts';
import { choice, requiredText } from '../flag-values.ts';
import { textTable } from '../text-table.ts';

export const jobsCommand: Command = {
  usage: 'jobs list | status [NAME] | run NAME | start NAME | stop NAME | pause | resume | set NAME [--every 5m] [--at 03:30] [--watchlist W|--symbols A,B|--all|--watched]',
  options: {
    every: { type: 'string' }, at: { type: 'string' }, watchlist: { type: 'string' }, symbols: { type: 'string' },
    all: { type: 'boolean', default: false }, watched: { type: 'boolean', default: false },
  },
  access: ({ positionals }) => (['list', 'status', undefined].includes(positionals[0]) ? 'read' : 'write'),
  async run(parsed, context) {
    const [action = 'list', name] = parsed.positionals;
    switch (action) {
      case 'list':
        return listed(await context.invoke('jobs.list', {}));
      case 'status':
        return status(name === undefined ? null : jobOf(name), context);
      case 'run':
        return run(jobOf(name), context);
      case 'start':
        return one(await context.invoke('jobs.start', { job: jobOf(name) }));
      case 'stop':
        return one(await context.invoke('jobs.stop', { job: jobOf(name) }));
      case 'pause':
      case 'resume':
        return listed(await context.invoke('jobs.pause', { paused: action === 'pause' }));
      case 'set':
        return one(await context.invoke('jobs.set', settingsOf(jobOf(name), parsed)));
      default:
        throw new AppError('app.usage', { problem: `jobs ${action}: list, status, run, start, stop, pause, resume, set` });
    }
  },
};

function jobOf(name: string | undefined): JobName {
  return choice(requiredText(name, 'NAME'), 'NAME', jobNames);
}

function settingsOf(job: JobName, { values }: ParsedArguments): MethodInput<'jobs.set'> {
  const input: MethodInput<'jobs.set'> = { job };
  const named = ['watchlist', 'symbols', 'all', 'watched'].filter((name) => values[name] !== undefined && values[name] !== false);
  if (named.length > 1) throw new AppError('app.usage', { problem: '--watchlist, --symbols, --all, --watched: one of them' });
  if (typeof values['watchlist'] === 'string') input.watchlist = values['watchlist'];
  if (typeof values['symbols'] === 'string') input.symbols = values['symbols'].split(',').filter((symbol) => symbol !== '');
  if (values['all'] === true) input.scope = 'all';
  if (values['watched'] === true) input.scope = 'watched';
  if (typeof values['every'] === 'string') input.everyMs = durationMs(values['every'], '--every');
  if (typeof values['at'] === 'string') input.minutes = minutesOf(values['at']);
  if (Object.keys(input).length === 1) throw new AppError('app.usage', { problem: 'jobs set: --every, --at, --watchlist, --symbols, --all or --watched' });
  return input;
}

function minutesOf(text: string): number {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (match === null) throw new AppError('app.usage', { problem: `--at ${text}: 03:30` });
  return Number(match[1]) * 60 + Number(match[2]);
}

async function status(job: JobName | null, context: CommandContext): Promise<CommandResult> {
  const board = await context.invoke('jobs.list', {});
  const history = await context.invoke('jobs.history', { limit: 20, ...(job === null ? {} : { job }) });
  const shown = job === null ? board : { ...board, jobs: board.jobs.filter(({ name }) => name === job) };
  return { json: { ...shown, history }, text: `${boardText(shown)}\n\n${historyText(history)}`, exitCode: 0 };
}

async function run(job: JobName, { app, invoke, language }: CommandContext): Promise<CommandResult> {
  const { task } = await invoke('jobs.run', { job });
  const { state, error, result } = await app.taskEnd(task);
  const text = error === null ? `${job}: ${JSON.stringify(result)}` : failureLine(job, error, language);
  const failed = state !== 'completed' || (typeof result === 'object' && result !== null && 'failed' in result && result.failed !== 0);
  return { json: { job, state, error, result }, text, exitCode: failed ? 1 : 0 };
}

function listed(board: JobBoard): CommandResult {
  return { json: board, text: boardText(board), exitCode: 0 };
}

function one(job: Job): CommandResult {
  return { json: job, text: boardText({ paused: false, active: true, jobs: [job] }), exitCode: 0 };
}

function boardText({ paused, jobs }: JobBoard): string {
  const rows = jobs.map(({ name, enabled, schedule, scope, running, nextAt, last, attempts }) => [
    name, running !== null ? 'running' : enabled ? (paused ? 'paused' : 'on') : 'off', scheduleText(schedule), scopeText(scope), timeText(nextAt),
    last === null ? '–' : `${last.outcome} ${timeText(last.endedAt)}`, String(attempts),
  ]);
  return textTable(['job', 'state', 'schedule', 'symbols', 'next', 'last', 'attempts'], rows);
}

function historyText(runs: readonly JobRun[]): string {
  const rows = runs.map((run) => [run.job, timeText(run.startedAt), `${run.endedAt - run.startedAt} ms`, run.outcome, `${run.done}/${run.done + run.failed}`, run.trigger, run.error?.message ?? '']);
  return textTable(['job', 'started', 'took', 'outcome', 'done', 'by', 'error'], rows);
}

function timeText(time: UtcMs | null): string {
  return time === null ? '–' : formatUtc(time);
}

function scheduleText(schedule: JobSchedule): string {
  const minutes = (count: number): string => `${String(Math.floor(count / 60)).padStart(2, '0')}:${String(count % 60).padStart(2, '0')}`;
  switch (schedule.type) {
    case 'every':
      return `every ${schedule.everyMs / 1_000} s${schedule.marketHours ? ' in market hours' : ''}`;
    case 'afterClose':
      return `${schedule.delayMs / 60_000} min after each close`;
    case 'daily':
      return `daily ${minutes(schedule.minutes)} ${schedule.zone}`;
  }
}

function scopeText(scope: JobScope | null): string {
  if (scope === null) return '–';
  return scope.type === 'watchlist' ? scope.name : scope.type === 'symbols' ? scope.symbols.join(',') : scope.type;
}
