import type { PlanFields } from '../../../shared/contract/plans.ts';
import type { LawfulException } from '../../../shared/domain/timeline/cycle-dates.ts';
import type { Quality } from '../plan-content.ts';

/** Kinds of areas that the composed plans are put together from. */
export type AreaKind = 'language' | 'learning' | 'feelings' | 'senses' | 'independence';

/** Where the second auditor comes to stand beside the first. */
export type SecondView = 'same' | 'lower' | 'higher';

/** A fictional person of whom a plan is composed; everything that the plan needs to differ from the others. */
export interface ComposedChild {
  reference: string;
  first: string;
  last: string;
  /** 'she', 'he' or 'they'. */
  pronoun: 'she' | 'he' | 'they';
  dateOfBirth: string;
  planType: PlanFields['planType'];
  ncYear: number;
  setting: string;
  settingType: string;
  primaryNeed: string;
  locality: 'Town' | 'Coast' | 'North dale' | 'South dale';
  writer: string;
  /** The half-term, 1 to 4, whose import brings the plan into the register. */
  joins: 1 | 2 | 3 | 4;
  finalIssued: string;
  /** Of a new plan: weeks from the request to the final. */
  weeks: number;
  areas: readonly AreaKind[];
  quality: Quality;
  second: SecondView;
  isLookedAfter?: boolean;
  exceptions?: readonly LawfulException[];
  /** An amended final came after an inadequate final, to be looked at again. */
  isAmendedLater?: boolean;
}

const PETRA = 'Petra Dunnock';
const ANWEN = 'Anwen Siskin';
const WILF = 'Wilf Sandpiper';
const SILAS = 'Silas Dabchick';

type Row = readonly [
  reference: string,
  name: string,
  pronoun: ComposedChild['pronoun'],
  dateOfBirth: string,
  planType: ComposedChild['planType'],
  ncYear: number,
  setting: string,
  settingType: string,
  primaryNeed: string,
  locality: ComposedChild['locality'],
  writer: string,
  joins: ComposedChild['joins'],
  finalIssued: string,
  weeks: number,
  areas: readonly AreaKind[],
  quality: Quality,
  second: SecondView,
  more?: Pick<ComposedChild, 'isLookedAfter' | 'exceptions' | 'isAmendedLater'>,
];

const PRIMARY = 'Mainstream primary';
const SECONDARY = 'Mainstream secondary';
const SPECIAL = 'Special school';
const EARLY = 'Early years setting';
const COLLEGE = 'Post-16 college';

const AUTISM = 'Autism';
const SLCN = 'Speech, language and communication';
const SEMH = 'Social, emotional and mental health';
const MLD = 'Moderate learning difficulty';
const SPLD = 'Specific learning difficulty';
const SLD = 'Severe learning difficulty';
const PD = 'Physical disability';

