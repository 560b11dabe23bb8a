// What kind of installation this process serves; said once, where it starts. In a demonstration the people
// are synthetic (NIK serial 0000), and only there such a NIK is taken.
let demo = false

export function declareDemo(is = true): void {
  demo = is
}

export function isDemo(): boolean {
  return demo
}
