// What the dry run of an import found, and the button that makes it real.
import { useState } from 'react'
import { translate } from '../../../platform/browser/language.ts'
import { f } from '../../../platform/browser/texts.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { ProgressBar } from '../../../platform/browser/ui/feedback/ProgressBar.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { type Column, DataTable } from '../../../platform/browser/ui/records/DataTable.tsx'
import type { LeftList } from '../importing/left-out.ts'
import type { Plan } from '../importing/plan.ts'
import type { ReadRow } from '../importing/reading.ts'
import { importTexts } from '../texts-import.ts'
import { sentence } from './import-files.ts'
import { downloadLeft } from './left-out.ts'

const t = translate(importTexts)
const shownMost = 100
const passedMost = 30

type ImportPlanProps = {
  plan: Plan
  /** How a row of the plan is found again in the file. */
  where: (row: number) => string
  left: LeftList | null
  onSave: () => void
  onAgain: () => void
}

export function ImportPlan({ plan, where, left, onSave, onAgain }: ImportPlanProps) {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const report = async (list: LeftList) => {
    setBusy(true)
    await downloadLeft(list).finally(() => setBusy(false))
  }
  const noted = plan.rows.filter((row) => row.errors.length > 0 || row.warnings.length > 0)
  return (
    <Stack>
      {plan.refusals.map((refusal) => (
        <Notice key={refusal.code} tone="refused" announce="alert" title={sentence(refusal)} />
      ))}
      <Summary plan={plan} where={where} />
      <Cluster>
        {plan.good > 0 && (
          <Button variant="primary" onClick={() => setAsking(true)}>
            {t('import.do', { count: plan.good })}
          </Button>
        )}
        {left && noted.length > 0 && (
          <Button icon="download" loading={busy} onClick={() => void report(left)}>
            {t('import.report')}
          </Button>
        )}
        <Button onClick={onAgain}>{t('import.again')}</Button>
      </Cluster>
      {noted.length > 0 && <Rows rows={noted} where={where} />}
      <ConfirmDialog
        open={asking}
        title={t('import.sure')}
        confirmLabel={t('import.do', { count: plan.good })}
        cancelLabel={t('import.cancel')}
        onCancel={() => setAsking(false)}
        onConfirm={onSave}
      >
        {t('import.sure-why')}
      </ConfirmDialog>
    </Stack>
  )
}

function Summary({ plan, where }: Pick<ImportPlanProps, 'plan' | 'where'>) {
  const bad = plan.rows.filter((row) => row.errors.length > 0).length
  const warned = plan.rows.filter((row) => row.errors.length === 0 && row.warnings.length > 0).length
  if (plan.good + bad === 0) return null
  return (
    <Section>
      <Cluster>
        {plan.good > 0 && <StatusBadge status="done" label={t('import.good', { count: plan.good })} />}
        {bad > 0 && <StatusBadge status="refused" label={t('import.bad', { count: bad })} />}
        {warned > 0 && <StatusBadge status="unverified" label={t('import.warned', { count: warned })} />}
      </Cluster>
      {plan.good > 0 && (
        <ul>
          <li>{t('import.households', { count: plan.households })}</li>
          {plan.newPlaces.length > 0 && <li>{t('import.new-places', { count: plan.newPlaces.length })}</li>}
          {plan.passed.length > 0 && (
            <li>
              {t('import.passed', {
                count: plan.passed.length,
                rows:
                  plan.passed.slice(0, passedMost).map(where).join(', ') +
                  (plan.passed.length > passedMost ? ' …' : ''),
              })}
            </li>
          )}
          {plan.ignored.length > 0 && <li>{t('import.ignored', { names: plan.ignored.join(', ') })}</li>}
        </ul>
      )}
    </Section>
  )
}

function Rows({ rows, where }: { rows: readonly ReadRow[] } & Pick<ImportPlanProps, 'where'>) {
  const columns: Column<ReadRow>[] = [
    { key: 'row', header: t('import.row'), cell: (row) => `${t('import.row')} ${where(row.row)}` },
    { key: 'name', header: t('import.name'), cell: (row) => row.person.name },
    {
      key: 'what',
      header: t('import.what'),
      sentences: true,
      cell: (row) => (
        <Stack gap={2}>
          {row.errors.length > 0 && (
            <Cluster>
              <StatusBadge status="refused" label={t('import.error')} />
            </Cluster>
          )}
          {row.errors.map((error) => (
            <span key={`${error.code} ${error.field}`}>{sentence(error)}</span>
          ))}
          {row.warnings.length > 0 && (
            <Cluster>
              <StatusBadge status="unverified" label={t('import.warning')} />
            </Cluster>
          )}
          {row.warnings.map((warning) => (
            <span key={`${warning.code} ${warning.field}`}>{sentence(warning)}</span>
          ))}
        </Stack>
      ),
    },
  ]
  // Refused rows first: they are what must be mended.
  const sorted = [...rows].sort(
    (a, b) => Number(b.errors.length > 0) - Number(a.errors.length > 0) || a.row - b.row,
  )
  return (
    <>
      <DataTable
        caption={t('import.what')}
        columns={columns}
        rows={sorted.slice(0, shownMost)}
        rowKey={(row) => String(row.row)}
      />
      {rows.length > shownMost && <p>{t('import.first', { count: shownMost })}</p>}
    </>
  )
}

export type Progress = {
  done: number
  all: number
  /** The phone could not keep more: why, and going on from there. */
  stopped?: { why: string; again: () => void }
}

export function ImportProgress({ done, all, stopped }: Progress) {
  return (
    <Section>
      {stopped && (
        <Notice
          tone="refused"
          announce="alert"
          action={<Button onClick={stopped.again}>{f('frame.try-again')}</Button>}
        >
          {stopped.why}
        </Notice>
      )}
      <ProgressBar
        label={t('import.progress')}
        value={done}
        max={all}
        text={t('import.progress-of', { done, all })}
      />
    </Section>
  )
}

type ImportDoneProps = { place: string; count: number; left: number; onAgain: () => void }

export function ImportDone({ place, count, left, onAgain }: ImportDoneProps) {
  return (
    <EmptyState
      icon="check-circle"
      title={t('import.done', { count })}
      actions={
        <>
          <LinkButton href={`/d/${place}/warga`} variant="primary">
            {t('import.to-list')}
          </LinkButton>
          <Button onClick={onAgain}>{t('import.again')}</Button>
        </>
      }
    >
      {left > 0 && t('import.left', { count: left })}
    </EmptyState>
  )
}
