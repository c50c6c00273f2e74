/** What XML 1.0 has no place for (Char, production 2): control characters but tab and line ends, lone surrogates, U+FFFE, U+FFFF. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/**
 * The same value with every text in it fit for XML: pasted words may carry characters that no Word file can hold, and a
 * single one of them makes the file unreadable.
 */
export function fitForXml<Value>(value: Value): Value {
  // A model is plain data, so it is the same after JSON.
  return JSON.parse(JSON.stringify(value), (_key, each: unknown) =>
    typeof each === 'string' ? each.replaceAll(NOT_IN_XML, '').toWellFormed() : each,
  );
}
