import { libraryJob } from './job.ts';

libraryJob().then(
  (answer) => self.postMessage(answer),
  (error: unknown) => self.postMessage(String(error)),
);
