// A comment on a submission, without judging it.
import { useState } from 'react'
import { newId } from '../../../../kernel/id.ts'
import { usePhone } from '../../../../platform/browser/hooks.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../../platform/browser/ui/feedback/Announcer.tsx'
import { Form } from '../../../../platform/browser/ui/form/Form.tsx'
import { TextArea } from '../../../../platform/browser/ui/form/TextArea.tsx'
import { sentence } from '../../screens/words.ts'
import { comment } from '../../submission.ts'
import { r } from './review-words.ts'

export function CommentForm({ place, submission }: { place: string; submission: string }) {
  const phone = usePhone()
  const announce = useAnnounce()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const empty = text.trim() === ''
  const save = () => {
    setTried(empty)
    if (empty) return
    void phone.give(comment, place, { id: newId(), submission, text: text.trim() }).then(() => {
      setText('')
      announce(r('one.comment-saved'))
    })
  }
  return (
    <Form onSubmit={save} label={r('one.add-comment')}>
      <TextArea
        name="new-comment"
        label={r('one.add-comment')}
        value={text}
        onChange={setText}
        rows={2}
        maxLength={2000}
        error={tried && empty ? sentence({ code: 'surveys.comment-empty' }) : undefined}
      />
      <div>
        <Button type="submit">{r('one.send-comment')}</Button>
      </div>
    </Form>
  )
}
