import { powerMonitor } from 'electron';
import type { Power } from '../ports.ts';

/** Sleep, wake and battery as the system tells them. Call it once the app is ready. */
export function createElectronPower(): Power {
  return {
    get onBattery() {
      return powerMonitor.onBatteryPower;
    },
    onResume(listener) {
      powerMonitor.on('resume', listener);
      return () => powerMonitor.off('resume', listener);
    },
    onSuspend(listener) {
      powerMonitor.on('suspend', listener);
      return () => powerMonitor.off('suspend', listener);
    },
  };
}
