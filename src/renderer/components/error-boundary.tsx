import { Component, type ReactNode } from 'react';
import { AppError } from '../../shared/app-error.ts';
import { errorReplyOf } from '../stores/error-reply.ts';
import { ErrorView } from './error-view.tsx';

/** Keeps a bug in one part of the window from taking the rest with it. Retry draws the part afresh. */
export class ErrorBoundary extends Component<{ readonly title: string; readonly children: ReactNode }, { readonly thrown: unknown; readonly failed: boolean }> {
  override state = { thrown: null as unknown, failed: false };

  static getDerivedStateFromError(thrown: unknown): { thrown: unknown; failed: boolean } {
    return { thrown, failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const error = this.state.thrown instanceof AppError ? this.state.thrown.toReply() : errorReplyOf(this.state.thrown);
    return <ErrorView title={this.props.title} error={error} onRetry={() => this.setState({ thrown: null, failed: false })} />;
  }
}
