// /d/:place/lembaga/fgd/:id: one discussion: who was there, each institution with its scores, and whether they agreed.
import { CommandDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { DataTable } from '../../../platform/browser/ui/records/DataTable.tsx'
import { enrolledIn } from '../../programmes/serving.ts'
import { type Assessment, scoreInstitution, settleAssessment } from '../assessment.ts'
import { criteriaOf, whyNotSettle } from '../assessment-rules.ts'
import type { Institution } from '../institution.ts'
import { assessmentRecord } from '../records.browser.ts'
import { scoredRows } from '../scoring.ts'
import { institutionsTexts } from '../texts.ts'
import { activeIn } from '../view.ts'
import { AssessmentForm } from './AssessmentForm.tsx'
import { outcomeOf } from './AssessmentsScreen.tsx'
import { ScoreForm } from './ScoreForm.tsx'
import { dayText, may, numberText, t, todayAt } from './words.ts'

function Settle({ place, row, onClose }: { place: string; row: Assessment; onClose: () => void }) {
  const view = usePlaceView()
  const form = useCommandForm({
    ...{ place, screen: 'institutions.settle-assessment', record: row.id, says: [institutionsTexts] },
    ...{ command: settleAssessment, saved: t('fgd.saved'), done: onClose },
    start: () => ({ agreed: true, on: todayAt(place), note: '' }),
    input: ({ agreed, on, note }) => ({ assessment: row.id, agreed, on, note: note.trim() }),
    rules: (input) => (input.on ? whyNotSettle(view, input, todayAt(place)) : []),
  })
  return (
    <CommandDialog
      form={form}
      title={t('fgd.settle')}
      submit={t('fgd.settle')}
      hindered={form.refusals.filter(({ field }) => field === undefined)}
      onClose={onClose}
    >
      <p>{t('fgd.settle-why')}</p>
      <CheckField
        name="agreed"
        label={t('fgd.settle-agreed')}
        checked={form.draft.agreed}
        onChange={(agreed) => form.set({ agreed })}
      />
      <DateField {...form.field('on', t('fgd.settle-on'))} min={row.on} max={todayAt(place)} />
      <TextArea
        {...form.field('note', t('fgd.note'))}
        optional={t('fgd.optional')}
        rows={2}
        maxLength={500}
      />
    </CommandDialog>
  )
}

type Line = { institution: Institution; done: number; average: number | null }

function Scores({ place, row }: { place: string; row: Assessment }) {
  const view = usePlaceView()
  const programme = enrolledIn(view, row.enrolment)?.programme
  const scores = may(useRoles(place), scoreInstitution) && row.outcome === null
  const scored = scoredRows(view, row)
  const known = new Set(scored.map(({ institution }) => institution.id))
  const rest = row.outcome ? [] : activeIn(view).filter(({ id }) => !known.has(id))
  const lines: Line[] = [
    ...scored.map(({ institution, of, average }) => ({ institution, done: of.size, average })),
    ...rest.map((institution) => ({ institution, done: 0, average: null })),
  ]
  const all = programme ? criteriaOf(programme).length : 0
  const columns = [
    { key: 'name', header: t('picture.name'), cell: ({ institution }: Line) => institution.name },
    {
      key: 'done',
      header: t('fgd.scores'),
      cell: ({ done }: Line) => (done === 0 ? t('fgd.to-score') : t('fgd.part', { done, all })),
    },
    {
      key: 'average',
      header: t('fgd.average'),
      number: true,
      cell: ({ average }: Line) => (average === null ? '–' : numberText(average)),
    },
  ]
  const action = {
    key: 'action',
    header: t('lembaga.action'),
    action: true,
    cell: ({ institution }: Line) =>
      programme && (
        <DialogButton
          dialog={(close) => <ScoreForm {...{ place, row, programme, institution }} onClose={close} />}
        >
          {t('fgd.score')}
        </DialogButton>
      ),
  }
  return (
    <DataTable<Line>
      caption={t('fgd.scores')}
      captionHidden
      rows={lines}
      rowKey={({ institution }) => institution.id}
      columns={scores ? [...columns, action] : columns}
    />
  )
}

function One({ place, row }: RecordProps<Assessment>) {
  const roles = useRoles(place)
  const { status, label } = outcomeOf(row)
  const open = row.outcome === null && may(roles, settleAssessment)
  return (
    <Page
      title={row.title}
      subtitle={[dayText(row.on), row.where].filter(Boolean).join(', ')}
      back={{ href: `/d/${place}/lembaga/fgd`, label: t('fgd.back') }}
      badge={<StatusBadge status={status} label={label} />}
    >
      <Stack>
        <Section>
          <p>{t('fgd.present', { women: row.women, men: row.men, poor: row.poor })}</p>
          {row.outcome?.note && <p>{row.outcome.note}</p>}
          <Cluster>
            {open && (
              <DialogButton
                icon="pencil"
                dialog={(close) => (
                  <AssessmentForm {...{ place, row, enrolment: row.enrolment }} onClose={close} />
                )}
              >
                {t('fgd.change')}
              </DialogButton>
            )}
            {row.scores.length > 0 && (
              <LinkButton href={`/d/${place}/lembaga/fgd/${row.id}/cetak`} icon="printer">
                {t('fgd.print')}
              </LinkButton>
            )}
          </Cluster>
        </Section>
        <Scores place={place} row={row} />
        {open && row.scores.length > 0 && (
          <Cluster>
            <DialogButton
              variant="primary"
              dialog={(close) => <Settle {...{ place, row }} onClose={close} />}
            >
              {t('fgd.settle')}
            </DialogButton>
          </Cluster>
        )}
      </Stack>
    </Page>
  )
}

export default recordScreen(assessmentRecord, One)
