// warga/:id/gabung: two records of one person become one.
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhone, usePlaceView, useRow } from '../../../platform/browser/hooks.tsx'
import { say, translate } from '../../../platform/browser/language.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { RefusalList } from '../../../platform/browser/ui/feedback/RefusalList.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { PersonLine } from '../../../platform/browser/ui/records/PersonLine.tsx'
import { whyNotMerge } from '../change-rules.ts'
import { PersonPicker } from '../door.browser.tsx'
import { usePeople } from '../hooks.browser.ts'
import { likelySame } from '../likely.ts'
import { mergeDuplicates, type PersonRow, personCollection } from '../person.ts'
import { peopleTexts } from '../texts.ts'
import { screenTexts } from '../texts-screens.ts'
import { usePersonLine } from './PersonList.tsx'

const t = translate(screenTexts)

export default function MergeScreen({ place, params }: ScreenProps) {
  const row = useRow<PersonRow>(personCollection, params.id)
  if (row && row.state !== 'merged') return <Merge place={place} keep={row} />
  return (
    <Page title={t('person.merge')} back={{ href: `/d/${place}/warga`, label: t('person.back') }}>
      <EmptyState icon="person" title={t('person.not-found')} />
    </Page>
  )
}

function Merge({ place, keep }: { place: string; keep: PersonRow }) {
  const phone = usePhone()
  const view = usePlaceView()
  const [, go] = useLocation()
  const announce = useAnnounce()
  const lineOf = usePersonLine()
  const likely = likelySame(keep, usePeople())
  const [chosen, setChosen] = useState<string>()
  const [reason, setReason] = useState('')
  const [asking, setAsking] = useState(false)
  const drop = chosen ? view.get<PersonRow>(personCollection, chosen) : undefined
  const merge = drop && {
    ...{ keep: keep.id, keepBasedOn: keep.version, drop: drop.id, dropBasedOn: drop.version },
    reason: reason.trim(),
  }
  const refusals = drop && merge ? whyNotMerge(keep, drop, merge) : []
  const back = `/d/${place}/warga/${keep.id}`
  const confirm = async () => {
    if (!merge) return
    await phone.give(mergeDuplicates, place, merge)
    announce(t('form.saved'))
    go(back)
  }
  return (
    <Page
      width="narrow"
      title={t('person.merge')}
      subtitle={keep.name}
      back={{ href: back, label: keep.name }}
    >
      <Section title={t('merge.pick')}>
        {!drop &&
          likely.map((person) => (
            <PersonLine
              key={person.id}
              name={person.name}
              detail={lineOf(person)}
              actions={<Button onClick={() => setChosen(person.id)}>{t('form.choose')}</Button>}
            />
          ))}
        <PersonPicker
          name="drop"
          label={t('person.likely')}
          values={chosen ? [chosen] : []}
          onChange={(values) => setChosen(values[0])}
          single
          walkIn={false}
          filter={(person) => person.id !== keep.id}
        />
        {drop && (
          <TextField
            name="reason"
            label={t('move.reason')}
            maxLength={300}
            value={reason}
            onChange={setReason}
          />
        )}
        <RefusalList
          title={t('form.fix')}
          reasons={refusals.map((refusal) => ({ text: say(refusal, peopleTexts) }))}
        />
        {drop && (
          <Button
            variant="danger"
            disabled={refusals.length > 0 || reason.trim() === ''}
            onClick={() => setAsking(true)}
          >
            {t('merge.do')}
          </Button>
        )}
      </Section>
      <ConfirmDialog
        open={asking && drop !== undefined}
        title={t('merge.title', { name: drop?.name ?? '' })}
        confirmLabel={t('merge.do')}
        cancelLabel={t('form.cancel')}
        danger
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(false)}
      >
        {t('merge.why', { keep: keep.name, drop: drop?.name ?? '' })}
      </ConfirmDialog>
    </Page>
  )
}
