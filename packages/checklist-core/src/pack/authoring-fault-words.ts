import type { FaultValues } from '../text/fault.ts';
import type { AuthoringFaultCode } from './pack-fault-code.ts';

/** As packFaultWords, for what only those meet who write packs: the text of a file, layers, the linter's advice. */
export const authoringFaultWords: Readonly<Record<AuthoringFaultCode, (values: FaultValues) => string>> = {
  // Text of a file
  'text-too-long': ({ limit, found }) => `the text has ${found} characters, more than ${limit}`,
  'not-json': ({ line, column, expected }) => `is not JSON: line ${line}, column ${column}: expected ${expected}`,
  'repeated-key': ({ line, column }) => `the key stands twice in one object: line ${line}, column ${column}`,
  // Layers
  'layer-below-missing': ({ id }) =>
    id === undefined
      ? 'there is no sound pack below this layer'
      : `there is no sound pack "${id}" among these files; name its file too`,
  'imports-other-pack': ({ expected, found }) =>
    `the pack below is "${found}", not "${expected}"; check it and name it here`,
  'imports-other-version': ({ expected, found }) =>
    `the pack below has version ${found}, not ${expected}; check what changed and name it here`,
  'imports-other-bytes': ({ found }) => `the pack below has the hash ${found}; check what changed`,
  'hash-of-range': () => 'a hash fits one exact version only; name it in "version"',
  'same-id': ({ id }) => `must differ from "${id}", the pack it changes`,
  'rule-quoted': () =>
    'a rule is quoted word for word and cannot be altered; exclude it and add the wording of another source instead',
  'version-range-form': () => 'must be a version like "1.0.0", or "1.x" for every version 1',
  'hash-form': () => 'must be 64 lower-case hexadecimal digits',
  'no-cue': ({ id }) => `there is no cue "${id}" in this pack`,
  // Linter
  accusing: ({ word }) => `"${word}" accuses; say what to do instead`,
  'first-word': ({ word }) => `does not begin with a known verb: "${word}"`,
  'unseen-characters': ({ found }) => `holds characters nobody sees (${found})`,
  'source-unused': ({ id }) => `no rule cites the source "${id}"`,
  'source-replaced': ({ id, by }) => `"${id}" was replaced by: ${by}; look whether the rules that cite it still hold`,
  'rule-unserved': ({ id }) => `no cue serves the rule "${id}"`,
  'cue-never-shown': () => 'is never shown, whatever the facts are',
  'pause-point-empty': ({ id }) => `no cue stands at the pause point "${id}"`,
  'param-unused': ({ id }) => `no cue uses the parameter "${id}"`,
  'over-confident': ({ claimed, weakest }) => `claims "${claimed}", but its weakest rule is "${weakest}"`,
};
