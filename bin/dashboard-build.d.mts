export function isDashboardBuilt(root: string): boolean;
export function markDashboardBuilt(root: string): void;
