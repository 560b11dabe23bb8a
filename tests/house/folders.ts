// How full the folders of the house are.

/** More than this and nobody finds a file by reading the list; the folder then splits by what a reader looks for. */
export const mostInFolder = 60

/** Folders that hold more files than that themselves, whatever lies below them: `path: how many`. */
export function crowded(files: readonly string[], most = mostInFolder): string[] {
  const counts = new Map<string, number>()
  for (const file of files) {
    const folder = file.slice(0, file.lastIndexOf('/') + 1)
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return [...counts].filter(([, count]) => count > most).map(([folder, count]) => `${folder}: ${count}`)
}
