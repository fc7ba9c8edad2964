import { dayOfDate, type WallDay } from '../time/wall-time.ts';

/* Astronomy after Jean Meeus, Astronomical Algorithms, 2nd edition: new moons chapter 49, the sun chapter 25. */

/** First and last year the two days are proven for. */
export const LUNAR_YEARS = { first: 1990, last: 2100 } as const;

/** Minutes of Vietnam's clock east of UTC, as part of a day: the lunar calendar of Vietnam reads the moon by it. */
const VIETNAM = 7 / 24;
const DAYS_OF_MONTH = 29.530_588_861;
/** Julian date of 1970-01-01T00:00 UTC. */
const JULIAN_1970 = 2_440_587.5;
/** Julian date of 2000-01-01T12:00, and Julian century. */
const JULIAN_2000 = 2_451_545;
const CENTURY = 36_525;
const WINTER_SOLSTICE = 270;

/**
 * Lunar New Year (mùng 1 Tết, 1/1) in this year, on Vietnam's clock. China reads the same moon an hour later and is
 * now and then a day, in rare years a month apart. Throws a RangeError outside `LUNAR_YEARS`.
 */
export function lunarNewYear(year: number): WallDay {
  return firstDay(lunarYear(year), 1);
}

/** Hùng Kings' Commemoration Day (Giỗ Tổ, 10/3 lunar) in this year. Throws a RangeError outside `LUNAR_YEARS`. */
export function hungKingsDay(year: number): WallDay {
  return firstDay(lunarYear(year), 3) + 9;
}

interface LunarYear {
  /** Number of the new moon that begins month 11 of the year before. */
  readonly eleventh: number;
  /** Number of the new moon that begins the leap month up to the next month 11; null if there is none. */
  readonly leap: number | null;
}

/** Month 11 holds the winter solstice; of 13 months in between, the first without a principal solar term is the leap one. */
function lunarYear(year: number): LunarYear {
  if (!Number.isInteger(year) || year < LUNAR_YEARS.first || year > LUNAR_YEARS.last) {
    throw new RangeError(`lunar dates are known from ${LUNAR_YEARS.first} to ${LUNAR_YEARS.last}, not for ${year}`);
  }
  const eleventh = monthOfSolstice(year - 1);
  const next = monthOfSolstice(year);
  if (next - eleventh < 13) return { eleventh, leap: null };
  let leap = eleventh + 1;
  while (principalTerm(newMoonDay(leap)) !== principalTerm(newMoonDay(leap + 1))) leap++;
  return { eleventh, leap };
}

/** First day of the ordinary month 1 to 9; a leap month bears the number of the one before it. */
function firstDay({ eleventh, leap }: LunarYear, month: number): WallDay {
  const index = eleventh + 1 + month;
  return newMoonDay(leap !== null && leap <= index ? index + 1 : index);
}

/** Number of the new moon that begins the lunar month with the solstice of this December. */
function monthOfSolstice(year: number): number {
  const newYear = dayOfDate({ year: year + 1, month: 1, day: 1 });
  let moon = Math.ceil((newYear + JULIAN_1970 - JULIAN_2000) / DAYS_OF_MONTH);
  while (newMoonDay(moon) >= newYear || sunAtMidnight(newMoonDay(moon)) >= WINTER_SOLSTICE) moon--;
  return moon;
}

/** Which twelfth of its way the sun is in when this day begins. */
function principalTerm(day: WallDay): number {
  return Math.floor(sunAtMidnight(day) / 30);
}

/** The day in Vietnam on which the `moon`-th new moon after that of January 2000 falls. */
function newMoonDay(moon: number): WallDay {
  const t = moon / 1236.85;
  const sun = 2.5534 + 29.105_356_7 * moon - 0.000_001_4 * t * t;
  const anomaly = 201.5643 + 385.816_935_28 * moon + 0.010_758_2 * t * t + 0.000_012_38 * t ** 3;
  const latitude = 160.7108 + 390.670_502_84 * moon - 0.001_611_8 * t * t - 0.000_002_27 * t ** 3;
  const node = 124.7746 - 1.563_755_88 * moon + 0.002_067_2 * t * t;
  const e = 1 - 0.002_516 * t - 0.000_007_4 * t * t;
  const mean = 2_451_550.097_66 + DAYS_OF_MONTH * moon + 0.000_154_37 * t * t - 0.000_000_15 * t ** 3;
  const shift =
    -0.4072 * sin(anomaly) +
    0.172_41 * e * sin(sun) +
    0.016_08 * sin(2 * anomaly) +
    0.010_39 * sin(2 * latitude) +
    0.007_39 * e * sin(anomaly - sun) -
    0.005_14 * e * sin(anomaly + sun) +
    0.002_08 * e * e * sin(2 * sun) -
    0.001_11 * sin(anomaly - 2 * latitude) -
    0.000_57 * sin(anomaly + 2 * latitude) +
    0.000_56 * e * sin(2 * anomaly + sun) -
    0.000_42 * sin(3 * anomaly) +
    0.000_42 * e * sin(sun + 2 * latitude) +
    0.000_38 * e * sin(sun - 2 * latitude) -
    0.000_24 * e * sin(2 * anomaly - sun) -
    0.000_17 * sin(node);
  const instant = mean + shift;
  return Math.floor(instant - clockLag(instant) - JULIAN_1970 + VIETNAM);
}

/** Apparent longitude of the sun in degrees, 0 to 360, when this day begins in Vietnam; right to about 0.01 degrees. */
function sunAtMidnight(day: WallDay): number {
  const instant = day - VIETNAM + JULIAN_1970;
  const t = (instant + clockLag(instant) - JULIAN_2000) / CENTURY;
  const anomaly = 357.529_11 + 35_999.050_29 * t - 0.000_153_7 * t * t;
  const centre =
    (1.914_602 - 0.004_817 * t - 0.000_014 * t * t) * sin(anomaly) +
    (0.019_993 - 0.000_101 * t) * sin(2 * anomaly) +
    0.000_289 * sin(3 * anomaly);
  const mean = 280.466_46 + 36_000.769_83 * t + 0.000_303_2 * t * t;
  const apparent = mean + centre - 0.005_69 - 0.004_78 * sin(125.04 - 1934.136 * t);
  return apparent - 360 * Math.floor(apparent / 360);
}

/** By how many days clocks lag behind the even time of astronomy (ΔT), fitted to 1990–2100: one to three minutes. */
function clockLag(julian: number): number {
  const years = (julian - JULIAN_2000) / 365.25;
  return (62.92 + 0.322_17 * years + 0.005_589 * years * years) / 86_400;
}

function sin(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}
