// The records of institutions, as their screens know them.
import type { RecordKind } from '../../platform/browser/RecordPage.tsx'
import { type Institution, institutionCollection, institutionReaders } from './institution.ts'
import { registerTexts } from './screen-texts.ts'

export const institutionRecord: RecordKind<Institution> = {
  ...{ collection: institutionCollection, called: ['lembaga', 'institution'], icon: 'house' },
  ...{ readers: institutionReaders, list: () => 'lembaga', listCalled: registerTexts['lembaga.back'] },
}
