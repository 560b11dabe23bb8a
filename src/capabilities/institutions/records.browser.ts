// The records of institutions, as their screens know them.
import type { RecordKind } from '../../platform/browser/RecordPage.tsx'
import { type Assessment, assessmentCollection } from './assessment.ts'
import { type Institution, institutionCollection, institutionReaders } from './institution.ts'
import { pictureTexts } from './picture-texts.ts'
import { registerTexts } from './screen-texts.ts'

export const institutionRecord: RecordKind<Institution> = {
  ...{ collection: institutionCollection, called: ['lembaga', 'institution'], icon: 'house' },
  ...{ readers: institutionReaders, list: () => 'lembaga', listCalled: registerTexts['lembaga.back'] },
}

export const assessmentRecord: RecordKind<Assessment> = {
  collection: assessmentCollection,
  ...{ called: ['FGD Kelembagaan', 'discussion of institutions'], icon: 'people' },
  ...{ readers: institutionReaders, list: () => 'lembaga/fgd', listCalled: pictureTexts['fgd.back'] },
}
