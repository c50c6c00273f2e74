import type { Block, DocumentModel } from '../document-model.ts';
import { cleanName, seenText } from '../names.ts';
import type { KnownIdentity, MaskedIdentity, MaskForm, MaskKind } from './masking.ts';
import { formOf } from './masking-find.ts';
import { labelledTexts, type LabelledText } from './masking-labels.ts';
import { isNotName, namesIn, NAME_WORD, ownWords } from './masking-names.ts';
import { type NamedPerson, peopleIn, unknownNames } from './masking-people.ts';
import { partsOfAddress, placesIn } from './masking-places.ts';
import { datesIn } from './masking-shapes.ts';
import { plainWord, plainWords } from './masking-tokens.ts';
import { SCHOOL_WORDS } from './masking-words.ts';

/** What the rules read of a document. */
export type MaskedSource = Pick<DocumentModel, 'blocks' | 'cover' | 'keyDates' | 'advice'>;

const KNOWN_AS = new RegExp(
  `(?:[Kk]nown as|[Pp]referred name|[Ll]ikes to be called|[Pp]refers? to be called|[Cc]all me|[Nn]icknamed?|[Gg]oes by|[Ss]hortened to)\\s*(?:is\\s*)?:?\\s*["“'‘]?(${NAME_WORD})`,
  'gu',
);
/** Titles of labels under which people speak, and are not named. */
const SPOKEN =
  /\b(?:views?|wish|wishes|feel|hope|aspiration|comment|tell|say|said|contribut|involve|think|like|help|communicat)/iu;
/** Acronyms of the field that a child's initials are not told from. */
const ACRONYMS = new Set(
  'AP CP EP EY FE HI IT KS LA MP NC OT PA PD PE PP QA RE SA SB SC SE SW TA TV UK VI VS LD MH NP ID DP CC'.split(' '),
);

/**
 * Everybody and everything in a plan that is masked: who the plan is for, by the register and the front page; whom its
 * forms, its words of kinship and calling, titles and advice name; schools, places, addresses; and capitalised words that
 * nothing explains. Labels are given afterwards (`labelled`).
 */
export function findIdentities(printed: MaskedSource, kept: KnownIdentity): MaskedIdentity[] {
  const source = asRead(printed);
  const known = { ...kept, name: nameOrNull(kept.name), settings: kept.settings.map(cleanName) };
  const { blocks } = source;
  const gathered = new Gathering();
  const labels = labelledTexts(blocks);
  const childNames = gatherChild(gathered, source, known, labels);
  const family = new Set(childNames.flatMap((name) => plainWords(name.split(/\s+/u).slice(1).at(-1) ?? '')));

  const people: NamedPerson[] = [
    ...labels.flatMap(peopleOfLabel),
    ...source.advice.flatMap(({ role, author }) => fromAdvice(role, author)),
    ...blocks.flatMap((block) => peopleIn(block)),
  ];
  const places: NamedPerson[] = [
    ...[...known.settings, source.cover.setting ?? ''].flatMap(fromSetting),
    ...labels.flatMap(schoolOfLabel),
    ...labels.filter(({ kind }) => kind === 'address').flatMap(({ text }) => partsOfAddress(text)),
    ...blocks.flatMap(({ text }) => placesIn(text)),
  ];
  const authority = new Set(plainWords(source.cover.authority ?? ''));
  for (const person of byKind(people)) {
    // "Harrowmere" beside a calling is the area, not somebody.
    if (!plainWords(person.name).every((word) => authority.has(word))) gathered.addPerson(person, family);
  }
  for (const place of places) gathered.addPlace(place);
  for (const unknown of unknownNames(blocks, smallWords(blocks))) {
    if (plainWords(unknown.name).some((word) => authority.has(word))) continue;
    if (unknown.kind !== 'place') gathered.addUnknown(unknown, family);
    else gathered.addPlace(unknown, 'capital');
  }
  const births = new Set([
    ...(known.dateOfBirth === null ? [] : [known.dateOfBirth]),
    ...(source.keyDates.dateOfBirth === undefined ? [] : [source.keyDates.dateOfBirth.iso]),
    ...labels
      .filter(({ kind }) => kind === 'date_of_birth')
      .flatMap(({ text }) => datesIn(text.slice(0, 40)).slice(0, 1)),
  ]);
  return [
    ...gathered.identities(),
    ...(births.size === 0
      ? []
      : [
          {
            key: 'date_of_birth',
            kind: 'date_of_birth' as const,
            label: '',
            forms: [],
            reason: 'It is a date of birth that the register or the plan’s own form gives.',
            dates: [...births].toSorted(),
          },
        ]),
  ];
}

