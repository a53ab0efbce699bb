/** Shared by all pictures: their own background colour, so that they are readable in dark and light themes. */
export const COLOUR = {
  paper: '#fffdf7',
  ink: '#14232a',
  faint: '#4d5b62',
  band: '#12343b',
  mark: '#f4b942',
  rule: '#d9d5c8',
} as const;

/** Left edge of words, right of the band, and margins at the other sides. Pixels. */
export const CHART = { width: 1200, band: 20, left: 68, margin: 56 } as const;
