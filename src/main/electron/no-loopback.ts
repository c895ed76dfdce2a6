import { AppError } from '../../shared/app-error.ts';

// Stands in the installed app where the loopback host stands in a checkout: the installed app opens no port, and says so to whoever asks.
throw new AppError('host.checkoutOnly');
