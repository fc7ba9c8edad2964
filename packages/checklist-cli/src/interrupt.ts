import type { ExitCode } from './exit-code.ts';

/** Ctrl-C while a command writes files: the file at hand is finished first, so that none is left half written. */
export interface Interrupt {
  readonly isRaised: boolean;
  /** Ends the process as the signal would have. */
  end(): ExitCode;
  /** Ctrl-C is the system's again. */
  release(): void;
}

/** Holds Ctrl-C back until the command looks. A second one ends at once. */
export function onInterrupt(): Interrupt {
  let isRaised = false;
  const raise = () => {
    isRaised = true;
  };
  process.once('SIGINT', raise);
  return {
    get isRaised() {
      return isRaised;
    },
    end() {
      process.removeListener('SIGINT', raise);
      process.kill(process.pid, 'SIGINT');
      return 1;
    },
    release() {
      process.removeListener('SIGINT', raise);
    },
  };
}
