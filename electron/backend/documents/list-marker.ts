/** A list marker as typed at the front of a line. */
export interface TypedMarker {
  /** As shown, without the space after it. */
  marker: string;
  /** Characters of the text that belong to the marker and the space after it. */
  length: number;
}

const BULLETS = '•‣⁃∙▪▫●○◦■□◆◇►▶➢➤→⇒✓✔✗✘★☆·\uF0B7\uF0A7\uF0D8\uF0FC\uF06F\uF076\u2212–—*';
const BULLET = new RegExp(`^([${BULLETS}-])\\s*(?=\\S)`, 'u');
const DASH_BULLET = /^[-–—*\u2212]/;
/** "32.5 hours", "0.4 seconds", "9.30 pm": an amount or a time at the front of a line is no number of an item. */
const NO_UNIT =
  '(?!(?:hours?|hrs?|minutes?|mins?|seconds?|days?|weeks?|months?|years?|times?|per ?cent|metres?|c?m|mm|km|kg|litres?|ml|mg|degrees?|pupils?|children|adults?|points?|miles?|full|fte|wte|staff|[ap]\\.?m|noon|to \\d)\\b|%|[–-] ?\\d)';
const NUMBER_PATTERNS = [
  /^\((?:\d{1,2}|[a-z]|[ivx]{1,5})\)\s+/, // (1) (a) (iv)
  new RegExp(`^(?:[A-K]\\d{0,2}\\.)?\\d{1,2}(?:\\.\\d{1,2}){1,3}[.):]?\\s+${NO_UNIT}`), // 1.1  F.1.2
  /^[A-K]\d{0,2}(?:\.\d{1,2}){1,3}(?=\p{Lu}\p{L})/u, // H.1.1Text, where a tab stop came too early
  /^[A-K][12]?\.\d{1,2}(?:\.\d{1,2})*[.):]?\s+/, // A.1  H1.2
  /^(?!H[12][.):]\s)[A-K]\d{1,2}(?:\.\d{1,2})*[.):]\s+/, // E1.  F3.2)  but not the heading H1:
  /^(?:[A-GI-K]\d{1,2}|H[12]\d)\s+(?=\p{Lu})/u, // F1 Text
  /^\d{1,2}[.):]\s+(?!\d{1,2}[.\s])/, // 1.  2)
  /^[a-z][.)]\s+(?!\d{1,4}[./-]\d{1,2}[./-]\d{2,4}$)/, // a)  but not "b. 3.4.2004"
  /^(?:i{2,3}|iv|vi{0,3}|ix)[.)]\s+/, // iv)
];

/** Finds a bullet or number typed at the start of `text`; null where it starts with words. */
export function readTypedMarker(text: string): TypedMarker | null {
  const bullet = BULLET.exec(text);
  if (bullet?.[1] !== undefined) {
    const spaced = bullet[0].length > bullet[1].length;
    // A dash or star straight before a word is a minus, a stammer or a footnote, not a bullet.
    if (spaced || !DASH_BULLET.test(text)) return { marker: showBullet(bullet[1]), length: bullet[0].length };
  }
  for (const pattern of NUMBER_PATTERNS) {
    const found = pattern.exec(text);
    if (found && found[0].length < text.length) return { marker: found[0].trim(), length: found[0].length };
  }
  return null;
}

/** Symbol-font bullets lie in the private use area: shown as the plain bullet that they look like. */
export function showBullet(bullet: string): string {
  return /^[\uE000-\uF8FF]$/u.test(bullet) ? '•' : bullet;
}
