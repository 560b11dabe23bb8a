// The code of a resident, to show or read out at a meeting.
import './attendance.css'
import { useState } from 'react'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { SearchField } from '../../../platform/browser/ui/form/SearchField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { QrCode } from '../../../platform/browser/ui/print/QrCode.tsx'
import { personCollection } from '../../people/person.ts'
import { viewers } from '../../people/roles.ts'
import { codeOf, qrText, spacedCode } from '../code.ts'
import { meetingsTexts } from '../texts.ts'
import { residentsNamed, useResidents } from './residents.ts'
import { t } from './words.tsx'

function CodesScreen({ place }: ScreenProps) {
  const residents = useResidents()
  const [typed, setTyped] = useState('')
  const found = residentsNamed(residents, typed)
  return (
    <Page
      title={t('meetings.codes-title')}
      subtitle={t('meetings.codes-subtitle')}
      back={{ href: `/d/${place}/rembug`, label: t('meetings.back') }}
      width="narrow"
    >
      <Stack>
        {residents.length === 0 && (
          <EmptyState icon="people" title={t('meetings.codes-none')}>
            {t('meetings.codes-none-why')}
          </EmptyState>
        )}
        {residents.length > 0 && (
          <SearchField
            name="resident"
            label={t('meetings.codes-search')}
            labelShown
            value={typed}
            onChange={setTyped}
            clearLabel={t('meetings.clear')}
          />
        )}
        {found.map((each) => {
          const code = codeOf(each.id)
          return (
            <Section key={each.id} title={each.name}>
              <p className="mt-code">{spacedCode(code)}</p>
              <QrCode value={qrText('person', code)} label={`${each.name}: ${spacedCode(code)}`} />
            </Section>
          )
        })}
      </Stack>
    </Page>
  )
}

export default listScreen(
  {
    ...{ collection: personCollection, icon: 'people', readers: viewers },
    title: meetingsTexts['meetings.codes-title'],
  },
  CodesScreen,
)
