import { z } from 'zod';
import type { AppInfo } from './app.ts';
import { defineMethod } from './define-method.ts';

export const workspaceMethods = {
  /**
   * Opens the demo in place of the user's own workspace, or goes back. The demo is a file of its own: leaving it, the user's is as it was,
   * byte for byte. Everyone hears a `workspace` event and asks for everything again.
   */
  'workspace.open': defineMethod<AppInfo>()(z.strictObject({ workspace: z.enum(['user', 'demo']) })),
};
