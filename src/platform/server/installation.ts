// What kind of installation this process serves; said once, where it starts. In a demonstration the people
// are synthetic (NIK serial 0000), and only there such a NIK is taken.
import { smallestDefault } from '../../kernel/suppression.ts'

let demo = false

export function declareDemo(is = true): void {
  demo = is
}

export function isDemo(): boolean {
  return demo
}

let smallest = smallestDefault

/** Of how many people a figure must be at least to be told above their village. */
export function declareSmallestFigure(people: number): void {
  smallest = people
}

export const smallestFigure = (): number => smallest
