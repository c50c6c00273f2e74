import { create } from 'zustand';

export interface Toast {
  id: number;
  message: string;
  /** Takes the deed back. */
  undo?: () => void;
}

interface ToastState {
  toasts: Toast[];
  dismiss: (id: number) => void;
}

/** Time to read a line and reach for Undo; hovering or focusing the toast stops the clock. */
export const TOAST_MS = 10_000;

export const useToasts = create<ToastState>()((set) => ({
  toasts: [],
  dismiss: (id) => {
    set((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) }));
  },
}));

let lastId = 0;

/**
 * Says that something was done, with a way back where there is one. Errors stand where the action was, and come here only
 * where that is out of sight by then.
 */
export function showToast(message: string, undo?: () => void): void {
  lastId += 1;
  const toast: Toast = undo === undefined ? { id: lastId, message } : { id: lastId, message, undo };
  useToasts.setState((state) => ({ toasts: [...state.toasts.slice(-2), toast] }));
}
