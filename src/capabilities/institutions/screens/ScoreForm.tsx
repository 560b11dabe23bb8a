// One institution is scored on the criteria, each with its reason; what is not discussed yet stays open.
import './pictures.css'
import { CommandDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { language } from '../../../platform/browser/language.ts'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import type { Programme } from '../../programmes/definition.ts'
import { type Assessment, scoreInstitution } from '../assessment.ts'
import { criteriaOf, whyNotScore } from '../assessment-rules.ts'
import type { Institution } from '../institution.ts'
import { institutionsTexts } from '../texts.ts'
import { fiveOptions, t } from './words.ts'

type Props = {
  place: string
  row: Assessment
  programme: Programme
  institution: Institution
  onClose: () => void
}

export function ScoreForm({ place, row, programme, institution, onClose }: Props) {
  const view = usePlaceView()
  const criteria = criteriaOf(programme)
  const known = new Map(
    row.scores.filter((each) => each.institution === institution.id).map((each) => [each.criterion, each]),
  )
  const form = useCommandForm({
    ...{
      place,
      screen: 'institutions.score',
      record: `${row.id} ${institution.id}`,
      says: [institutionsTexts],
    },
    ...{ command: scoreInstitution, saved: t('fgd.saved'), done: onClose },
    start: () =>
      Object.fromEntries(
        criteria.flatMap(({ id }) => [
          [`score ${id}`, `${known.get(id)?.score ?? ''}`],
          [`reason ${id}`, known.get(id)?.reason ?? ''],
        ]),
      ) as Record<string, string>,
    input: (draft) => ({
      assessment: row.id,
      institution: institution.id,
      scores: criteria
        .filter(({ id }) => draft[`score ${id}`])
        .map(({ id }) => ({
          ...{ criterion: id, score: Number(draft[`score ${id}`]) },
          reason: (draft[`reason ${id}`] ?? '').trim(),
        })),
    }),
    rules: (input) => whyNotScore(view, input),
  })
  const scored = criteria.filter(({ id }) => form.draft[`score ${id}`])
  return (
    <CommandDialog
      form={form}
      title={t('fgd.score-title', { name: institution.name })}
      submit={t('fgd.save')}
      onClose={onClose}
    >
      {criteria.map(({ id, title }) => {
        const at = scored.findIndex((each) => each.id === id)
        return (
          <fieldset key={id} className="lb-criterion">
            <legend className="rb-label">{title[language()]}</legend>
            <SelectField
              {...form.field(`score ${id}`, t('fgd.score-of'), at < 0 ? `score ${id}` : `scores.${at}.score`)}
              value={form.draft[`score ${id}`] ?? ''}
              emptyLabel={t('fgd.to-score')}
              options={fiveOptions()}
            />
            {at >= 0 && (
              <TextField
                {...form.field(`reason ${id}`, t('fgd.reason'), `scores.${at}.reason`)}
                value={form.draft[`reason ${id}`] ?? ''}
                maxLength={300}
              />
            )}
          </fieldset>
        )
      })}
    </CommandDialog>
  )
}
