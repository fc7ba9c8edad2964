/** 0: done and nothing wrong; 1: a fault was found in what was given to check; 2: the command was used wrongly. */
export type ExitCode = 0 | 1 | 2;
