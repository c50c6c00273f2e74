import { strFromU8, strToU8 } from 'fflate';
import { steadyZip } from './steady-zip.ts';

const DOCUMENT = 'word/document.xml';
const PROPERTIES = 'docProps/core.xml';

/**
 * The same Word document in the same bytes however often and whenever it is made, so that a frozen paper which is given
 * out again can be held against the first by its digest. The library that writes it numbers bookmarks and pictures on from
 * one document to the next and dates the file by the clock: both are set by the document itself.
 *
 * @param madeAt ISO time: when what stands in it was made
 */
export function steadyDocx(bytes: Uint8Array, madeAt: string): Uint8Array<ArrayBuffer> {
  return steadyZip(bytes, madeAt, (name, content) => contentOf(name, content, madeAt));
}

function contentOf(name: string, content: Uint8Array, madeAt: string): Uint8Array {
  if (name === DOCUMENT) return strToU8(numberedAnew(strFromU8(content)));
  if (name !== PROPERTIES) return content;
  const dated = strFromU8(content).replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${madeAt}`);
  return strToU8(dated);
}

/** Bookmarks and pictures numbered from 1, in the order in which they stand. */
function numberedAnew(xml: string): string {
  const bookmarks = new Map<string, number>();
  let pictures = 0;
  return xml.replaceAll(
    /(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)(")|(<wp:docPr\b[^>]*? id=")\d+(")/g,
    (_, bookmark: string | undefined, id: string, end: string, picture: string, pictureEnd: string) => {
      if (bookmark === undefined) return `${picture}${(pictures += 1)}${pictureEnd}`;
      const number = bookmarks.get(id) ?? bookmarks.size + 1;
      bookmarks.set(id, number);
      return `${bookmark}${number}${end}`;
    },
  );
}
