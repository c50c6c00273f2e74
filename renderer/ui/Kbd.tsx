import './kbd.css';

/** A key on the keyboard, as printed on it. */
export function Kbd({ children }: { children: string }) {
  return <kbd className="kbd">{children}</kbd>;
}
