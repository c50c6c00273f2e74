import { Component } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

interface Props {
  children: ReactNode;
}

/** Keeps a fault in one screen from taking the rest of the window with it. Give it a new `key` to try again. */
export class ErrorBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div className="page">
        <Notice
          tone="error"
          title="This screen could not be shown."
          advice="Everything that was shown as saved is kept. Try again, or go to another screen."
          action={
            <Button
              onClick={() => {
                this.setState({ hasFailed: false });
              }}
            >
              Try again
            </Button>
          }
        />
      </div>
    );
  }
}
