import { addDays } from '../calendar-date.ts';

/** The last serial that is a date: 31 December 9999. */
const LAST_SERIAL = 2_958_465;
const DAYS_1900_TO_1904 = 1462;
/** Excel counts a 29 February 1900 that never was, as Lotus 1-2-3 did. */
const FALSE_LEAP_DAY = 60;

/**
 * The day of an Excel serial, time of day dropped; undefined for what is no date. Day 1 is 1 January 1900, or 2 January
 * 1904 in workbooks that count from 1904 (ECMA-376 part 1, 18.17.4.1).
 */
export function serialDate(serial: number, isFrom1904: boolean): string | undefined {
  const day = Math.floor(isFrom1904 ? serial + DAYS_1900_TO_1904 : serial);
  if (!Number.isFinite(serial) || serial < 0 || day < 1 || day > LAST_SERIAL || day === FALSE_LEAP_DAY)
    return undefined;
  return addDays(day < FALSE_LEAP_DAY ? '1899-12-31' : '1899-12-30', day);
}
