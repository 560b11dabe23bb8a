// Certificates to print: of one volunteer, or all of one training.
import '../screens/volunteers.css'
import { useState } from 'react'
import { useSearch } from 'wouter'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { Switch } from '../../../platform/browser/ui/page/Switch.tsx'
import { useLetterhead } from '../../letters/door.browser.tsx'
import { enrolledIn } from '../../programmes/serving.ts'
import { type Certificate, certificateCollection } from '../certificate.ts'
import { volunteersScreenTexts } from '../screen-texts.ts'
import { t } from '../screens/words.tsx'
import { type Volunteer, volunteerCollection, volunteerHolders } from '../volunteer.ts'
import { CertificatePaper } from './CertificatePaper.tsx'

/** Of the volunteer in the address, else of the training and enrolment that it names. */
function useWanted(volunteer: string | undefined): Certificate[] {
  const search = new URLSearchParams(useSearch())
  const kind = search.get('jenis')
  const enrolment = search.get('pendaftaran')
  return useRows<Certificate>(certificateCollection)
    .filter(
      (each) =>
        (!volunteer || each.volunteer === volunteer) &&
        (!kind || each.kind === kind) &&
        (!enrolment || each.enrolment === enrolment),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function Sheets({
  place,
  certificates,
  size,
}: {
  place: string
  certificates: readonly Certificate[]
  size: 'f4' | 'a4'
}) {
  const view = usePlaceView()
  const head = useLetterhead()
  const { title } = usePlaceName(place)
  return (
    <div className="volunteers-sheets">
      {certificates.map((each) => {
        const volunteer = view.get<Volunteer>(volunteerCollection, each.volunteer)
        const programme = enrolledIn(view, each.enrolment)?.programme ?? null
        if (!volunteer) return null
        return (
          <CertificatePaper
            key={each.id}
            certificate={each}
            {...{ volunteer, programme, head, size }}
            village={title}
          />
        )
      })}
    </div>
  )
}

function CertificateScreen({ place, params }: ScreenProps) {
  const volunteer = params['id']
  const certificates = useWanted(volunteer)
  const head = useLetterhead()
  const [size, setSize] = useState<'f4' | 'a4'>('a4')
  const back = `/d/${place}/relawan${volunteer ? `/${volunteer}` : ''}`
  return (
    <Page title={t('paper.title')} width="wide" back={{ href: back, label: t('volunteers.back') }}>
      {certificates.length === 0 ? (
        <EmptyState icon="file" title={t('paper.none')}>
          {t('paper.none-why')}
        </EmptyState>
      ) : (
        <Stack>
          <div data-print="hide">
            <Stack>
              {certificates.some((each) => each.number === null) && (
                <Notice tone="warn">{t('paper.waits')}</Notice>
              )}
              {!head && <Notice tone="advice">{t('paper.no-head')}</Notice>}
              <Cluster justify="between">
                <Switch
                  name="paper"
                  label={t('paper.size')}
                  value={size}
                  options={[
                    { value: 'a4', label: 'A4' },
                    { value: 'f4', label: 'F4' },
                  ]}
                  onChange={(next) => setSize(next === 'f4' ? 'f4' : 'a4')}
                />
                <Button variant="primary" icon="printer" onClick={() => window.print()}>
                  {t('paper.print')}
                </Button>
              </Cluster>
            </Stack>
          </div>
          <Sheets place={place} certificates={certificates} size={size} />
        </Stack>
      )}
    </Page>
  )
}

export default listScreen(
  {
    collection: certificateCollection,
    icon: 'file',
    readers: volunteerHolders,
    title: volunteersScreenTexts['paper.title'],
  },
  CertificateScreen,
)
