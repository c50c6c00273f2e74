import { walkXml } from './walk-xml.ts';

/** Built-in number formats that show a day (ECMA-376 part 1, 18.8.30), with those of other languages' Excel. */
const BUILT_IN_DATES = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** Whether a cell of this style shows its number as a day. */
export function readDateStyles(xml: string | undefined): (style: number) => boolean {
  if (xml === undefined) return () => false;
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let isCellStyles = false;
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'numFmt') custom.set(Number(attributes['numFmtId']), showsDay(attributes['formatCode'] ?? ''));
      else if (name === 'cellXfs') isCellStyles = true;
      else if (name === 'xf' && isCellStyles) {
        const format = Number(attributes['numFmtId'] ?? 0);
        styles.push(custom.get(format) ?? BUILT_IN_DATES.has(format));
      }
    },
    close(name) {
      if (name === 'cellXfs') isCellStyles = false;
    },
  });
  return (style) => styles[style] ?? false;
}

/** A format code with a day or a year in it, quoted words and [colours] left out; hours alone show no day. */
export function showsDay(code: string): boolean {
  const bare = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase();
  return /[dy]/.test(bare.replaceAll('general', ''));
}
