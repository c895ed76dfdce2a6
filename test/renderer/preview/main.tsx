import '../../../src/renderer/zod-jitless.ts';
import { startApp } from '../../../src/renderer/start-app.tsx';
import { AppError } from '../../../src/shared/app-error.ts';
import { inventedInstruments } from '../../doubles/invented-instruments.ts';
import { createMemoryTransport } from '../../doubles/memory-transport.ts';

// `?symbols=0&fail=symbols.list&step=400&ui.theme=dark` sets the scene.
const scene = new URLSearchParams(location.search);
const stepMs = Number(scene.get('step') ?? 150);
const settings = Object.fromEntries([...scene].filter(([key]) => key.startsWith('ui.')));
const transport = createMemoryTransport({
  symbols: inventedInstruments(Number(scene.get('symbols') ?? 500)),
  settings,
  schedule: (step) => setTimeout(step, stepMs),
});
if (scene.get('fail') === 'symbols.list') transport.failNext('symbols.list', new AppError('app.timeout', { method: 'symbols.list', timeoutMs: 10_000 }));
const root = document.getElementById('root');
if (root !== null) void startApp(() => transport, root);
