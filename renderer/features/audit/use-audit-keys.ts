import { useEffect } from 'react';
import { type AuditKey, auditKeyOf, type Press } from './audit-keys.ts';

/** Listens for the audit screen's keys. `onKey` says whether it did something with one. */
export function useAuditKeys(shortcuts: readonly string[], onKey: (key: AuditKey) => boolean): void {
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]') !== null) return;
      const press: Press = {
        key: event.key,
        ctrl: event.ctrlKey || event.metaKey,
        alt: event.altKey,
        shift: event.shiftKey,
        target: targetKind(event.target),
      };
      const key = auditKeyOf(press, shortcuts);
      if (key !== null && onKey(key)) event.preventDefault();
    }
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, [shortcuts, onKey]);
}

/** What letters and arrows do where the focus is. */
function targetKind(target: EventTarget | null): Press['target'] {
  if (!(target instanceof HTMLElement)) return 'other';
  if (target.closest('select') !== null) return 'text';
  if (target.closest('input[type="radio"], [role="tab"], hr') !== null) return 'choice';
  if (target.closest('input[type="checkbox"]') !== null) return 'other';
  return target.closest('input, textarea, [contenteditable]') === null ? 'other' : 'text';
}
