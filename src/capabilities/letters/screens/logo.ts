// A logo small enough to travel with the letterhead: at most 260 pixels on a side, and under the limit as text.

const longest = 260
const most = 118_000

/** The picture as a data URL, or null when it cannot be read or made small enough. */
export async function readLogo(file: Blob): Promise<string | null> {
  try {
    const bitmap = await createImageBitmap(file)
    const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(bitmap.width * scale))
    canvas.height = Math.max(1, Math.round(bitmap.height * scale))
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    const png = canvas.toDataURL('image/png')
    if (png.length <= most) return png
    const jpeg = canvas.toDataURL('image/jpeg', 0.85)
    return jpeg.length <= most ? jpeg : null
  } catch {
    return null
  }
}
