const localDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** An instant as "14:32", on this machine's clock. */
export function formatTime(isoTime: string): string {
  return time.format(new Date(isoTime));
}

/** An instant as "5 November 2026, 14:32", on this machine's clock. */
export function formatDateTime(isoTime: string): string {
  const instant = new Date(isoTime);
  return `${localDay.format(instant)}, ${time.format(instant)}`;
}

/** Bytes as "1.4 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Today on this machine's calendar, as an ISO date. */
export function todayIso(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
