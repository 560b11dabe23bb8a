import type { Route, Services } from '../../../platform/server/capability.ts'

export const exportRoutes = (_services: Services): Route[] => []