/** As a reader sees it, so that nothing unseen keeps a name from the rules. */
function asRead(source: MaskedSource): MaskedSource {
  const { blocks, cover, advice } = source;
  return {
    ...source,
    blocks: blocks.map((block) => ({ ...block, text: seenText(block.text).text })),
    cover: { ...cover, name: nameOrNull(cover.name), setting: nameOrNull(cover.setting) },
    advice: advice.map((item) => ({ ...item, author: nameOrNull(item.author) })),
  };
}

function nameOrNull(name: string | null): string | null {
  return name === null ? null : cleanName(name);
}

function gatherChild(
  gathered: Gathering,
  { blocks, cover, advice }: MaskedSource,
  known: KnownIdentity,
  labels: readonly LabelledText[],
): string[] {
  const sure = [known.name, cover.name].filter((name) => name !== null && name.trim() !== '') as string[];
  const reason = 'It is the name of the person whom the plan is for, by the register or the plan’s front page.';
  for (const name of sure) gathered.addChild(name, reason);
  const own = new Set(sure.flatMap((name) => plainWords(name)));
  const labelledNames = labels
    .filter(({ kind, text }) => kind === 'child' && text.length < 60)
    .flatMap(({ text }) => namesIn(text));
  for (const { name } of labelledNames) {
    const isOwn = own.size === 0 || plainWords(name).some((word) => own.has(word));
    if (isOwn) gathered.addChild(name, 'It stands where the plan gives the name of the child or young person.');
    else gathered.addLater({ kind: 'name', name, gender: null, reason: 'It stands where the plan gives a name.' });
    if (isOwn && sure.length === 0) sure.push(name);
  }
  for (const { role, author } of advice) {
    if (author !== null && /^(?:the )?(?:child|young person|pupil)$/iu.test(role ?? ''))
      gathered.addChild(author, reason);
  }
  for (const { text } of blocks) {
    for (const [, name = ''] of text.matchAll(KNOWN_AS)) {
      if (!isNotName(name))
        gathered.addChild(name, 'The plan says that this is what the child or young person is called.');
    }
  }
  for (const name of sure) {
    const quoted = /["“‘(]([^"”’)]{2,20})["”’)]/u.exec(name)?.[1];
    if (quoted !== undefined) gathered.addChild(quoted, reason);
  }
  gathered.addInitials([known.initials, ...sure.map(initialsOf)].filter((letters) => !ACRONYMS.has(letters)));
  return sure;
}

