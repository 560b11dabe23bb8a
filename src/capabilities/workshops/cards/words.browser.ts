// How boards are said on their screens, and the record they are about.
import type { Moved } from '../../../kernel/registers.ts'
import { translate } from '../../../platform/browser/language.ts'
import { momentText } from '../../../platform/browser/moment.ts'
import type { RecordKind } from '../../../platform/browser/RecordPage.tsx'
import { workshopsScreenTexts } from '../screen-texts.ts'
import { type Board, boardCollection, boardReaders } from './board.ts'
import { cardsTexts } from './texts.ts'

export const t = translate(cardsTexts)

export const boardRecord: RecordKind<Board> = {
  ...{ collection: boardCollection, called: ['papan kartu', 'board'], icon: 'share', readers: boardReaders },
  ...{ param: 'board', list: ({ id }) => `fgd/${id}`, listCalled: workshopsScreenTexts['workshops.title'] },
  fits: ({ fields }) => !fields.gone?.value,
}

/** Who and when; this phone, until the server has answered. */
export const whoText = ({ byName }: Pick<Moved, 'byName'>): string => byName || t('cards.this-phone')
export const whoWhen = (moved: Pick<Moved, 'at' | 'byName'>, place: string) => ({
  who: whoText(moved),
  when: momentText(moved.at, place),
})
