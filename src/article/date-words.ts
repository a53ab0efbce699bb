/** The day of an ISO 8601 date or time, as shown in replies, lists and pictures: "2017-10-23". */
export const dayWords = (iso: string): string => iso.slice(0, 10);
