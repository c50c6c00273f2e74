import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button, type ButtonLook } from '../../ui/Button.tsx';

/** Opens a caseworker's sheet; that it was opened is kept before anything of it is shown. */
export function OpenSheet({
  caseworkerId,
  look = 'secondary',
  children,
}: {
  caseworkerId: string;
  look?: ButtonLook;
  children: ReactNode;
}) {
  const [, navigate] = useLocation();
  const open = useMutation(
    api.supervision.open.mutationOptions({
      onSuccess: ({ openingId }) => {
        navigate(`/supervision/sheet/${openingId}`);
      },
    }),
  );
  return (
    <>
      <Button
        size={look === 'primary' ? 'normal' : 'small'}
        look={look}
        isBusy={open.isPending}
        onClick={() => {
          open.mutate({ caseworkerId });
        }}
      >
        {children}
      </Button>
      {open.isError ? <Failed error={open.error} /> : null}
    </>
  );
}
