/** The bytes of a file in order, a piece at a time: a large one never lies in memory as a whole. */
export async function* fileChunks(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    // Also where the reading was stopped half-way.
    await reader.cancel();
  }
}
