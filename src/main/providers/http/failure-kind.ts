import { AppError } from '../../../shared/app-error.ts';

/** What a failed try says about its origin, and whether the same request may fare better in a moment. */
interface FailureKind {
  /** `none` tells nothing of the origin, `answered` that it works, `weak` that it does not, `limited` that it wants to be left alone. */
  readonly origin: 'none' | 'answered' | 'weak' | 'unreached' | 'limited';
  readonly retry: boolean;
}

export function failureKind(error: unknown): FailureKind {
  if (!(error instanceof AppError)) return { origin: 'none', retry: false };
  const { code, params } = error;
  switch (code) {
    case 'network.limited':
      return { origin: 'limited', retry: true };
    case 'network.unreachable':
    case 'network.timeout':
      return { origin: 'unreached', retry: true };
    case 'network.truncated':
      return { origin: 'weak', retry: true };
    case 'network.status':
      return ofStatus(Number(params['status']));
    case 'network.type':
    case 'network.shape':
    case 'network.size':
    case 'network.redirect':
      return { origin: 'weak', retry: false };
    default:
      return { origin: code.startsWith('source.') ? 'answered' : 'none', retry: false };
  }
}

/** A refusal concerns the origin as a whole; any other client error only what was asked for. */
function ofStatus(status: number): FailureKind {
  if (status >= 500 || status === 408 || status === 425) return { origin: 'weak', retry: true };
  return { origin: status === 401 || status === 403 || status === 451 ? 'weak' : 'answered', retry: false };
}
