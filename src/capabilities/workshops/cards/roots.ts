// The three roots to which a problem tree leads, as Siklus 2006 names them in stage 2 (refleksi kemiskinan).
import type { Text } from '../../../kernel/text.ts'
import type { Root } from './board.ts'

export const rootWords: Readonly<Record<Root, { title: Text; about: Text }>> = {
  moral: {
    title: ['Moral', 'Moral'],
    about: ['Lunturnya nilai-nilai luhur kemanusiaan', 'Human values that wore away'],
  },
  governance: {
    title: ['Tata kelola', 'Governance'],
    about: ['Lunturnya prinsip-prinsip kemasyarakatan', 'Principles of living together that wore away'],
  },
  tridaya: {
    title: ['Tridaya', 'Tridaya'],
    about: [
      'Lunturnya prinsip pembangunan berkelanjutan',
      'Principles of lasting development that wore away',
    ],
  },
}
