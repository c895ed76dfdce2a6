import { expect, test } from 'vitest';
import { openDesk, type Desk } from '../../../src/renderer/desk.ts';
import { languageInForce, themeInForce } from '../../../src/renderer/stores/preferences-store.ts';
import { isActive } from '../../../src/renderer/stores/tasks-store.ts';
import { AppError } from '../../../src/shared/app-error.ts';
import { inventedInstruments } from '../../doubles/invented-instruments.ts';
import { createMemoryTransport, type MemoryTransport } from '../../doubles/memory-transport.ts';

interface Scene {
  readonly desk: Desk;
  readonly transport: MemoryTransport;
  /** Runs the steps that tasks are waiting for, and those they bring about. */
  readonly runSteps: (most?: number) => Promise<void>;
}

async function openScene(settings: Readonly<Record<string, string>> = {}): Promise<Scene> {
  const steps: (() => void)[] = [];
  const transport = createMemoryTransport({ symbols: inventedInstruments(12), settings, schedule: (step) => steps.push(step) });
  const desk = openDesk(transport, { locale: 'en-US', dark: true });
  await desk.start();
  await settle();
  const runSteps = async (most = 1_000): Promise<void> => {
    for (let count = 0; count < most && steps.length > 0; count++) {
      steps.shift()?.();
      await settle();
    }
  };
  return { desk, transport, runSteps };
}

