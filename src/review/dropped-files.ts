/**
 * Files of a drop, also those inside dropped folders; at most `most` of them. To be called while the drop is being
 * handled: the browser forgets afterwards what was dropped. What cannot be listed is left out, the rest is there.
 */
export async function droppedFiles(transfer: DataTransfer, most: number): Promise<File[]> {
  const dropped = [...transfer.items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ folder: folderOf(item), file: item.getAsFile() }));
  const files: File[] = [];
  for (const { folder, file } of dropped) {
    if (folder !== null) await addFolder(folder, files, most);
    else if (file !== null) files.push(file);
  }
  return files.slice(0, most);
}

function folderOf(item: DataTransferItem): FileSystemDirectoryEntry | null {
  const entry = item.webkitGetAsEntry();
  return entry !== null && isFolder(entry) ? entry : null;
}

async function addFolder(folder: FileSystemDirectoryEntry, files: File[], most: number): Promise<void> {
  const reader = folder.createReader();
  // A folder is listed some entries at a time, until a list is empty.
  for (let entries = await listOf(reader); entries.length > 0; entries = await listOf(reader)) {
    for (const entry of entries) {
      if (files.length >= most) return;
      if (isFolder(entry)) await addFolder(entry, files, most);
      else if (isFile(entry)) files.push(...(await fileOf(entry)));
    }
  }
}

function listOf(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  return new Promise((resolve) => {
    reader.readEntries(resolve, (error) => {
      console.warn('review: a folder could not be listed', error);
      resolve([]);
    });
  });
}

function fileOf(entry: FileSystemFileEntry): Promise<readonly File[]> {
  return new Promise((resolve) => {
    entry.file(
      (file) => resolve([file]),
      (error) => {
        console.warn('review: a file of a folder could not be opened', error);
        resolve([]);
      },
    );
  });
}

// The browser's types do not tell the two kinds of entry apart by their mark.
function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
