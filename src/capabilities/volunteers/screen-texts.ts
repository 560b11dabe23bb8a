// What the screens and the paper of volunteers say.
import { texts } from '../../kernel/text.ts'

export const volunteersScreenTexts = texts({
  'volunteers.title': ['Relawan', 'Volunteers'],
})
