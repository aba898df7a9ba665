// When a page itself fails: a sentence and a way back instead of a blank window.

import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './states';

export interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** A new place is a new try. */
  readonly place?: string;
  readonly back?: () => void;
}

interface State {
  readonly failedAt: string | undefined;
  readonly failed: boolean;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { failed: false, failedAt: undefined };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: State): State {
    if (state.failed && state.failedAt !== undefined && state.failedAt !== props.place) return { failed: false, failedAt: undefined };
    return { ...state, failedAt: props.place };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Crashed
        retry={() => this.setState({ failed: false })}
        back={() => {
          this.props.back?.();
          this.setState({ failed: false });
        }}
      />
    );
  }
}

function Crashed({ retry, back }: { readonly retry: () => void; readonly back: () => void }) {
  const { t } = useTranslation('core');
  const actions = (
    <>
      <Button onClick={back}>{t('backToToday')}</Button>
      <Button variant="default" onClick={retry}>
        {t('reload')}
      </Button>
    </>
  );
  return (
    <div role="alert" style={{ padding: '0 32px' }}>
      <EmptyState title={t('crashed')} actions={actions}>
        {t('crashedBody')}
      </EmptyState>
    </div>
  );
}
