import type { Anchor, Span } from '../../../shared/domain/document-model.ts';
import { anchorSchema, spanSchema } from '../../../shared/domain/document-model.ts';
import type { MentionFinder } from '../../../shared/domain/masking/masking-find.ts';
import { withMasks } from '../../../shared/domain/masking/masking.ts';
import type { MaskedDocument } from '../../../shared/domain/masking/masked-model.ts';

/** What masking an answer asks of the workspace. */
export interface MaskingSource {
  /** A document as it was ticked; null while no tick holds. */
  maskedDocument(documentId: string): Promise<MaskedDocument | null>;
  planOf(documentId: string): Promise<string | null>;
  documentOfBytes(sha256: string): Promise<string | null>;
  finderOf(planId: string | null): Promise<MentionFinder>;
}

/** Which plan and document a part of an answer speaks of, as far as is known. */
interface Place {
  planId: string | null;
  documentId: string | null;
}

/** What stands for words of a document that nobody has checked. */
export const UNREAD = '[not checked yet]';
export const MASKED_FILE_NAME = '[plan]';
export const MASKED_INITIALS = '[child]';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;
const CODE = /^(?:[0-9a-f]{64}|\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?)$/u;
/** What is one of a few words, or an id of the rubric: nothing that anybody typed. */
const CODED = new Set(
  'id kind state stage format sha256 section rule assist assists source level agency agencies role roles criteria criterion standard standards part standing verdict rootCause response given decision code sectionsFound sectionsUnsure fromSection toSection'.split(
    ' ',
  ),
);
/** Made by the grading engine from the rubric's own words. */
const ENGINES = new Set(['grading', 'rubric', 'facts', 'problems', 'model']);
/** Words that only the caller types into their own audit. */
const OWN_WORDS = new Set(['comment', 'notes']);

/**
 * An answer of the contract, as a representative is given it: names, initials, dates of birth and settings of the
 * register are taken out, quotes and places are those of the masked text, and every other word is searched for whoever
 * the plan is about. `own` leaves what the caller typed as it was typed.
 */