/** Lets everything that waits for an answer in memory have it. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const file = (name: string): File => new File(['date,close\n'], name);

test('the desk starts with what the core holds', async () => {
  const { desk } = await openScene({ 'ui.theme': 'light' });
  expect(desk.symbols.getState().rows.value?.length).toBe(12);
  expect(desk.symbols.getState().newest).toBe('2026-11-20');
  expect(desk.preferences.getState().values['ui.theme']).toBe('light');
});

test('what works is looked at again when a job ends, and is not known where it cannot be asked', async () => {
  const { desk, transport } = await openScene();
  const { health } = desk;
  transport.failNext('app.health', new AppError('app.closing'));
  transport.tell({ type: 'jobs' });
  await settle();
  const unknown = health.getState().health;
  transport.tell({ type: 'jobs' });
  await settle();
  expect([unknown, health.getState().health?.state]).toEqual([null, 'ok']);
});

test('a preference outside its choices is passed over', async () => {
  const { desk } = await openScene({ 'ui.theme': 'plaid', 'ui.density': 'compact', 'ui.unknown': 'x' });
  expect(desk.preferences.getState().values).toEqual({ 'ui.language': 'system', 'ui.theme': 'system', 'ui.direction': 'green-up', 'ui.density': 'compact' });
});

test('language and theme follow the system until they are chosen', async () => {
  const { desk } = await openScene();
  const { preferences } = desk;
  expect([languageInForce(preferences.getState()), themeInForce(preferences.getState())]).toEqual(['en', 'dark']);
  preferences.getState().setSystem({ locale: 'zh-CN', dark: false });
  expect([languageInForce(preferences.getState()), themeInForce(preferences.getState())]).toEqual(['zh', 'light']);
  await preferences.getState().set('ui.language', 'en');
  expect(languageInForce(preferences.getState())).toBe('en');
});

test('a preference that cannot be kept is taken back and says why', async () => {
  const { desk, transport } = await openScene();
  transport.failNext('settings.set', new AppError('app.closing'));
  await desk.preferences.getState().set('ui.theme', 'light');
  const { values, error } = desk.preferences.getState();
  expect([values['ui.theme'], error?.code]).toEqual(['system', 'app.closing']);
});

test('an answer that is older than a choice does not undo it', async () => {
  const { desk } = await openScene({ 'ui.theme': 'light' });
  const { preferences } = desk;
  const reading = preferences.getState().load();
  const choosing = preferences.getState().set('ui.theme', 'dark');
  const seen: string[] = [];
  preferences.subscribe(({ values }) => seen.push(values['ui.theme']));
  await Promise.all([reading, choosing]);
  await settle();
  expect([preferences.getState().values['ui.theme'], seen.filter((theme) => theme !== 'dark')]).toEqual(['dark', []]);
});

test('changed data is read again, and several changes during one reading bring one more', async () => {
  const { desk, transport } = await openScene();
  const before = transport.calls.filter(({ method }) => method === 'symbols.list').length;
  transport.setSymbols(inventedInstruments(3));
  transport.setSymbols(inventedInstruments(4));
  transport.setSymbols(inventedInstruments(5));
  await settle();
  expect(desk.symbols.getState().rows.value?.length).toBe(5);
  expect(transport.calls.filter(({ method }) => method === 'symbols.list').length - before).toBe(2);
});

test('when a later reading fails, the last good rows stay beside the error', async () => {
  const { desk, transport } = await openScene();
  transport.failNext('symbols.list', new AppError('app.closing'));
  await desk.symbols.getState().load();
  const { rows } = desk.symbols.getState();
  expect([rows.state, rows.value?.length]).toEqual(['failed', 12]);
});

test('something thrown that is no AppError becomes a bug report without its text', async () => {
  const { desk } = await openScene();
  desk.notices.getState().showThrown(new TypeError('secret path /home/someone'));
  expect(desk.notices.getState().notices[0]?.content).toMatchObject({ kind: 'error', error: { code: 'app.bug', params: { id: 'TypeError' } } });
});

test('previous and next walk the order of the list and stop at its ends', async () => {
  const { desk } = await openScene();
  const navigation = desk.navigation.getState();
  navigation.setOrder(['A', 'B', 'C']);
  const walk = [1, 1, 5, -1, -9].map((step) => {
    navigation.stepSymbol(step);
    return desk.navigation.getState().symbol;
  });
  expect(walk).toEqual(['A', 'B', 'C', 'B', 'A']);
});

test('a clicked note opens the page of alerts at the one it told of', async () => {
  const { desk, transport } = await openScene();
  desk.alerts.getState().show('log');
  transport.tell({ type: 'openAlert', alert: 7 });
  const { view, chosen } = desk.alerts.getState();
  expect([desk.navigation.getState().page, view, chosen]).toEqual(['alerts', 'alerts', 7]);
});

test('an import goes from file to result while its task reports', async () => {
  const { desk, runSteps } = await openScene();
  const { imports, tasks } = desk;
  await imports.getState().addFiles([file('prices.csv')]);
  expect(imports.getState().items.map(({ state }) => state)).toEqual(['ready']);
  await imports.getState().start();
  await runSteps(5);
  expect([...tasks.getState().tasks.values()].filter(({ task }) => isActive(task)).length).toBe(1);
  await runSteps();
  const [item] = imports.getState().items;
  expect([item?.state, item?.result?.rows, item?.result?.rejected]).toEqual(['completed', 619_040, 3]);
  expect(desk.batches.getState().batches.value?.length).toBe(1);
});

test('a file with an open question cannot be started until it is answered', async () => {
  const { desk } = await openScene();
  const { imports } = desk;
  await imports.getState().addFiles([file('ambiguous.csv')]);
  const id = imports.getState().items[0]?.id ?? 0;
  await imports.getState().start();
  expect(imports.getState().items[0]?.state).toBe('ready');
  await imports.getState().settle(id, 'dateFormat', 'dd/MM/yyyy');
  await imports.getState().settle(id, 'market', 'US');
  expect(imports.getState().items[0]?.preview).toMatchObject({ questions: [] });
  await imports.getState().start();
  expect(imports.getState().items[0]?.state).toBe('running');
});

test('of two choices in quick succession only the preview of the later one counts', async () => {
  const { desk } = await openScene();
  const { imports } = desk;
  await imports.getState().addFiles([file('ambiguous.csv')]);
  const id = imports.getState().items[0]?.id ?? 0;
  await Promise.all([imports.getState().settle(id, 'market', 'HK'), imports.getState().settle(id, 'market', 'US')]);
  const [item] = imports.getState().items;
  expect(item).toMatchObject({ options: { market: 'US' }, preview: { plan: { market: 'US' } } });
});

test('one file that fails leaves the others as they are', async () => {
  const { desk } = await openScene();
  const { imports } = desk;
  await imports.getState().addFiles([file('empty.csv'), file('prices.csv')]);
  expect(imports.getState().items.map(({ state, error }) => [state, error?.code ?? null])).toEqual([['failed', 'app.input'], ['ready', null]]);
});

test('a cancelled import says so and can be removed; a running one cannot', async () => {
  const { desk, runSteps, transport } = await openScene();
  const { imports, tasks } = desk;
  await imports.getState().addFiles([file('prices.csv')]);
  await imports.getState().start();
  const item = imports.getState().items[0];
  imports.getState().remove(item?.id ?? 0);
  expect(imports.getState().items.length).toBe(1);
  await tasks.getState().cancel(item?.task ?? '');
  expect(tasks.getState().cancelling.size).toBe(1);
  await runSteps();
  expect([imports.getState().items[0]?.state, tasks.getState().cancelling.size]).toEqual(['cancelled', 0]);
  imports.getState().remove(item?.id ?? 0);
  expect(imports.getState().items).toEqual([]);
  expect(transport.calls.some(({ method }) => method === 'files.release')).toBe(true);
});

test('an import can be undone once', async () => {
  const { desk, runSteps } = await openScene();
  const { imports } = desk;
  await imports.getState().addFiles([file('prices.csv')]);
  await imports.getState().start();
  await runSteps();
  const id = imports.getState().items[0]?.id ?? 0;
  expect(await imports.getState().undo(id)).toEqual({ removed: 619_037, restored: 0, members: 0 });
  expect(imports.getState().items[0]?.state).toBe('undone');
});
