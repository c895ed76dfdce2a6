import './zod-jitless.ts';
import { startApp } from './start-app.tsx';
import { openTransport } from './transport/open-transport.ts';

const root = document.getElementById('root');
if (root !== null) void startApp(openTransport, root);
