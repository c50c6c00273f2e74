import { useEffect, useState } from 'react';
import { Button, IconButton } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { TOAST_MS, useToasts } from './toast-store.ts';
import type { Toast } from './toast-store.ts';
import './toast.css';

/** Where toasts appear; mounted once. Read out politely, never taking the focus. */
export function ToastRegion() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <section className="toasts" aria-label="Messages" aria-live="polite">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const dismiss = useToasts((state) => state.dismiss);
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => {
      dismiss(toast.id);
    }, TOAST_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [dismiss, isHeld, toast.id]);
  return (
    <div
      className="toast"
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <span>{toast.message}</span>
      {toast.undo === undefined ? null : (
        <Button
          size="small"
          icon={<Icon name="undo" />}
          onClick={() => {
            toast.undo?.();
            dismiss(toast.id);
          }}
        >
          Undo
        </Button>
      )}
      <IconButton
        label="Dismiss"
        onClick={() => {
          dismiss(toast.id);
        }}
      >
        <Icon name="close" />
      </IconButton>
    </div>
  );
}
