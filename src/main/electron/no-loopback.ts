import { AppError } from '../../shared/app-error.ts';

/** Stands in the installed app where the loopback host stands in a checkout: the installed app opens no port. */
export function serve(): never {
  throw new AppError('host.checkoutOnly');
}
