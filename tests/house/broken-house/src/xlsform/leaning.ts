// Breaks xlsform-stands-alone: a module that could be published leans on the house.
import * as house from '../kernel/disk.ts'
export const leaning = house
