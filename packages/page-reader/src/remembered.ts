/** What a question about a text is answered with, asked once for each text; forgotten with the function. */
export function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    let known = answers.get(text);
    if (known === undefined) {
      known = answer(text);
      answers.set(text, known);
    }
    return known;
  };
}
