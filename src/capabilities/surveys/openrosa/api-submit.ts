// surveys.submit: a filled form from a phone with Rembug, by the same way as those of ODK Collect.
import { createHash } from 'node:crypto'
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { nextSeq } from '../../../platform/server/batch.ts'
import { handle } from '../../../platform/server/capability.ts'
import { originalDigest } from '../../../platform/server/digests.ts'
import { submit } from '../submission.ts'
import { FormsHere } from './forms-here.ts'
import type { Incoming } from './incoming.ts'
import { readInstance } from './instance.ts'
import { formExists } from './store-forms.ts'
import { contextOf, takeIn } from './take-in.ts'

const forms = new FormsHere()

export const submitCommands = [
  handle(submit, async (work) => {
    const { input, tx, place, actor, changes } = work
    if (!(await formExists(tx, input.form))) throw new Refused([refuse('surveys.no-such-form', {}, 'form')])
    const instance = readInstance(input.xml, await forms.model(tx, input.form))
    const item: Incoming = {
      ...{ instance, xml: input.xml, form: input.form, actor, changes },
      digest: originalDigest(work.vault, createHash('sha256').update(input.xml).digest()),
      source: 'rembug',
      device: actor.device,
      registered: null,
      submission: input.id,
      survey: input.survey,
      household: input.household,
      files: input.files
        .filter(({ name }) => instance.files.includes(name))
        .map((file) => ({ ...file, stored: false })),
    }
    const context = await contextOf(work, [item])
    const [outcome] = await takeIn(work, context, [item], await nextSeq(tx, place))
    if (!outcome || outcome.status === 'refused') throw new Refused(outcome?.refusals ?? [])
    // The receipt by which a phone may let go of what it holds.
    return {
      submission: outcome.submission,
      instance: instance.instance,
      again: outcome.status === 'again',
    }
  }),
]