// prettier-ignore
const ROWS: readonly Row[] = [
  ['MD-25-0611', 'Bryn Alderfly', 'he', '2019-05-02', 'new', 1, 'Mallow Street Primary School', PRIMARY, SLCN, 'Town', ANWEN, 1, '2026-02-27', 19, ['language', 'learning'], 'good', 'same'],
  ['MD-25-0618', 'Cerys Bittersweet', 'she', '2017-11-21', 'new', 3, 'Elder Lane Primary School', PRIMARY, AUTISM, 'South dale', PETRA, 1, '2026-03-06', 23, ['language', 'senses'], 'requires_improvement', 'same'],
  ['MD-25-0624', 'Dexter Campion', 'he', '2014-02-09', 'new', 7, 'Tarn Academy', SECONDARY, SEMH, 'Town', ANWEN, 1, '2026-03-13', 20, ['feelings', 'learning'], 'inadequate', 'same', { isAmendedLater: true }],
  ['MD-20-0042', 'Effie Dunlin', 'she', '2012-08-30', 'amended', 8, 'Kestrel High School', SECONDARY, SPLD, 'Coast', WILF, 1, '2026-03-20', 0, ['learning', 'independence'], 'requires_improvement', 'higher'],
  ['MD-25-0630', 'Farrell Eyebright', 'he', '2021-06-17', 'new', -1, 'Saltmarsh Nursery School', EARLY, SLD, 'Coast', WILF, 1, '2026-03-27', 20, ['language', 'senses'], 'good', 'same'],
  ['MD-25-0633', 'Gwenna Figwort', 'she', '2016-10-04', 'new', 4, 'Gorse Bank Junior School', PRIMARY, MLD, 'Town', ANWEN, 1, '2026-03-27', 21, ['learning', 'feelings'], 'requires_improvement', 'same', { exceptions: ['setting_closed'] }],
  ['MD-19-0077', 'Howell Gannet', 'he', '2010-12-15', 'amended', 10, 'Fell View School', SPECIAL, SLD, 'South dale', SILAS, 1, '2026-02-20', 0, ['independence', 'language'], 'requires_improvement', 'same'],
  ['MD-25-0640', 'Isla Hawkbit', 'she', '2018-03-28', 'new', 3, 'St Ebba’s Primary School', PRIMARY, AUTISM, 'Town', PETRA, 1, '2026-04-17', 24, ['senses', 'feelings'], 'requires_improvement', 'same'],
  ['MD-25-0641', 'Jago Ivybell', 'he', '2015-01-19', 'reassessment', 6, 'Hollow Oak Junior School', PRIMARY, SEMH, 'North dale', SILAS, 1, '2026-04-10', 20, ['feelings', 'language'], 'good', 'lower'],
  ['MD-25-0649', 'Keira Jackdaw', 'she', '2020-07-07', 'new', 0, 'Hollow Oak Infant School', PRIMARY, SLCN, 'North dale', PETRA, 1, '2026-04-24', 20, ['language', 'independence'], 'good', 'same'],
  ['MD-18-0014', 'Lorcan Knapweed', 'he', '2009-09-23', 'reviewed', 11, 'Kestrel High School', SECONDARY, AUTISM, 'Coast', WILF, 1, '2026-03-31', 0, ['independence', 'feelings'], 'requires_improvement', 'same'],
  ['MD-26-0007', 'Mabli Linnet', 'she', '2017-04-12', 'new', 4, 'Mallow Street Primary School', PRIMARY, SPLD, 'Town', ANWEN, 2, '2026-05-15', 20, ['learning', 'feelings'], 'good', 'same'],
  ['MD-26-0012', 'Ned Mallard', 'he', '2013-09-08', 'new', 7, 'Tarn Academy', SECONDARY, AUTISM, 'Town', ANWEN, 2, '2026-05-22', 20, ['senses', 'language'], 'good', 'same'],
  ['MD-26-0019', 'Olwen Nightjar', 'she', '2018-12-01', 'new', 2, 'Elder Lane Primary School', PRIMARY, SLCN, 'South dale', PETRA, 2, '2026-05-29', 22, ['language', 'learning'], 'requires_improvement', 'higher'],
  ['MD-19-0102', 'Piers Oxeye', 'he', '2011-02-26', 'amended', 10, 'Fell View School', SPECIAL, SEMH, 'South dale', SILAS, 2, '2026-05-01', 0, ['feelings', 'independence'], 'requires_improvement', 'same', { isLookedAfter: true }],
  ['MD-26-0025', 'Quill Pimpernel', 'they', '2012-05-18', 'new', 9, 'Kestrel High School', SECONDARY, SEMH, 'Coast', WILF, 2, '2026-06-05', 20, ['feelings', 'learning'], 'good', 'same'],
  ['MD-26-0031', 'Rhona Quillwort', 'she', '2021-10-10', 'new', -1, 'Saltmarsh Nursery School', EARLY, SLCN, 'Coast', WILF, 2, '2026-06-12', 20, ['language', 'senses'], 'good', 'lower'],
  ['MD-26-0033', 'Seren Ragwort', 'she', '2016-06-06', 'new', 4, 'Gorse Bank Junior School', PRIMARY, MLD, 'Town', ANWEN, 2, '2026-06-12', 26, ['learning', 'language'], 'requires_improvement', 'same', { exceptions: ['exceptional_circumstances'] }],
  ['MD-15-0021', 'Tobias Stonecrop', 'he', '2007-03-03', 'amended', 13, 'Fennockport College', COLLEGE, MLD, 'Coast', WILF, 2, '2026-05-08', 0, ['independence', 'learning'], 'good', 'same'],
  ['MD-26-0040', 'Una Tormentil', 'she', '2015-08-14', 'new', 5, 'St Ebba’s Primary School', PRIMARY, AUTISM, 'Town', PETRA, 2, '2026-06-19', 21, ['senses', 'feelings'], 'requires_improvement', 'same'],
  ['MD-26-0044', 'Vaughan Valerian', 'he', '2019-01-30', 'new', 2, 'Hollow Oak Infant School', PRIMARY, PD, 'North dale', SILAS, 2, '2026-06-26', 20, ['senses', 'independence'], 'requires_improvement', 'same'],
  ['MD-26-0120', 'Willa Wagtail', 'she', '2014-07-25', 'new', 6, 'Hollow Oak Junior School', PRIMARY, SPLD, 'North dale', PETRA, 3, '2026-07-17', 20, ['learning', 'independence'], 'good', 'same'],
  ['MD-26-0126', 'Xander Yellowhammer', 'he', '2017-09-02', 'new', 4, 'Mallow Street Primary School', PRIMARY, SEMH, 'Town', ANWEN, 3, '2026-08-21', 24, ['feelings', 'learning'], 'requires_improvement', 'same'],
  ['MD-26-0131', 'Yestin Avocet', 'he', '2013-04-04', 'new', 8, 'Tarn Academy', SECONDARY, AUTISM, 'Town', ANWEN, 3, '2026-07-24', 20, ['senses', 'language'], 'requires_improvement', 'same'],
  ['MD-17-0058', 'Zelda Betony', 'she', '2008-11-11', 'reviewed', 13, 'Bittern Lodge College', COLLEGE, SLD, 'North dale', SILAS, 3, '2026-07-10', 0, ['independence', 'language'], 'good', 'same'],
  ['MD-26-0138', 'Arlo Chiffchaff', 'he', '2020-02-22', 'new', 1, 'Elder Lane Primary School', PRIMARY, SLCN, 'South dale', PETRA, 3, '2026-08-28', 22, ['language', 'feelings'], 'requires_improvement', 'same'],
  ['MD-26-0142', 'Bronte Dogwood', 'she', '2016-03-16', 'new', 5, 'Gorse Bank Junior School', PRIMARY, MLD, 'Town', ANWEN, 3, '2026-07-31', 20, ['learning', 'senses'], 'good', 'higher'],
  ['MD-26-0147', 'Cormac Erne', 'he', '2012-01-05', 'new', 9, 'Kestrel High School', SECONDARY, SEMH, 'Coast', WILF, 3, '2026-09-04', 21, ['feelings', 'independence'], 'good', 'same'],
];

/** In the order of the register. */
export const COMPOSED_CHILDREN: readonly ComposedChild[] = ROWS.map(
  ([
    reference,
    name,
    pronoun,
    dateOfBirth,
    planType,
    ncYear,
    setting,
    settingType,
    primaryNeed,
    locality,
    writer,
    joins,
    finalIssued,
    weeks,
    areas,
    quality,
    second,
    more,
  ]) => {
    const [first = '', last = ''] = name.split(' ');
    return {
      reference,
      first,
      last,
      pronoun,
      dateOfBirth,
      planType,
      ncYear,
      setting,
      settingType,
      primaryNeed,
      locality,
      writer,
      joins,
      finalIssued,
      weeks,
      areas,
      quality,
      second,
      ...more,
    };
  },
);
