import type { ReviewText } from '../platform/texts/review.ts';
import type { RejectionKind } from './worker/requests.ts';

/** Why a file was not taken, in the words of the page. */
export const REJECTION_WORDS: Readonly<Record<RejectionKind, ReviewText>> = {
  malformed: 'rejectMalformed',
  'converted-line-ends': 'rejectLineEnds',
  edit: 'rejectEdit',
  gap: 'rejectGap',
  reorder: 'rejectReorder',
  duplicate: 'rejectDuplicate',
  'foreign-leaf': 'rejectForeign',
  'root-differs': 'rejectRoot',
  'wrong-signature': 'rejectSignature',
  'cut-tail': 'rejectCutTail',
  fork: 'rejectFork',
  'not-comparable': 'rejectNotComparable',
  withdrawn: 'rejectWithdrawn',
  'not-ours': 'rejectNotOurs',
  newer: 'rejectNewer',
  empty: 'rejectEmpty',
  unreadable: 'rejectUnreadable',
  'not-countable': 'rejectNotCountable',
  'receipt-fork': 'rejectReceiptFork',
  'receipt-older': 'rejectReceiptOlder',
  'receipt-forged': 'rejectReceiptForged',
  'withdrawal-forged': 'rejectWithdrawalForged',
};
