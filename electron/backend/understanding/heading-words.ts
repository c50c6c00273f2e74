import type { Voice } from './section-voices.ts';

const DOES = 'will|must|provi|arrang|help|support|put in|do|does|gives?|offer';
const HEALTH = 'health|nhs|doctors?|nurses?|medical|clinic\\w*';
const CARE = 'home|social care|care|family|council';
const SCHOOL = 'school|teach\\w*|education\\w*|college|nursery|learn\\w*|training|class\\w*';

/**
 * What single words of a heading hint at, for headings that no known title fits: "Who told the council about me?", "The
 * money side". A hint only: the text under the heading decides with it.
 */
const HINTS: readonly (readonly [RegExp, Partial<Record<Voice, number>>])[] = [
  [
    /\b(?:likes?|hopes?|dreams?|wish\w*|feel\w*|views?|voice|story|important|matters?|aspir\w*|who (?:am i|i am)|know me|about (?:me|you|him|her)|told us|wants?)\b/i,
    { A: 0.6 },
  ],
  [/\b(?:family|parents?|mum|dad|mummy|daddy)\b.*\b(?:hopes?|says?|thinks?|views?|tells?|writes)\b/i, { A: 0.4 }],
  [/\b(?:child|young person|family|parents?|you|me|i)\b/i, { A: 0.2 }],
  [
    /\b(?:hard|difficult\w*|tricky|good at|strengths?|struggl\w*|challeng\w*|learn(?:s|ing)? differen\w*|needs?|barriers?|well and)\b/i,
    { B: 0.5, C: 0.15, D: 0.15 },
  ],
  [/\b(?:health\w*|body|well|medical|doctors?|hospital|nhs|nurses?|clinical|ill)\b/i, { C: 0.5, G: 0.4 }],
  [
    /\b(?:home|family life|care|safe\w*|community|going out|go out|outside school|free time)\b/i,
    { D: 0.4, H1: 0.35, H2: 0.3 },
  ],
  [
    /\b(?:goals?|achieve\w*|able to do|will (?:i|he|she|they) (?:learn|do|be able)|outcomes?|aims?|targets?|next|future|working towards|get better|want to do|aiming|difference)\b/i,
    { E: 0.5 },
  ],
  [
    /\b(?:help|helps?|support\w*|taught|teach\w*|provid\w*|provision|get|do|arrangements?|met|deliver\w*)\b/i,
    { F: 0.3, G: 0.25, H1: 0.2, H2: 0.2 },
  ],
  [
    /\b(?:learn\w*|school|class\w*|lessons?|education\w*|college|nursery|training|teach\w*)\b/i,
    { F: 0.3, B: 0.2, I: 0.15, E: 0.1 },
  ],
  [
    /\b(?:where|which school|place\w*|setting|school name|name of|attend|go to (?:school|college|nursery))\b/i,
    { I: 0.6 },
  ],
  [/\b(?:other|else|more|extra|further|adult)\b/i, { H2: 0.35 }],
  [/\b(?:money|pay\w*|budget\w*|funds?|funding|cash|cost)\b/i, { J: 0.7, closing: 0.1 }],
  [
    /\b(?:told|wrote|written|spoke|advice|advis\w*|evidence|reports?|papers|documents?|appendi\w*|sources?|gave|asked|contribut\w*|information|read)\b/i,
    { K: 0.5 },
  ],
  [/\b(?:who)\b.*\b(?:told|wrote|gave|helped|said|spoke|advised|asked)\b/i, { K: 0.4 }],
  [
    /\b(?:agree|unhappy|happy with|appeal\w*|rights?|sign\w*|words (?:in|we|mean)|what (?:the )?words|glossary|check(?:ing|ed)?|review\w*|monitor\w*|circulation|distribution|cop(?:y|ies)|comments?|authoris\w*|office|mediation|complain\w*|contacts?|checklist|declaration|privacy|audit|summary of costs?|costs?|(?:funding|resources?) (?:summary|allocation)|for information)\b/i,
    { closing: 0.6 },
  ],
  [
    /\b(?:about this plan|how to (?:read|use)|contents|my details|details|at a glance|who is who|key dates|history|timeline|introduction|welcome)\b/i,
    { front: 0.6 },
  ],
  [
    new RegExp(`\\b(?:${HEALTH})\\b.*\\b(?:${DOES})|\\b(?:${DOES})\\w*\\b.*\\b(?:${HEALTH})\\b|\\btreat\\w*`, 'i'),
    { G: 0.4 },
  ],
  [
    new RegExp(`\\b(?:${CARE})\\b.*\\b(?:${DOES})|\\b(?:${DOES})\\w*\\b.*\\b(?:${CARE})\\b`, 'i'),
    { H1: 0.3, H2: 0.25 },
  ],
  [new RegExp(`\\b(?:${SCHOOL})\\b.*\\b(?:${DOES})|\\b(?:${DOES})\\w*\\b.*\\b(?:${SCHOOL})\\b`, 'i'), { F: 0.4 }],
];

/** How strongly a heading's single words hint at each section, 0 to 1. */
export function hintsOf(title: string): Partial<Record<Voice, number>> {
  const found: Partial<Record<Voice, number>> = {};
  for (const [pattern, hints] of HINTS) {
    if (!pattern.test(title)) continue;
    for (const [voice, weight] of Object.entries(hints) as [Voice, number][])
      found[voice] = Math.min(1, (found[voice] ?? 0) + weight);
  }
  return found;
}
