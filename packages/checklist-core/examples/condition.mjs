// @ts-check
// Conditions have three answers. An unknown fact never counts as false, zero or empty.
import { compileCondition } from 'checklist-core';

const isBusy = compileCondition({
  op: 'any',
  of: [
    { op: 'gt', fact: 'waiting', value: 10 },
    {
      op: 'all',
      of: [
        { op: 'gt', fact: 'waiting', value: 5 },
        { op: 'eq', fact: 'slowSystem', value: true },
      ],
    },
  ],
});
console.log(isBusy({ waiting: 12 }).truth);
console.log(isBusy({ waiting: 3 }).truth);
console.log(isBusy({ waiting: 7 }).truth, isBusy({ waiting: 7 }).missing);
console.log(isBusy({ waiting: '12' }).truth);

// prints:
// true
// false
// unknown [ 'slowSystem' ]
// unknown