function initialsOf(name: string): string {
  const words = name
    .replaceAll(/["“‘(][^"”’)]*["”’)]/gu, ' ')
    .split(/\s+/u)
    .filter((word) => /^\p{L}/u.test(word));
  const first = words[0]?.charAt(0) ?? '';
  const last = words.length > 1 ? (words.at(-1)?.charAt(0) ?? '') : '';
  return `${first}${last}`.toUpperCase();
}

function schoolOfLabel({ kind, label, text }: LabelledText): NamedPerson[] {
  if (kind !== 'school' || text.length > 100 || SPOKEN.test(label) || /\btype\b/iu.test(label)) return [];
  const name = text.split(/[\n(;]/u)[0] ?? '';
  const isNamed = new RegExp(SCHOOL_WORDS, 'u').test(name) || /^(?:\p{Lu}\S*\s?){1,4}$/u.test(name.trim());
  return isNamed ? fromSetting(name) : [];
}

function peopleOfLabel({ kind, label, text }: LabelledText): NamedPerson[] {
  const reason = `It stands where the plan gives “${label}”.`;
  if (kind !== 'parent' && kind !== 'sibling' && kind !== 'professional') return [];
  if (SPOKEN.test(label)) return [];
  const isProse = /[.!?]\s|[.!?]$/u.test(text) || text.split(/\s+/u).length > 14;
  return namesIn(text)
    .filter(({ name, hasTitle }) => hasTitle || name.split(/\s+/u).length > 1 || (kind !== 'professional' && !isProse))
    .map(({ name }) => ({ kind, name, reason, gender: null }));
}

function fromAdvice(role: string | null, author: string | null): NamedPerson[] {
  if (author === null) return [];
  const who = role ?? '';
  if (/^(?:the )?(?:child|young person|pupil)$/iu.test(who)) return [];
  const kind: MaskKind = /\b(?:parents?|mother|father|mum|dad|carers?|famil(?:y|ies))\b/iu.test(who)
    ? 'parent'
    : 'professional';
  return namesIn(author).map(({ name }) => ({
    kind,
    name,
    gender: null,
    reason:
      kind === 'parent'
        ? 'It is the author of the family’s own advice.'
        : 'It is the author of advice that the plan lists.',
  }));
}

function fromSetting(name: string): NamedPerson[] {
  const own = ownWords(name);
  if (own === '' || !/^\p{Lu}/u.test(own) || own.split(/\s+/u).length > 6) return [];
  if (own.split(/\s+/u).every((word) => isNotName(word))) return [];
  const reason = 'It is the setting that the register or the plan’s front page gives.';
  const whole = name
    .slice(name.indexOf(own))
    .replace(/[,(].*$/u, '')
    .trim();
  return [
    { kind: 'school', name: whole, reason, gender: null },
    { kind: 'school', name: own, reason, gender: null },
  ];
}

const ORDER: readonly MaskKind[] = [
  'parent',
  'sibling',
  'relative',
  'professional',
  'person',
  'name',
  'school',
  'place',
  'address',
];

function byKind(people: readonly NamedPerson[]): NamedPerson[] {
  return people.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function smallWords(blocks: readonly Block[]): Set<string> {
  return new Set(
    blocks.flatMap(({ text }) =>
      [...text.matchAll(/(?<![\p{L}\p{N}@./’'-])\p{Ll}[\p{L}\p{M}]*(?![@.]\p{L})/gu)].map(([word]) => plainWord(word)),
    ),
  );
}

const PRONOUN = /^(?:he|she|they|him|her|his|the|my|me|like|likes|known|as|call|called|please)$/iu;

/** Letters that a short form shares with the whole name: Toby and Tobias. */
const ALIKE = 3;

/** Identities under way: each has the forms that no earlier one has, so that a word means one of them. */
class Gathering {
  readonly #byKey = new Map<string, MaskedIdentity>();
  readonly #owner = new Map<string, string>();
  readonly #people: { key: string; words: string[]; gender: NamedPerson['gender'] }[] = [];
  readonly #later: NamedPerson[] = [];

  addLater(person: NamedPerson): void {
    this.#later.push(person);
  }

  addChild(name: string, reason: string): void {
    const bare = name.replaceAll(/["“”‘()]/gu, ' ').trim();
    const words = bare.split(/[\s,]+/u).filter((word) => /^\p{Lu}.*\p{L}/u.test(word) && !PRONOUN.test(word));
    if (words.length === 0) return;
    const identity = this.#identity('child', 'child', reason);
    this.#form(identity, { words: words.join(' '), how: 'free' });
    // Written surname first, as registers do: all capitals or before a comma.
    const isTurned = name.includes(',');
    for (const [at, word] of words.entries()) {
      const isSurname = words.length > 1 && (isTurned ? at === 0 : at === words.length - 1);
      const owner = isSurname
        ? this.#identity('family_name', 'family_name', 'It is the family name of the person whom the plan is for.')
        : identity;
      for (const part of partsOf(word)) this.#form(owner, formOf(part));
    }
  }

  addInitials(all: readonly string[]): void {
    const identity = this.#byKey.get('child');
    for (const letters of new Set(all.map((one) => one.replaceAll(/[^\p{L}]/gu, '')))) {
      if (letters.length < 2) continue;
      const owner = identity ?? this.#identity('child', 'child', 'They are the initials that the register has.');
      this.#form(owner, { words: letters, how: 'exact' });
      this.#form(owner, { words: letters.split('').join('.'), how: 'exact' });
    }
  }

  addPerson({ kind, name, reason, gender }: NamedPerson, family: ReadonlySet<string>, how?: MaskForm['how']): void {
    const words = name.split(/\s+/u).filter((word) => /\p{L}{2}/u.test(word));
    const plain = words.map((word) => plainWords(word).join(' '));
    const first = plain[0];
    if (first === undefined) return;
    // Only the family's name: "Mrs Begum" is a parent, where she is not somebody else.
    if (plain.every((word) => family.has(word))) {
      if (kind === 'professional' || kind === 'parent') this.#titled(words.join(' '), gender);
      return;
    }
    if (this.#owner.get(plain.join(' ')) === 'child' || (plain.length === 1 && this.#owner.has(first))) return;
    if (
      this.#owner.get(first) === 'child' &&
      plain.slice(1).every((word) => family.has(word) || this.#owner.get(word) === 'child')
    )
      return;
    const there = this.#people.find((person) => isSame(person.words, plain));
    const key = there?.key ?? `${kind}:${plain.join(' ')}`;
    const identity = this.#identity(key, kind, reason);
    if (there) {
      there.gender ??= gender;
      if (plain.length > there.words.length) there.words = plain;
    } else this.#people.push({ key, words: plain, gender });
    const formed = (word: string): MaskForm => ({ ...formOf(word), ...(how ? { how } : {}) });
    this.#form(identity, words.length > 1 ? { words: words.join(' '), how: 'free' } : formed(words[0] ?? ''));
    for (const [at, word] of words.entries()) {
      if (family.has(plain[at] ?? '')) continue;
      if (!isNotName(word) || at === words.length - 1)
        for (const part of partsOf(word)) this.#form(identity, formed(part));
    }
  }

  /** A parent by title and family name alone. */
  #titled(name: string, gender: NamedPerson['gender']): void {
    const parents = this.#people.filter(({ key }) => key.startsWith('parent:'));
    const fitting =
      parents.find((parent) => parent.gender !== null && parent.gender === gender) ??
      (parents.length === 1 ? parents[0] : undefined);
    const titles =
      gender === 'he' ? ['Mr'] : gender === 'she' ? ['Mrs', 'Ms', 'Miss'] : ['Mr', 'Mrs', 'Ms', 'Miss', 'Mx', 'Dr'];
    const key = fitting?.key ?? `parent:${gender ?? 'any'} ${plainWords(name).join(' ')}`;
    const identity = this.#identity(key, 'parent', 'It is the family’s name with a title before it.');
    for (const title of titles) this.#form(identity, { words: `${title} ${name}`, how: 'free' });
  }

  /** A name that nothing explains: a short form of the child's own, where it begins alike, else somebody's. */
  addUnknown(unknown: NamedPerson, family: ReadonlySet<string>): void {
    const [word = ''] = plainWords(unknown.name);
    const own = this.#byKey.get('child')?.forms.map(({ words }) => plainWords(words)[0] ?? '') ?? [];
    if (
      !unknown.name.includes(' ') &&
      own.some((given) => given.length > 3 && given.slice(0, ALIKE) === word.slice(0, ALIKE))
    ) {
      this.addChild(unknown.name, 'It begins as the given name does, and is taken for its short form.');
    } else this.addPerson(unknown, family, 'capital');
  }

  addPlace({ kind, name, reason }: NamedPerson, how?: MaskForm['how']): void {
    const plain = plainWords(name).join(' ');
    if (plain === '' || this.#owner.has(plain)) return;
    const own = plainWords(ownWords(name)).join(' ');
    const key = this.#owner.get(own) ?? `${kind === 'address' ? 'address' : kind}:${own === '' ? plain : own}`;
    const identity = this.#identity(key, this.#byKey.get(key)?.kind ?? kind, reason);
    this.#form(
      identity,
      name.split(/\s+/u).length > 1 ? { words: name, how: 'free' } : { ...formOf(name), ...(how ? { how } : {}) },
    );
  }

  identities(): MaskedIdentity[] {
    for (const person of this.#later) this.addPerson(person, new Set());
    return [...this.#byKey.values()].filter(({ forms }) => forms.length > 0);
  }

  #identity(key: string, kind: MaskKind, reason: string): MaskedIdentity {
    const there = this.#byKey.get(key);
    if (there) return there;
    const identity: MaskedIdentity = { key, kind, label: '', forms: [], reason, dates: [] };
    this.#byKey.set(key, identity);
    return identity;
  }

  #form(identity: MaskedIdentity, form: MaskForm): void {
    const plain = form.how === 'exact' ? form.words : plainWords(form.words).join(' ');
    if (plain === '' || plain.length < 2 || this.#owner.has(plain)) return;
    this.#owner.set(plain, identity.key);
    identity.forms.push(form);
  }
}

/** A name with a hyphen is looked for whole, run together, and by each of its parts. */
function partsOf(word: string): string[] {
  const bare = word.replaceAll(/[^\p{L}\p{M}’'‐‑-]/gu, '').replaceAll(/[’']s$/gu, '');
  const parts = bare.split(/[-‐‑]/u).filter((part) => part.length > 2 && !isNotName(part));
  return parts.length > 1 ? [bare, parts.join(''), ...parts] : [bare];
}

/** One name is the other's part: "Ironmonger", "Stella Ironmonger", "S Ironmonger". */
function isSame(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.every((word) => long.includes(word));
}
