/**
 * What must be said beside a figure or a report; pages and the command have their own words for each.
 *
 * - `self-logged`: from journals, not the official figure.
 * - `low-n`: fewer than 30 occasions.
 * - `ceiling`: 100 % of fewer than 30 occasions says little.
 * - `not-comparable`: another version of the pack, and nothing says that the rule means the same in both.
 * - `min-group`: some conduct figures are withheld because fewer people than the minimum group stand behind them.
 * - `complementary`: some more are withheld because the former could be worked out from them.
 * - `differencing`: some are withheld because they and what was released earlier would tell about too few people.
 * - `partial-total`: a total is only the sum of the figures shown beside it.
 * - `small-office`: too few officials for any conduct figure.
 * - `one-person`: only one person was heard, so nothing is said of how well the work was done.
 * - `unknown-office-size`: nobody said how many officials there are.
 * - `more-authors-than-officials`: the office is said to be smaller than the number of people heard; no conduct figures.
 * - `stated`: conduct sums were said by officials, not proven by leaves.
 * - `stated-unplaced`: some stated sums span more than one period and count only in longer ones or in the whole.
 * - `stated-left-out`: some stated sums are not counted because lines or other sums of the same leaves are, or because
 *   they speak of days that are not reported on.
 * - `unknown-cues`: some conduct lines name cues of a pack that is not at hand; they count by cue, not by rule.
 */
export type NoteCode =
  | 'self-logged'
  | 'low-n'
  | 'ceiling'
  | 'not-comparable'
  | 'min-group'
  | 'complementary'
  | 'differencing'
  | 'partial-total'
  | 'small-office'
  | 'one-person'
  | 'unknown-office-size'
  | 'more-authors-than-officials'
  | 'stated'
  | 'stated-unplaced'
  | 'stated-left-out'
  | 'unknown-cues';
