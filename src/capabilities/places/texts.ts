import { texts } from '../../kernel/text.ts'

export const placesTexts = texts({
  'places.unknown-region': ['Kode wilayah {code} tidak dikenal.', 'There is no place with code {code}.'],
})
