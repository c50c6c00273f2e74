/**
 * Where the rules behind each kind of hint come from, by assist: law, guidance, a case, or a threshold of practice. A
 * hint names the one that its own rule rests on.
 */
export const HINT_SOURCES: Readonly<Record<string, readonly string[]>> = {
  'section-presence': ['SEND Regulations 2014, reg 12(1)'],
  'name-consistency': ['UK GDPR Art 5(1)(d), accuracy; SEND Code of Practice 9.61'],
  'pronoun-consistency': ['UK GDPR Art 5(1)(d), accuracy; SEND Code of Practice 9.61'],
  'year-group-consistency': [
    'UK GDPR Art 5(1)(d), accuracy; SEND Code of Practice 9.61',
    'SEND Regulations 2014, regs 11(a) and 20 to 22',
  ],
  'blank-section': ['SEND Regulations 2014, reg 12(1)'],
  'misplaced-content': ['SEND Regulations 2014, reg 12(1)', 'Children and Families Act 2014, s21(5)'],
  'date-extraction': ['SEND Regulations 2014, reg 14; Code of Practice 9.61'],
  'stale-dates': ['SEND Regulations 2014, reg 11(a); Code of Practice 9.61'],
  'not-known-phrase': ['SEND Regulations 2014, reg 6(1)'],
  'outcome-not-provision': [
    'SEND Code of Practice 9.66: an outcome is the benefit or difference made, not the service',
  ],
  'smart-specific': ['SEND Code of Practice 9.66: specific'],
  'smart-measurable': ['SEND Code of Practice 9.66: measurable'],
  'smart-timebound': ['SEND Code of Practice 9.66: time-bound'],
  'smart-achievable': ['SEND Code of Practice 9.66: achievable'],
  'outcome-count': ['SEND Code of Practice 9.64–9.65; three to ten is practice, not law'],
  'provision-parts': ['SEND Code of Practice 9.69 (Section F)'],
  'vague-phrases': ['L v Clarke and Somerset (1998); Worcestershire v SE (2020)'],
  'need-provision-map': ['SEND Code of Practice 9.69'],
  'outcome-provision-map': ['SEND Regulations 2014, reg 11(b); Code of Practice 9.69'],
  'pfa-coverage': ['SEND Code of Practice 8.5–8.10; SEND Regulations 2014, reg 12(3)'],
  readability: ['SEND Code of Practice 9.61: clear, concise, understandable'],
  acronyms: ['SEND Code of Practice 9.61: clear, concise, understandable'],
  'repeated-text': ['SEND Code of Practice 9.61: clear, concise, understandable'],
  'cross-plan-duplication': ['SEND Code of Practice 9.61; Schools Week: one sentence forty times in ten plans'],
  'section-i-status': ['Children and Families Act 2014, s38(5)', 'SEND Regulations 2014, reg 12(1)'],
  'advice-table': ['SEND Regulations 2014, regs 6(1) and 12(4)'],
  'advice-dates': ['SEND Regulations 2014, reg 8'],
  'clock-20-weeks': ['SEND Regulations 2014, reg 13(2)–(3)'],
  'clock-15-days': ['SEND Regulations 2014, reg 13(1)'],
  'clock-annual-review': ['Children and Families Act 2014, s44'],
  'clock-review': ['SEND Regulations 2014, regs 20(10) and 22(2)', 'SEND Regulations 2014, reg 22(3)'],
  'clock-phase-transfer': ['SEND Regulations 2014, reg 18(1)(a)', 'SEND Regulations 2014, reg 18(1)(b)'],
  'version-compare': ['SEND Regulations 2014, regs 20 to 22'],
};