export async function maskAnswer(
  answer: unknown,
  place: Place,
  source: MaskingSource,
  own: { callerId: string; isOwnAudit: boolean },
): Promise<unknown> {
  // An answer has many words and speaks of few plans: each is looked up once.
  const finders = new Map<string | null, Promise<MentionFinder>>();
  return maskValue(answer, place);

  function finderOf(planId: string | null): Promise<MentionFinder> {
    const known = finders.get(planId) ?? source.finderOf(planId);
    finders.set(planId, known);
    return known;
  }

  async function maskValue(value: unknown, at: Place): Promise<unknown> {
    if (typeof value === 'string') return maskText(value, at);
    if (Array.isArray(value)) return maskEach(value, at);
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;
    if (value instanceof Blob) throw new TypeError('A file cannot be masked.');
    return maskObject({ ...value }, at);
  }

  async function maskEach(values: readonly unknown[], at: Place): Promise<unknown[]> {
    const masked: unknown[] = [];
    for (const value of values) masked.push(await maskValue(value, at));
    return masked;
  }

  async function maskText(text: string, { planId }: Place): Promise<string> {
    if (text === '' || ID.test(text) || CODE.test(text)) return text;
    return withMasks(text, (await finderOf(planId)).find(text));
  }

  async function maskObject(object: Record<string, unknown>, around: Place): Promise<unknown> {
    const anchor = anchorSchema.safeParse(object);
    if (anchor.success) return maskAnchor(anchor.data, around);
    const span = spanSchema.safeParse(object);
    if (span.success) return maskSpan(span.data, around);
    const at = await placeOf(object, around);
    if (isQuoteOf(object)) return { ...object, text: await maskQuote(object.text, at) };
    const isOwn = isCallers(object, own.callerId);
    const masked: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(object)) {
      const isLeft =
        ENGINES.has(key) ||
        (CODED.has(key) && !(key === 'format' && 'fileName' in object)) ||
        /Ids?$/u.test(key) ||
        (own.isOwnAudit && OWN_WORDS.has(key)) ||
        (isOwn && key === 'words') ||
        (key === 'name' && isMember(object));
      masked[key] = isLeft && !isNested(key, value) ? value : await maskField(key, value, object, at);
    }
    return masked;
  }

  async function maskField(key: string, value: unknown, object: Record<string, unknown>, at: Place): Promise<unknown> {
    if (key === 'fileName' && typeof value === 'string') return MASKED_FILE_NAME;
    if (/^(?:initials|planInitials)$/u.test(key) && typeof value === 'string')
      return value === '' ? '' : MASKED_INITIALS;
    if ('dateOfBirth' in object && /^(?:name|dateOfBirth|setting)$/u.test(key)) return null;
    // Pages of a PDF cannot be masked: a representative's document is drawn from its text.
    if ('fileName' in object && key === 'format') return 'docx';
    if ('fileName' in object && key === 'pages') return null;
    return maskValue(value, at);
  }

  async function maskAnchor(anchor: Anchor, at: Place): Promise<Anchor> {
    const documentId = await source.documentOfBytes(anchor.sha256);
    const document = documentId === null ? null : await source.maskedDocument(documentId);
    const masked = document?.anchorToMasked(anchor);
    if (masked) return masked;
    const planId = documentId === null ? at.planId : await source.planOf(documentId);
    const quote = document === null ? UNREAD : await maskText(anchor.quote, { planId, documentId });
    if (anchor.kind === 'region') return { ...anchor, quote };
    return { ...anchor, quote, before: '', after: '' };
  }

  async function maskSpan(span: Span, { documentId }: Place): Promise<Span> {
    const document = documentId === null ? null : await source.maskedDocument(documentId);
    return document?.toMasked(span) ?? { ...span, start: 0, end: 0 };
  }

  async function maskQuote(text: string, at: Place): Promise<string> {
    const isChecked = at.documentId !== null && (await source.maskedDocument(at.documentId)) !== null;
    return isChecked ? maskText(text, at) : UNREAD;
  }

  async function placeOf(object: Record<string, unknown>, around: Place): Promise<Place> {
    const documentId =
      idIn(object, 'documentId') ??
      idIn(object['document'], 'id') ??
      ('fileName' in object ? idIn(object, 'id') : null);
    const planId =
      idIn(object, 'planId') ??
      idIn(object['plan'], 'id') ??
      ('dateOfBirth' in object ? idIn(object, 'id') : null) ??
      (documentId === null ? null : await source.planOf(documentId));
    return { planId: planId ?? around.planId, documentId: documentId ?? around.documentId };
  }
}

/** Objects and lists under a coded key may hold words all the same: of `given` answers, of `section` lists. */
function isNested(key: string, value: unknown): boolean {
  if (ENGINES.has(key) || OWN_WORDS.has(key)) return false;
  return (
    typeof value === 'object' &&
    value !== null &&
    !(Array.isArray(value) && value.every((one) => typeof one === 'string'))
  );
}

function isQuoteOf(object: Record<string, unknown>): object is Record<string, unknown> & { text: string } {
  return Object.keys(object).length === 2 && 'documentId' in object && typeof object['text'] === 'string';
}

/** Somebody of the panel: their name is known to everyone in the room. */
function isMember(object: Record<string, unknown>): boolean {
  const isSomebody = idIn(object, 'id') !== null || idIn(object, 'personId') !== null;
  return isSomebody && !('reference' in object) && !('dateOfBirth' in object) && !('fileName' in object);
}

function isCallers(object: Record<string, unknown>, callerId: string): boolean {
  return object['isMine'] === true || idIn(object['raisedBy'], 'id') === callerId;
}

/** An id that an object has under a key. */
export function idIn(object: unknown, key: string): string | null {
  if (typeof object !== 'object' || object === null || !Object.hasOwn(object, key)) return null;
  const value: unknown = Reflect.get(object, key);
  return typeof value === 'string' && ID.test(value) ? value : null;
}
