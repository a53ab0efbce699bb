/** How dates are written in replies, lists and pictures. */

/** The day of an ISO 8601 date or time, as it is shown: "2017-10-23". */
export const dayWords = (iso: string): string => iso.slice(0, 10);

/** A moment of an ISO 8601 time in UTC, to the minute: "2017-10-23 09:30 UTC". */
export const minuteWords = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`;
