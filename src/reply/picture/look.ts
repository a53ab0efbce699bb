/** What all pictures share: a ground of their own, so that they can be read in a dark theme and in a light one. */
export const COLOUR = {
  paper: '#fffdf7',
  ink: '#14232a',
  faint: '#4d5b62',
  band: '#12343b',
  mark: '#f4b942',
  rule: '#d9d5c8',
} as const;

/** Where words begin, right of the band at the left edge; and what stays free at the other sides. Pixels. */
export const CHART = { width: 1200, band: 20, left: 68, margin: 56 } as const;
