import { sha256 } from '@noble/hashes/sha2.js';
import { toBase64 } from '../journal/base64.ts';

/** Who is one person: the minimum group counts people, not logs and not keys. */
export interface PersonIndex {
  /** Number of people. */
  readonly count: number;
  /** For each log, in the order given, the number of its person from 0. */
  readonly ofLog: readonly number[];
  /** For each person a digest of their author ids, for what is kept of a release. */
  readonly tags: readonly string[];
}

/** By what a log is known to be somebody's: the author ids and the signing keys of its hand-overs. */
export interface LogOwners {
  readonly authors: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

/** Logs that share an author or a key are one person's, directly or through others. */
export function indexPeople(logs: readonly LogOwners[]): PersonIndex {
  const groups = new Groups();
  for (const [index, { authors, keys }] of logs.entries()) {
    for (const author of authors) groups.join(`log ${index}`, `author ${author}`);
    for (const key of keys) groups.join(`log ${index}`, `key ${key}`);
  }
  const numbers = new Map<string, number>();
  const authors: Set<string>[] = [];
  const ofLog = logs.map((log, index) => {
    const root = groups.rootOf(`log ${index}`);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    const own = authors[number] ?? new Set();
    authors[number] = own;
    for (const author of log.authors) own.add(author);
    return number;
  });
  return { count: numbers.size, ofLog, tags: authors.map(tagOf) };
}

class Groups {
  readonly #parents = new Map<string, string>();

  join(a: string, b: string): void {
    this.#parents.set(this.rootOf(a), this.rootOf(b));
  }

  rootOf(name: string): string {
    let root = name;
    for (let up = this.#parents.get(root); up !== undefined && up !== root; up = this.#parents.get(root)) root = up;
    this.#parents.set(name, root);
    return root;
  }
}

function tagOf(authors: ReadonlySet<string>): string {
  const text = `checklist-release person\n${[...authors].sort().join('\n')}`;
  return toBase64(sha256(new TextEncoder().encode(text))).slice(0, 16);
}
