// Documents that prove what no fact of this release can: typed here for gates that are not available, checked by another.
import { today } from '../../../kernel/day.ts'
import { awaitsCheck } from '../../../kernel/paper.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { CommandDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { PaperState } from '../../../platform/browser/paper/PaperState.tsx'
import { paperTexts } from '../../../platform/browser/paper/paper-texts.ts'
import { ScanField, useScan } from '../../../platform/browser/paper/ScanField.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { CheckCards } from '../../../platform/browser/ui/form/CheckCards.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Fold } from '../../../platform/browser/ui/page/Fold.tsx'
import { gatesOf } from '../definition.ts'
import { checkProof, provableGates, proveGates, whyNotProve } from '../proof/proof.ts'
import { programmesTexts } from '../texts.ts'
import { t } from './all-words.ts'
import type { StageProps } from './stage-asked.ts'
import { dayInWords, words } from './words.tsx'

export function GateProofs(props: StageProps) {
  const { place, enrolment, stage, facts } = props
  const roles = useRoles(place)
  const state = enrolment.stages[stage.id]
  const proofs = state?.proofs ?? []
  const open = enrolment.status === 'started' && state?.status !== 'closed'
  const may = open && roles.some((role) => proveGates.roles.includes(role))
  const typing = may && provableGates(stage, facts, state).length > 0
  if (!typing && proofs.length === 0) return null
  const titles = new Map(gatesOf(stage).map(({ id, label }) => [id, words(label)]))
  return (
    <Fold
      title={t('proof.title')}
      badge={proofs.length > 0 && <span>{proofs.length}</span>}
      open={proofs.some(awaitsCheck)}
    >
      <p className="rb-soft">{t('proof.why')}</p>
      {proofs.map(({ gates, paper }) => (
        <PaperState
          key={paper.scan?.id}
          {...{ place, paper, screen: 'programmes.check-proof' }}
          record={`${enrolment.id} ${stage.id} ${paper.scan?.id}`}
          command={checkProof}
          shows={t('proof.shows', { number: paper.number, by: paper.checkedBy })}
          proves={gates.map((id) => titles.get(id) ?? id)}
          input={(check) => ({
            enrolment: enrolment.id,
            stage: stage.id,
            ...check,
            scan: paper.scan?.id ?? '',
          })}
        />
      ))}
      {typing && (
        <DialogButton icon="file" dialog={(close) => <Prove {...props} onClose={close} />}>
          {t('proof.add')}
        </DialogButton>
      )}
    </Fold>
  )
}

function Prove({ place, enrolment, programme, stage, facts, onClose }: StageProps & { onClose: () => void }) {
  const now = today(zoneOf(place))
  const scan = useScan()
  const form = useCommandForm({
    ...{ place, screen: 'programmes.prove-gates', record: `${enrolment.id} ${stage.id}` },
    says: [programmesTexts, paperTexts],
    command: proveGates,
    start: () => ({ gates: [] as string[], checkedBy: '', number: '', on: '' }),
    input: ({ gates, checkedBy, number, on }) => ({
      ...{ enrolment: enrolment.id, stage: stage.id, gates },
      sheet: { checkedBy: checkedBy.trim(), number: number.trim(), on, scan: scan.scan },
    }),
    rules: (input) => whyNotProve(programme, stage, facts, enrolment, input, now),
    fieldOf: (path) =>
      path
        .replace(/^sheet\./, '')
        .replace(/^scan\..*/, 'scan')
        .replace(/^gates\..*/, 'gates'),
    give: (phone, input, taken) => phone.give(proveGates, place, input, { ...taken, files: scan.files }),
    saved: t('stage.saved'),
    done: onClose,
  })
  const { field, draft, errorOf } = form
  const { value, ...gates } = field('gates', t('proof.gates'))
  return (
    <CommandDialog form={form} title={t('proof.add')} submit={t('proof.add')} onClose={onClose}>
      <CheckCards
        {...gates}
        values={value}
        choices={provableGates(stage, facts, enrolment.stages[stage.id]).map(({ id, label }) => ({
          ...{ value: id, label: words(label) },
        }))}
      />
      <TextField {...field('checkedBy', t('proof.checked-by'))} maxLength={160} />
      <TextField {...field('number', t('proof.number'))} maxLength={120} />
      <DateField {...field('on', t('proof.on'))} inWords={dayInWords(draft.on)} max={now} />
      <ScanField scan={scan} error={errorOf('scan')} />
    </CommandDialog>
  )
}
