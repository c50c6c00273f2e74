import { NO_ROLE, ROLE } from './roles.ts';
import { findAll, type Seen, wordPattern, without } from './word-pattern.ts';

/**
 * Who delivers: a role, or the level of expertise. "An adult", "staff", "a key adult", "a trained adult" without the
 * subject of the training, and a service's name alone do not say. A role that only advises, or is taught, is not it.
 */
export function findWho(text: string): Seen[] {
  const bare = without(text, [
    ...findAll(text, NO_ROLE),
    ...NOT_DELIVERING.flatMap((pattern) => findAll(text, pattern)),
  ]);
  return [...findAll(bare, ROLES), ...findAll(text, EXPERTISE)].toSorted((a, b) => a.start - b.start);
}

const ROLES = wordPattern(
  `(?:(?:[\\p{L}'-]+ ){0,2})?${ROLE}(?!'s? (?!own))(?!' )(?! (?:team|service|services|room|report|reports|advice|recommendations?|programme|input|involvement|department|assessment|website|list|board|vocational|ratio|training|meetings? |register|strategy|caseload)s?(?!\\p{L}))(?!-(?:designed|devised|written|approved|recommended|advised|agreed|set|planned|prescribed))`,
);

/** A helper without a role, but with the subject of their training or their qualification. */
const EXPERTISE = wordPattern(
  "(?:adults?|staff|person|people|member of (?:the )?(?:[\\p{L}]+ )?staff|practitioner|professional|someone|team|key adult|key worker|workforce|personnel)(?:,)? (?:who (?:is|are|has|have) (?:been )?(?:\\p{L}+ )?)?(?:trained|qualified|experienced|skilled|certified|accredited|competent|signed off|specialising|with (?:[\\p{L}\\p{N}'-]+ ){0,4}?(?:training|qualification|experience|expertise|award|certificate|diploma)) (?:in|by|to|for|as|at|on|of|working) [\\p{L}]+|(?:adults?|staff|person|practitioner|someone|team|worker) with (?:an? |recent |accredited |up-to-date )*(?!(?:appropriate|suitable|relevant|specialist|some|further|additional|the|full|good|no|basic|right|necessary|correct|adequate|more|enough) )[\\p{L}-]+(?: [\\p{L}-]+)? (?:training|qualifications?|diplomas?|certificates?|awards?)|[\\p{L}]+-trained (?:adult|staff|member|practitioner|person|team)|(?:ELSA|Makaton|autism|epilepsy|dyslexia|Thrive|attachment|BSL|signing|Braille|PECS|nurture|trauma)[\\p{L} -]{0,15}(?:trained|qualified) (?:adult|staff|person|member of staff)|Band \\d",
);

/** Roles that advise, set, are spoken of or are taught, but do not deliver. */
const NOT_DELIVERING: readonly RegExp[] = [
  // Whom the setting is to look for or keep, not who does it.
  wordPattern(
    `(?:keep|find|recruit|appoint|employ|seek|identify|advertise for|look for|have) the (?:same|right|best) (?:[\\p{L}'-]+ ){0,2}?${ROLE}`,
  ),
  wordPattern('to (?:cook|scribe|nurse|coach|doctor|tutor|escort|mentor)'),
  wordPattern(
    `(?:needs?|requires?|consider(?:s|ing)?|wants?|whether|apply for|looking for) (?:to have )?(?:an? |the )(?:[\\p{L}'-]+ ){0,3}?${ROLE}`,
  ),
  wordPattern(
    `(?:go|goes|going|visits?|visiting|trips?|appointments?|talk|talks|talking|speak|speaking|reports?|referrals?|referred|questions) (?:to|at) (?:an? |the |his |her |their )(?:[\\p{L}'-]+ ){0,3}?${ROLE}`,
  ),
  wordPattern(
    `(?:(?:as )?(?:advised|recommended|set|prescribed|agreed|provided for|directed|suggested|specified|outlined|issued) (?:by|with)|(?<!be |been )(?:designed|devised|written|drawn up|approved|planned|reviewed|overseen|monitored|recorded) (?:by|with)|(?:on|following|after|under) (?:the )?(?:advice|recommendation|recommendations|guidance|assessment|referral) (?:of|from|to|by)|in (?:consultation|liaison|discussion|partnership|agreement) with|liaison with|discretion of|referral to|report (?:by|from|of)|programme (?:from|by|of)|(?:shared|discussed|agreed) with|so that|for use by|training (?:for|of)|trained by|signed off (?:[\\p{L}]+ ){0,3}by|(?<=(?:staff|adults?|assistants?|TAs?|teachers?|parents?|carers?|mother|father|mum|dad|team|who (?:has|have|is|are)(?: been)?),? )taught by) (?:an? |the |his |her |their |any )?(?:[\\p{L}'-]+ ){0,4}?${ROLE}(?:(?:,)? (?:and|or) (?:the |an? )?(?:[\\p{L}'-]+ ){0,3}?${ROLE})?`,
  ),
  wordPattern(
    `(?:[\\p{L}'-]+ ){0,3}${ROLE}'s? (?:[\\p{L}'-]+ ){0,3}?(?:programme|advice|report|recommendations?|plan|plans|targets|exercises|guidance|strategies|assessment|approach|discretion|desk)`,
  ),
];
