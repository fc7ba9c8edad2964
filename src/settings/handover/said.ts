/** What was said last; a fault is told apart by more than its colour. */
export interface Said {
  readonly text: string;
  readonly fault: boolean;
}
