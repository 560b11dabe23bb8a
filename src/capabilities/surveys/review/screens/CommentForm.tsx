// A comment on a submission, without judging it.
import { newId } from '../../../../kernel/id.ts'
import { refuseField } from '../../../../kernel/refusal.ts'
import { CommandForm } from '../../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../../platform/browser/forms/use-command-form.ts'
import { TextArea } from '../../../../platform/browser/ui/form/TextArea.tsx'
import { comment } from '../../submission.ts'
import { surveysTexts } from '../../texts.ts'
import { r } from './review-words.ts'

export function CommentForm({ place, submission }: { place: string; submission: string }) {
  const form = useCommandForm({
    ...{ place, screen: 'surveys.comment', record: submission, says: [surveysTexts], command: comment },
    start: () => ({ text: '' }),
    input: ({ text }) => ({ id: newId(), submission, text: text.trim() }),
    rules: ({ text }) => (text === '' ? [refuseField('text', 'surveys.comment-empty')] : []),
    saved: r('one.comment-saved'),
    anew: true,
  })
  return (
    <CommandForm
      form={form}
      submit={r('one.send-comment')}
      look={{ variant: 'quiet' }}
      label={r('one.add-comment')}
    >
      <TextArea {...form.field('text', r('one.add-comment'))} rows={2} maxLength={2000} />
    </CommandForm>
  )
}
