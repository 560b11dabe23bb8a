// How large a file is, as people read it.
import { language } from './language.ts'

/** "4 KB", "1,2 MB": a file of a few thousand bytes is not "0 MB". */
export function bytesText(bytes: number): string {
  const [many, unit, digits] = bytes < 1e6 ? [Math.ceil(bytes / 1e3), 'KB', 0] : [bytes / 1e6, 'MB', 1]
  const number = new Intl.NumberFormat(language() === 'id' ? 'id-ID' : 'en-GB', {
    maximumFractionDigits: digits,
  })
  // The number and its unit stay on one line.
  return `${number.format(many)}\u00a0${unit}`
}
