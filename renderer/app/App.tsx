import { QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'wouter';
import { createQueryClient } from '../api/query-client.ts';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { useHashLocation } from './hash-location.ts';
import { WorkspaceGate } from './WorkspaceGate.tsx';

const queryClient = createQueryClient();

/** The whole application: one cache, one router (in the address's hash, which both hosts serve alike), one gate. */
export function App() {
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queryClient}>
        {/* oxlint-disable-next-line react/hooks -- wouter takes its way of reading the address as a hook */}
        <Router hook={useHashLocation}>
          <WorkspaceGate />
          <ToastRegion />
        </Router>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
