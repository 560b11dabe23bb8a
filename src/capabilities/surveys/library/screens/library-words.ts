// The words of the library, and its addresses: in a village, or for an area above it.
import { isVillage } from '../../../../kernel/place-code.ts'
import { translate } from '../../../../platform/browser/language.ts'
import { libraryTexts } from './library-texts.ts'

export const l = translate(libraryTexts)

export const libraryPath = (place: string, part = ''): string =>
  `${isVillage(place) ? `/d/${place}/survei/formulir` : `/formulir/${place}`}${part && `/${part}`}`

/** A file as a command carries it. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let from = 0; from < bytes.length; from += 0x8000)
    text += String.fromCharCode(...bytes.subarray(from, from + 0x8000))
  return btoa(text)
}
