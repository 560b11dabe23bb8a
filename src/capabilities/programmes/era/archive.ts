// A stage closed "dari arsip": typed from a scan by one, held against it by a second person of another role, and closed only then.
import * as z from 'zod/mini'
import { command } from '../../../kernel/command.ts'
import * as fields from '../../../kernel/fields.ts'
import { checkInput, paperHands } from '../../../kernel/paper.ts'
import { name } from '../definition-fields.ts'

export const checkArchive = command({
  name: 'programmes.check-archive',
  version: 1,
  confirmed: () => true,
  roles: paperHands,
  scope: 'village',
  input: z.strictObject({
    enrolment: fields.id(),
    stage: name(),
    ...checkInput(),
  }),
  records: (input) => [input.enrolment],
  personal: ['reason'],
  summary:
    'Says whether the scan of a closing from the archive shows what was typed; then the stage is closed. Refused to who typed it, and to who has no other role.',
})
