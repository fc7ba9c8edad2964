/** No list of dossiers is longer; of one that is, no more is told or asked for. */
export const MOST_ROWS = 5_000;
